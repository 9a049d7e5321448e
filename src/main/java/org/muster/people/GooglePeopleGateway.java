package org.muster.people;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.people.v1.PeopleService;
import com.google.api.services.people.v1.PeopleServiceRequest;
import com.google.api.services.people.v1.model.BatchCreateContactsRequest;
import com.google.api.services.people.v1.model.BatchDeleteContactsRequest;
import com.google.api.services.people.v1.model.BatchUpdateContactsRequest;
import com.google.api.services.people.v1.model.ContactGroup;
import com.google.api.services.people.v1.model.ContactToCreate;
import com.google.api.services.people.v1.model.CreateContactGroupRequest;
import com.google.api.services.people.v1.model.GetPeopleResponse;
import com.google.api.services.people.v1.model.ListConnectionsResponse;
import com.google.api.services.people.v1.model.ListContactGroupsResponse;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonResponse;
import com.google.api.services.people.v1.model.UpdateContactPhotoRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;

/**
 * The gateway over Google's own client library, for {@code people.googleapis.com} or any other root that speaks like it. Nothing is repeated by
 * itself but a request the server answered with 401, once the credential was renewed; redirects are not followed, since the People API has none.
 */
public final class GooglePeopleGateway implements PeopleGateway {
    private static final HttpTransport SHARED_TRANSPORT = new NetHttpTransport();
    /** Contacts and labels on a page, at most (People API). */
    private static final int PAGE = 1000;
    /** Values of a field after which a listing cuts it off (People API: e-mail addresses and phone numbers). */
    private static final int LIST_CUT = 100;
    private static final FieldMask CUT_FIELDS = FieldMask.of(PersonField.EMAIL_ADDRESSES, PersonField.PHONE_NUMBERS);
    private static final FieldMask METADATA = FieldMask.of(PersonField.METADATA);

    private final PeopleService service;
    private final Wire wire;
    private final Photos photos;
    private final OneAtATime mutates = new OneAtATime();

    /**
     * @param root where the API is, such as {@code https://people.googleapis.com/}
     * @param auth puts the sign-in on each request; may renew it after a 401
     */
    public GooglePeopleGateway(URI root, HttpRequestInitializer auth, Timeouts timeouts) {
        String url = root.toString();
        this.service = new PeopleService.Builder(SHARED_TRANSPORT, GsonFactory.getDefaultInstance(), request -> {
                    auth.initialize(request);
                    request.setConnectTimeout(timeouts.connectMillis()).setReadTimeout(timeouts.readMillis());
                    request.setFollowRedirects(false).setThrowExceptionOnExecuteError(false);
                    request.setLoggingEnabled(false).setCurlLoggingEnabled(false); // headers and bodies are nobody's business
                })
                .setRootUrl(url.endsWith("/") ? url : url + "/")
                .setApplicationName("Muster")
                .build();
        this.wire = new Wire(!loopback(root));
        this.photos = new Photos(SHARED_TRANSPORT, timeouts);
    }

    /** A gateway that sends what {@code token} gives as bearer token; none when it gives {@code null} or nothing. Standard time-outs. */
    public static GooglePeopleGateway withToken(URI root, Supplier<String> token) {
        return withToken(root, token, Timeouts.STANDARD);
    }

    /** {@link #withToken(URI, Supplier)} with other time-outs. */
    public static GooglePeopleGateway withToken(URI root, Supplier<String> token, Timeouts timeouts) {
        return new GooglePeopleGateway(root, request -> {
            String bearer = token.get();
            if (bearer != null && !bearer.isEmpty()) {
                request.getHeaders().setAuthorization("Bearer " + bearer);
            }
        }, timeouts);
    }

    @Override
    public Answer<Void> list(FieldMask mask, Set<ReadSource> sources, Consumer<Page> onPage) {
        FieldMask read = mask.union(METADATA);
        Pages pages = new Pages(token -> this.<ListConnectionsResponse>prepare(Asked.READ, () -> service.people().connections().list("people/me")
                .setPersonFields(read.toString()).setSources(wireOrDefault(sources)).setPageSize(PAGE).setPageToken(token)).send());
        return pages.each(page -> onPage.accept(page(page, complete(read, sources))));
    }

    @Override
    public Answer<Map<String, Answer<Contact>>> batchGet(List<String> resourceNames, FieldMask mask, Set<ReadSource> sources) {
        FieldMask read = mask.union(METADATA);
        Answer<GetPeopleResponse> answer = send(Asked.READ, () -> service.people().getBatchGet()
                .setResourceNames(resourceNames).setPersonFields(read.toString()).setSources(wireOrDefault(sources)));
        return map(answer, got -> {
            Map<String, Answer<Contact>> found = new LinkedHashMap<>();
            for (PersonResponse item : orEmpty(got.getResponses())) {
                String name = item.getRequestedResourceName() != null || item.getPerson() == null ? item.getRequestedResourceName() : item.getPerson().getResourceName();
                if (name != null) {
                    found.put(name, contact(Asked.READ, item, complete(read, sources)));
                }
            }
            return found;
        });
    }

    @Override
    public Prepared<List<Answer<Contact>>> prepareCreate(List<Person> drafts, FieldMask readBack, Set<ReadSource> sources) {
        FieldMask read = readMask(readBack);
        var request = new BatchCreateContactsRequest()
                .setContacts(drafts.stream().map(draft -> new ContactToCreate().setContactPerson(draft)).toList())
                .setReadMask(read.toString())
                .setSources(wireOrDefault(sources));
        return prepare(Asked.CREATE, () -> service.people().batchCreateContacts(request)).then(answer -> map(answer, done ->
                orEmpty(done.getCreatedPeople()).stream().map(item -> contact(Asked.CREATE, item, complete(read, sources))).toList()));
    }

    @Override
    public Prepared<Map<String, Answer<Contact>>> prepareUpdate(Map<String, Person> bodies, FieldMask updateMask, FieldMask readBack, Set<ReadSource> sources) {
        FieldMask read = readMask(readBack);
        var request = new BatchUpdateContactsRequest()
                .setContacts(bodies)
                .setUpdateMask(updateMask.toString())
                .setReadMask(read.toString())
                .setSources(wireOrDefault(sources));
        return prepare(Asked.UPDATE, () -> service.people().batchUpdateContacts(request)).then(answer -> map(answer, done -> {
            Map<String, Answer<Contact>> results = new LinkedHashMap<>();
            if (done.getUpdateResult() != null) {
                done.getUpdateResult().forEach((name, item) -> results.put(name, contact(Asked.UPDATE, item, complete(read, sources))));
            }
            return results;
        }));
    }

    @Override
    public Prepared<Void> prepareDelete(List<String> resourceNames) {
        var request = new BatchDeleteContactsRequest().setResourceNames(resourceNames);
        return prepare(Asked.DELETE, () -> service.people().batchDeleteContacts(request)).then(answer -> map(answer, empty -> null));
    }

    @Override
    public Answer<byte[]> photo(String address) {
        return photos.fetch(address);
    }

    @Override
    public Answer<Optional<Contact>> updatePhoto(String resourceName, byte[] photo, FieldMask readBack, Set<ReadSource> sources) {
        FieldMask read = readMask(readBack);
        var request = new UpdateContactPhotoRequest().encodePhotoBytes(photo).setPersonFields(read.toString()).setSources(wireOrDefault(sources));
        return map(send(Asked.PHOTO, () -> service.people().updateContactPhoto(resourceName, request)), done ->
                Optional.ofNullable(done.getPerson()).filter(person -> person.getResourceName() != null).map(person -> new Contact(person, complete(read, sources))));
    }

    @Override
    public Answer<List<Label>> labels() {
        List<Label> labels = new ArrayList<>();
        String token = null;
        do {
            String pageToken = token;
            Answer<ListContactGroupsResponse> answer = send(Asked.READ, () -> service.contactGroups().list().setPageSize(PAGE).setPageToken(pageToken));
            switch (answer) {
                case Answer.Failed<ListContactGroupsResponse>(ApiError error) -> {
                    return new Answer.Failed<>(error);
                }
                case Answer.Ok<ListContactGroupsResponse>(ListContactGroupsResponse page) -> {
                    orEmpty(page.getContactGroups()).stream().map(GooglePeopleGateway::label).forEach(labels::add);
                    token = emptyToNull(page.getNextPageToken());
                }
            }
            if (token != null && token.equals(pageToken)) {
                return new Answer.Failed<>(Refusals.nonsense(200, "the same page again"));
            }
        } while (token != null);
        return new Answer.Ok<>(List.copyOf(labels));
    }

    @Override
    public Answer<Label> createLabel(String name) {
        var request = new CreateContactGroupRequest().setContactGroup(new ContactGroup().setName(name));
        return map(send(Asked.LABEL, () -> service.contactGroups().create(request)), GooglePeopleGateway::label);
    }

    private static Page page(ListConnectionsResponse page, FieldMask read) {
        List<Contact> contacts = new ArrayList<>(orEmpty(page.getConnections()).size());
        for (Person person : orEmpty(page.getConnections())) {
            if (person.getResourceName() != null) {
                contacts.add(new Contact(person, listed(person, read)));
            }
        }
        Integer total = page.getTotalItems() != null ? page.getTotalItems() : page.getTotalPeople();
        return new Page(contacts, total == null ? 0 : total, page.getNextPageToken(), emptyToNull(page.getNextSyncToken()));
    }

    /**
     * The fields that were read completely. What the contact itself holds of a field is not known when only other sources were asked: then nothing must
     * overwrite it.
     */
    private static FieldMask complete(FieldMask read, Set<ReadSource> sources) {
        return sources.isEmpty() || sources.contains(ReadSource.CONTACT) ? read : read.minus(FieldMask.writable());
    }

    private static FieldMask listed(Person person, FieldMask read) {
        FieldMask loaded = read;
        for (PersonField field : CUT_FIELDS.fields()) {
            if (Contact.items(person, field).size() >= LIST_CUT) {
                loaded = loaded.minus(FieldMask.of(field));
            }
        }
        return loaded;
    }

    private static Answer<Contact> contact(Asked asked, PersonResponse item, FieldMask read) {
        Optional<ApiError> refused = Refusals.ofItem(asked, item);
        if (refused.isPresent()) {
            return new Answer.Failed<>(refused.get());
        }
        Person person = item.getPerson();
        if (person == null || person.getResourceName() == null) {
            return new Answer.Failed<>(Refusals.nonsense(200, "a contact without a name"));
        }
        return new Answer.Ok<>(new Contact(person, read));
    }

    private static Label label(ContactGroup group) {
        String name = group.getFormattedName() != null ? group.getFormattedName() : group.getName() != null ? group.getName() : "";
        int members = group.getMemberCount() == null ? 0 : group.getMemberCount();
        return new Label(group.getResourceName(), name, "SYSTEM_CONTACT_GROUP".equals(group.getGroupType()), members);
    }

    /** An empty mask stays empty: it means "do not read back", and adding metadata would undo that. */
    private static FieldMask readMask(FieldMask readBack) {
        return readBack.isEmpty() ? readBack : readBack.union(METADATA);
    }

    private static List<String> wireOrDefault(Set<ReadSource> sources) {
        return sources.isEmpty() ? null : sources.stream().map(ReadSource::wire).sorted().toList();
    }

    private static boolean loopback(URI root) {
        String host = root.getHost();
        return host != null && (host.equals("localhost") || host.matches("[\\d.]+|\\[.*]") && InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress());
    }

    /** Makes a request of Google's library. */
    private interface Made<T extends GenericJson> {
        PeopleServiceRequest<T> request() throws IOException;
    }

    private <T extends GenericJson> Answer<T> send(Asked asked, Made<T> made) {
        return prepare(asked, made).send().read();
    }

    private <T extends GenericJson> Prepared<T> prepare(Asked asked, Made<T> made) {
        Prepared<T> request;
        try {
            request = wire.prepare(made.request(), asked);
        } catch (IOException e) {
            throw new UncheckedIOException("the library refused to make a request", e);
        }
        return asked == Asked.READ ? request : mutates.inTurn(request);
    }

    private static <A, B> Answer<B> map(Answer<A> answer, Function<A, B> what) {
        return switch (answer) {
            case Answer.Ok<A>(A value) -> new Answer.Ok<>(what.apply(value));
            case Answer.Failed<A>(ApiError error) -> new Answer.Failed<>(error);
        };
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}

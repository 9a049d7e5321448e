package org.muster.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.practice.Fault;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;

/** Every method over real HTTP. */
@Timeout(60)
class GooglePeopleGatewayTest {
    private static final FieldMask NAMES = FieldMask.of(PersonField.NAMES);

    private PracticeServer server;
    private PeopleGateway gateway;

    @BeforeEach
    void open() throws IOException {
        server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()));
        gateway = GooglePeopleGateway.withToken(server.endpoint(), server::token);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String put(String given) {
        return server.putContact(JsonParser.parseString("{\"names\":[{\"givenName\":\"" + given + "\"}]}").getAsJsonObject());
    }

    private static <T> T value(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        return ((Answer.Ok<T>) answer).value();
    }

    @Test
    void listsPageByPage() {
        IntStream.range(0, 2_345).forEach(i -> put("P" + i));
        List<PeopleGateway.Page> pages = new ArrayList<>();

        value(gateway.list(NAMES, Set.of(), pages::add));

        assertThat(pages.stream().map(p -> p.contacts().size())).containsExactly(1000, 1000, 345);
        assertThat(pages.stream().map(PeopleGateway.Page::total)).containsOnly(2_345);
        assertThat(pages.getLast().nextPageToken()).isNull();
        Contact first = pages.getFirst().contacts().getFirst();
        assertThat(first.loaded()).isEqualTo(FieldMask.of(PersonField.NAMES, PersonField.METADATA));
        assertThat(first.contactSource()).isPresent();
        assertThat(first.etag()).isNotBlank();
    }

    @Test
    void aListingThatBreaksOffTellsWhatCameAndWhatStoppedIt() {
        IntStream.range(0, 1_500).forEach(i -> put("P" + i));
        server.faults().next(Fault.UNAVAILABLE_503_BEFORE, "people.connections.list", 2);
        List<Contact> seen = new ArrayList<>();

        Answer<Void> answer = gateway.list(NAMES, Set.of(), page -> seen.addAll(page.contacts()));

        assertThat(seen).hasSize(1000);
        assertThat(((Answer.Failed<Void>) answer).error().cause()).isEqualTo(ErrorCause.SERVER);
    }

    @Test
    void fieldsThatAListingCutsAreNotLoaded() {
        JsonObject person = new JsonObject();
        JsonArray mails = new JsonArray();
        IntStream.range(0, 120).forEach(i -> {
            JsonObject mail = new JsonObject();
            mail.addProperty("value", i + "@example.org");
            mails.add(mail);
        });
        person.add("emailAddresses", mails);
        String name = server.putContact(person);
        List<Contact> seen = new ArrayList<>();
        FieldMask both = FieldMask.of(PersonField.EMAIL_ADDRESSES, PersonField.PHONE_NUMBERS);

        value(gateway.list(both, Set.of(), page -> seen.addAll(page.contacts())));

        assertThat(seen.getFirst().loaded(PersonField.EMAIL_ADDRESSES)).isFalse();
        assertThat(seen.getFirst().loaded(PersonField.PHONE_NUMBERS)).isTrue();
        Contact whole = value(value(gateway.batchGet(List.of(name), both, Set.of())).get(name));
        assertThat(whole.loaded(PersonField.EMAIL_ADDRESSES)).isTrue();
        assertThat(whole.items(PersonField.EMAIL_ADDRESSES)).hasSize(120);
    }

    @Test
    void readsTwoHundredByNameAndSaysWhoIsNotThere() {
        List<String> names = new ArrayList<>(IntStream.range(0, 199).mapToObj(i -> put("P" + i)).toList());
        names.add("people/c404404");

        Map<String, Answer<Contact>> found = value(gateway.batchGet(names, NAMES, Set.of(ReadSource.CONTACT)));

        assertThat(found).containsOnlyKeys(names);
        assertThat(found.values().stream().filter(a -> a instanceof Answer.Ok)).hasSize(199);
        assertThat(((Answer.Failed<Contact>) found.get("people/c404404")).error().cause()).isEqualTo(ErrorCause.NOT_FOUND);
    }

    @Test
    void createsUpdatesAndDeletes() {
        List<Answer<Contact>> made = value(gateway.batchCreate(List.of(new Person().setNames(List.of(new Name().setGivenName("Ada"))), new Person().setNames(List.of(new Name().setGivenName("Bob")))), NAMES, Set.of()));
        Contact ada = value(made.getFirst());
        assertThat(ada.loaded()).isEqualTo(FieldMask.of(PersonField.NAMES, PersonField.METADATA));
        Person body = new Person().setEtag(ada.etag()).setNames(List.of(new Name().setGivenName("Augusta")));

        Map<String, Answer<Contact>> updated = value(gateway.batchUpdate(Map.of(ada.resourceName(), body), NAMES, NAMES, Set.of()));
        assertThat(value(updated.get(ada.resourceName())).displayName()).isEqualTo("Augusta");

        assertThat(gateway.batchDelete(List.of(ada.resourceName(), value(made.getLast()).resourceName()))).isInstanceOf(Answer.Ok.class);
        assertThat(server.contactCount()).isZero();
    }

    @Test
    void anEmptyReadMaskReadsNothingBack() {
        String name = put("Ada");
        Contact ada = value(value(gateway.batchGet(List.of(name), NAMES, Set.of())).get(name));
        assertThat(value(gateway.batchCreate(List.of(new Person().setNames(List.of(new Name().setGivenName("Bob")))), FieldMask.none(), Set.of()))).isEmpty();
        assertThat(value(gateway.batchUpdate(Map.of(name, new Person().setEtag(ada.etag())), NAMES, FieldMask.none(), Set.of()))).isEmpty();
    }

    @Test
    void listsAndMakesLabels() {
        Label made = value(gateway.createLabel("Friends of Ada"));
        assertThat(made.system()).isFalse();
        List<Label> labels = value(gateway.labels());
        assertThat(labels).contains(made);
        assertThat(labels.stream().filter(Label::system).map(Label::resourceName)).contains(Label.MY_CONTACTS, Label.STARRED);
        assertThat(((Answer.Failed<Label>) gateway.createLabel("Friends of Ada")).error().cause()).isEqualTo(ErrorCause.ALREADY_EXISTS);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = {"HANG_BEFORE", "HANG_AFTER"})
    void everyFaultOfAMutateIsUnclearUnlessNothingCanHaveHappened(Fault fault) {
        server.faults().next(fault, "people.batchCreateContacts");

        Answer<List<Answer<Contact>>> answer = gateway.batchCreate(List.of(new Person().setNames(List.of(new Name().setGivenName("Ada")))), NAMES, Set.of());

        ErrorCause cause = ((Answer.Failed<List<Answer<Contact>>>) answer).error().cause();
        boolean quota = fault == Fault.QUOTA_429 || fault == Fault.BACKEND_429;
        assertThat(cause.unclear()).as(fault + " is " + cause).isEqualTo(!quota);
        assertThat(server.log().count("people.batchCreateContacts")).as("nothing is repeated by itself").isEqualTo(1);
        assertThat(server.contactCount()).isEqualTo(fault.afterWrite() ? 1 : 0);
    }
}

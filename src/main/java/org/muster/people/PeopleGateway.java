package org.muster.people;

import com.google.api.services.people.v1.model.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.ReadSource;

/**
 * The one door to the People API of one account. Calls block; none of them throws for what the server or the network does. One
 * gateway may be used by several threads; it sends its mutates one after another, as the People API asks for each account, so an account
 * has one gateway. Every read adds {@code metadata} to the mask it is given, since versions and sources live there.
 */
public interface PeopleGateway {
    /** Contacts in a batch create, at most (People API). */
    int CREATE_LIMIT = 200;
    /** Contacts in a batch update, at most (People API). */
    int UPDATE_LIMIT = 200;
    /** Contacts in a batch delete, at most (People API). */
    int DELETE_LIMIT = 500;
    /** Names in a batch get, at most (People API). */
    int GET_LIMIT = 200;

    /**
     * One page of the account's contacts.
     *
     * @param contacts the page
     * @param total how many contacts the whole listing has, as the server says; 0 when it does not
     * @param nextPageToken {@code null} on the last page
     * @param nextSyncToken only on the last page, when asked for; {@code null} otherwise
     */
    record Page(List<Contact> contacts, int total, String nextPageToken, String nextSyncToken) {}

    /**
     * Lists the account's contacts page by page (1,000 each). E-mail addresses and phone numbers are cut at 100 per contact by Google; such a
     * contact does not count these fields as loaded.
     *
     * @param onPage gets each page as it comes, on the calling thread
     * @return all pages came, or what stopped it
     */
    Answer<Void> list(FieldMask mask, Set<ReadSource> sources, Consumer<Page> onPage);

    /**
     * Reads contacts by name, at most {@link #GET_LIMIT}.
     *
     * @return by requested resource name: the contact, or that it is not there
     */
    Answer<Map<String, Answer<Contact>>> batchGet(List<String> resourceNames, FieldMask mask, Set<ReadSource> sources);

    /**
     * Makes contacts, at most {@link #CREATE_LIMIT}; all or none.
     *
     * @param readBack fields to answer with; empty answers with nothing
     * @return what became of each in the order asked, or an empty list when nothing was read back. A list shorter than what was sent leaves
     *     open what became of the others: look before sending them again.
     */
    default Answer<List<Answer<Contact>>> batchCreate(List<Person> drafts, FieldMask readBack, Set<ReadSource> sources) {
        return prepareCreate(drafts, readBack, sources).send().read();
    }

    /**
     * Replaces the masked fields of contacts, at most {@link #UPDATE_LIMIT}; all or none.
     *
     * @param bodies by resource name; each carries its etag and the masked fields
     * @return by requested resource name what became of each; empty when nothing was read back. A contact that was linked to a profile by this
     *     update may come back under another resource name.
     */
    default Answer<Map<String, Answer<Contact>>> batchUpdate(Map<String, Person> bodies, FieldMask updateMask, FieldMask readBack, Set<ReadSource> sources) {
        return prepareUpdate(bodies, updateMask, readBack, sources).send().read();
    }

    /** Deletes contacts, at most {@link #DELETE_LIMIT}. */
    default Answer<Void> batchDelete(List<String> resourceNames) {
        return prepareDelete(resourceNames).send().read();
    }

    /** {@link #batchCreate} in parts. */
    Prepared<List<Answer<Contact>>> prepareCreate(List<Person> drafts, FieldMask readBack, Set<ReadSource> sources);

    /** {@link #batchUpdate} in parts. */
    Prepared<Map<String, Answer<Contact>>> prepareUpdate(Map<String, Person> bodies, FieldMask updateMask, FieldMask readBack, Set<ReadSource> sources);

    /** {@link #batchDelete} in parts. */
    Prepared<Void> prepareDelete(List<String> resourceNames);

    /**
     * Fetches a photo from the address an answer gave, as large as it is kept. Tells nobody who asks: the sign-in is not sent there.
     *
     * @return its bytes, at most 20 MB; {@code NOT_FOUND} when there is none
     */
    Answer<byte[]> photo(String address);

    /**
     * Gives a contact a photo, in the place of the one it has (People API: {@code people.updateContactPhoto}).
     *
     * @param photo a JPEG or PNG
     * @param readBack fields to answer with; empty answers with nothing
     */
    Answer<Optional<Contact>> updatePhoto(String resourceName, byte[] photo, FieldMask readBack, Set<ReadSource> sources);

    /** Every label of the account, Google's own included. */
    Answer<List<Label>> labels();

    /** Makes a label. */
    Answer<Label> createLabel(String name);
}

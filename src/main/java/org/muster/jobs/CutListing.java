package org.muster.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.ReadSource;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.PeopleGateway;

/** A listing cuts what a contact has very many of (People API: more than 100 e-mail addresses or phone numbers); such a contact is read by itself. */
public final class CutListing {
    private CutListing() {}

    /**
     * The contacts of a listing, each of them complete under {@code mask}, in its order. Whoever has gone since is left out; when somebody cannot be had who may be there, all of it fails, since
     * what was cut looks like what is not there. Blocks.
     *
     * @param sources where the listing was read from
     */
    public static Answer<List<Contact>> completed(List<Contact> listed, FieldMask mask, PeopleGateway gateway, Set<ReadSource> sources) {
        List<String> cut = listed.stream().filter(contact -> !contact.loaded().containsAll(mask)).map(Contact::resourceName).distinct().toList();
        if (cut.isEmpty()) {
            return new Answer.Ok<>(listed);
        }
        return switch (new Reader(gateway, sources).read(cut, mask)) {
            case Answer.Failed<Map<String, Answer<Contact>>>(ApiError error) -> new Answer.Failed<>(error);
            case Answer.Ok<Map<String, Answer<Contact>>>(var found) -> switch (there(cut, found)) {
                case Answer.Failed<Map<String, Contact>>(ApiError error) -> new Answer.Failed<>(error);
                case Answer.Ok<Map<String, Contact>>(var whole) ->
                    new Answer.Ok<>(listed.stream().map(contact -> contact.loaded().containsAll(mask) ? contact : whole.get(contact.resourceName())).filter(Objects::nonNull).toList());
            };
        };
    }

    /** By name those who are there, if it is known of all of them whether they are. */
    static Answer<Map<String, Contact>> there(List<String> names, Map<String, Answer<Contact>> found) {
        Optional<ApiError> untold = Reader.untold(names, found);
        if (untold.isPresent()) {
            return new Answer.Failed<>(untold.get());
        }
        Map<String, Contact> there = LinkedHashMap.newLinkedHashMap(names.size());
        names.forEach(name -> {
            if (found.get(name) instanceof Answer.Ok<Contact>(Contact contact)) {
                there.put(name, contact);
            }
        });
        return new Answer.Ok<>(there);
    }
}

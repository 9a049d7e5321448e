package org.muster.jobs;

import com.google.api.client.json.GenericJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muster.changes.Marker;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.PeopleGateway;

/** What a contact says, field by field, without what the server makes: names, versions, and what belongs to no source of the user's. */
final class InWords {
    private InWords() {}

    /** All of its own fields and its own photo. */
    static String of(Contact contact, PeopleGateway gateway) {
        StringBuilder words = new StringBuilder();
        for (PersonField field : FieldMask.writable().fields()) {
            List<String> items = contact.ownItems(field).stream()
                    .filter(item -> !Marker.is(item))
                    .map(InWords::plain).toList();
            if (!items.isEmpty()) {
                words.append(field.path()).append('=').append(field == PersonField.MEMBERSHIPS ? items.stream().sorted().toList() : items).append(' ');
            }
        }
        BeforeImages.address(contact).ifPresent(address -> words.append("photo=").append(Arrays.hashCode(UndoWorld.ok(gateway.photo(address)))));
        return words.toString();
    }

    private static String plain(GenericJson item) {
        Map<String, Object> parts = new TreeMap<>(item);
        Object metadata = parts.remove("metadata");
        boolean primary = metadata instanceof GenericJson json && Boolean.TRUE.equals(json.get("sourcePrimary"));
        return parts + (primary ? "*" : "");
    }
}

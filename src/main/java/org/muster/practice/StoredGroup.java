package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.List;

/**
 * A contact group as it is kept. Immutable.
 *
 * @param id last part of the resource name
 * @param name its name
 * @param formattedName the name as shown
 * @param system whether it is one of Google's own
 * @param clientData JSON list of key and value pairs, or empty
 * @param version grows with every change
 * @param seq place in the account's order of changes
 * @param updated when it last changed
 * @param deleted whether only its grave is left
 */
record StoredGroup(String id, String name, String formattedName, boolean system, String clientData, long version,
        long seq, Instant updated, boolean deleted) {

    static final String PREFIX = "contactGroups/";
    static final String MY_CONTACTS = PREFIX + "myContacts";
    /** The groups every account has, in Google's order. Only two of them take new members. */
    static final List<StoredGroup> SYSTEM = List.of(system("chatBuddies", "Chat contacts"),
            system("friends", "Friends"), system("family", "Family"), system("coworkers", "Coworkers"),
            system("blocked", "Blocked"), system("starred", "Starred"), system("myContacts", "My Contacts"),
            system("all", "All Contacts"));

    private static StoredGroup system(String id, String formatted) {
        return new StoredGroup(id, id, formatted, true, "", 0, 0, Instant.EPOCH, false);
    }

    String resourceName() {
        return PREFIX + id;
    }

    boolean takesMembers() {
        return !system || id.equals("myContacts") || id.equals("starred");
    }

    String etag() {
        return Etags.group(id.hashCode(), version);
    }

    StoredGroup changed(String newName, String newClientData, long newSeq, Instant now) {
        return new StoredGroup(id, newName, newName, system, newClientData, version + 1, newSeq, now, deleted);
    }

    StoredGroup grave(long newSeq, Instant now) {
        return new StoredGroup(id, name, formattedName, system, "", version + 1, newSeq, now, true);
    }

    /**
     * The group as an answer shows it. Google's own groups carry neither etag nor metadata.
     *
     * @param fields the mask
     * @param memberCount left out when zero
     * @param members left out when empty
     */
    JsonObject json(List<String> fields, int memberCount, List<String> members) {
        JsonObject json = new JsonObject();
        json.addProperty("resourceName", resourceName());
        if (!system) {
            json.addProperty("etag", etag());
        }
        if (!system && (fields.contains("metadata") || deleted)) {
            JsonObject metadata = Json.object("updateTime", updated.toString());
            if (deleted) {
                metadata.addProperty("deleted", true);
            }
            json.add("metadata", metadata);
        }
        if (fields.contains("groupType")) {
            json.addProperty("groupType", system ? "SYSTEM_CONTACT_GROUP" : "USER_CONTACT_GROUP");
        }
        if (fields.contains("name") && !deleted) {
            json.addProperty("name", name);
            json.addProperty("formattedName", formattedName);
        }
        if (fields.contains("memberCount") && memberCount > 0) {
            json.addProperty("memberCount", memberCount);
        }
        if (fields.contains("clientData") && !clientData.isEmpty()) {
            json.add("clientData", JsonParser.parseString(clientData));
        }
        if (!members.isEmpty()) {
            JsonArray names = new JsonArray();
            members.forEach(names::add);
            json.add("memberResourceNames", names);
        }
        return json;
    }
}

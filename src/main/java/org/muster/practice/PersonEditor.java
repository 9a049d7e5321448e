package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Makes the next state of a contact out of what a client sent. Writes nothing. */
final class PersonEditor {
    private static final String LINKING = "@linked.example";

    private final PersonValidator validator;
    private final Deriver deriver;
    private final ContactStore contacts;
    private final SimClock clock;
    private final Switches switches;

    PersonEditor(PersonValidator validator, Deriver deriver, ContactStore contacts, SimClock clock,
            Switches switches) {
        this.validator = validator;
        this.deriver = deriver;
        this.contacts = contacts;
        this.clock = clock;
        this.switches = switches;
    }

    /** A new contact; lands in myContacts when it names no group. */
    StoredPerson create(JsonObject person) {
        validator.checkNotEmpty(person);
        List<String> fields = PersonFields.READ.stream().filter(PersonFields::writable).toList();
        validator.checkValues(person, fields);
        JsonArray memberships = Deriver.ownItems(Json.list(person, "memberships"));
        List<String> groups = memberships.isEmpty() ? List.of(StoredGroup.MY_CONTACTS)
                : validator.checkGroups(memberships, List.of());
        StoredPerson blank = blank(contacts.freshId());
        String[] own = new String[PersonFields.COUNT];
        fill(own, person, fields, groups, blank.hexId());
        validator.checkSize(own);
        return blank.withOwn(own, groups);
    }

    /**
     * The contact with the fields of the mask replaced, cleared where nothing of its own was sent.
     *
     * @param before as it is
     * @param person what was sent
     * @param mask write paths
     */
    StoredPerson update(StoredPerson before, JsonObject person, List<String> mask) {
        validator.checkValues(person, mask);
        List<String> groups = before.groups();
        if (mask.contains("memberships")) {
            groups = validator.checkGroups(Deriver.ownItems(Json.list(person, "memberships")), before.groups());
        }
        String[] own = before.own().clone();
        fill(own, person, mask, groups, before.hexId());
        validator.checkSize(own);
        StoredPerson after = before.next(contacts.nextSeq(), clock.now()).withOwn(own, groups);
        boolean relinked = switches.renaming().get() == Switches.Renaming.ON_LINKING
                && !linking(before).equals(linking(after));
        return relinked ? rename(after) : after;
    }

    /** The contact with other groups. */
    StoredPerson withGroups(StoredPerson before, List<String> groups) {
        String[] own = before.own().clone();
        own[PersonFields.MEMBERSHIPS] = memberships(groups, before.hexId());
        return before.next(contacts.nextSeq(), clock.now()).withOwn(own, groups);
    }

    StoredPerson delete(StoredPerson before) {
        return before.next(contacts.nextSeq(), clock.now()).grave();
    }

    /**
     * A contact of the sample, or as "another device" left it: taken as it is, with everything derived anew.
     *
     * @param person a full person, may hold items of a profile
     * @param base the contact it becomes; its fields are replaced
     */
    StoredPerson adopt(JsonObject person, StoredPerson base) {
        String[] own = new String[PersonFields.COUNT];
        String[] profile = null;
        String profileId = "";
        List<String> groups = new ArrayList<>();
        for (JsonElement element : Deriver.ownItems(Json.list(person, "memberships"))) {
            String name = Json.text(Json.child(element.getAsJsonObject(), "contactGroupMembership"),
                    "contactGroupResourceName");
            if (!name.isEmpty() && !groups.contains(name)) {
                groups.add(name);
            }
        }
        if (groups.isEmpty()) {
            groups.add(StoredGroup.MY_CONTACTS);
        }
        fill(own, person, PersonFields.READ.stream().filter(PersonFields::writable).toList(), groups, base.hexId());
        for (int i = 0; i < PersonFields.COUNT; i++) {
            JsonArray items = i == PersonFields.METADATA ? new JsonArray()
                    : profileItems(Json.list(person, PersonFields.READ.get(i)),
                            PersonFields.READ_ONLY.contains(PersonFields.READ.get(i)));
            if (!items.isEmpty()) {
                profile = profile == null ? new String[PersonFields.COUNT] : profile;
                String id = Json.text(Json.child(Json.child(items.get(0).getAsJsonObject(), "metadata"), "source"), "id");
                profileId = id.isEmpty() ? profileId : id;
                profile[i] = Json.write(items);
            }
        }
        if (profile != null && profileId.isEmpty()) {
            profileId = "1" + Long.toUnsignedString(base.sourceId());
        }
        return base.withOwn(own, List.copyOf(groups)).withProfile(profile, profileId);
    }

    /** A contact without content, new in the order of changes. */
    StoredPerson blank(long id) {
        long seq = contacts.nextSeq();
        return new StoredPerson(id, id, 1, seq, seq, clock.now(), false, new String[PersonFields.COUNT], null, "",
                List.of(), List.of(), "");
    }

    private void fill(String[] own, JsonObject person, List<String> fields, List<String> groups, String hexId) {
        for (String field : fields) {
            if (!field.equals("memberships")) {
                own[PersonFields.index(field)] = deriver.derive(field, Deriver.ownItems(Json.list(person, field)), hexId);
            }
        }
        if (own[PersonFields.MEMBERSHIPS] == null || fields.contains("memberships")) {
            own[PersonFields.MEMBERSHIPS] = memberships(groups, hexId);
        }
    }

    private String memberships(List<String> groups, String hexId) {
        JsonArray items = new JsonArray();
        for (String group : groups) {
            JsonObject item = new JsonObject();
            item.add("contactGroupMembership", Json.object("contactGroupResourceName", group));
            items.add(item);
        }
        return deriver.derive("memberships", items, hexId);
    }

    private static JsonArray profileItems(JsonArray items, boolean whatever) {
        JsonArray out = new JsonArray();
        for (JsonElement element : items) {
            JsonObject item = element.getAsJsonObject().deepCopy();
            String type = Deriver.sourceType(item);
            boolean profile = type.equals("PROFILE") || type.equals("DOMAIN_PROFILE");
            if (profile || whatever && !type.equals("CONTACT")) {
                JsonObject metadata = Json.child(item, "metadata");
                metadata.remove("primary");
                if (out.isEmpty()) {
                    metadata.addProperty("primary", true);
                }
                item.add("metadata", metadata);
                out.add(item);
            }
        }
        return out;
    }

    /** The addresses that tie a contact to a profile. */
    private static TreeSet<String> linking(StoredPerson person) {
        TreeSet<String> found = new TreeSet<>();
        String emails = person.own()[PersonFields.EMAILS];
        if (emails != null && emails.contains(LINKING)) {
            for (JsonElement item : com.google.gson.JsonParser.parseString(emails).getAsJsonArray()) {
                String value = Json.text(item.getAsJsonObject(), "value").toLowerCase(Locale.ROOT);
                if (value.endsWith(LINKING)) {
                    found.add(value);
                }
            }
        }
        return found;
    }

    private StoredPerson rename(StoredPerson person) {
        List<String> former = new ArrayList<>(person.formerNames());
        former.add(person.resourceName());
        return person.renamed(contacts.freshId(), List.copyOf(former));
    }
}

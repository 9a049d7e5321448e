package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The rules a contact must keep, beyond being well-formed. Each method throws the refusal. */
final class PersonValidator {
    /** support.google.com/contacts/answer/148779 */
    private static final int MAX_CHARS = 1_024;
    private static final int MAX_FIELDS = 500;
    private static final int MAX_BYTES = 128 * 1_024;

    private final Switches switches;
    private final GroupStore groups;

    PersonValidator(Switches switches, GroupStore groups) {
        this.switches = switches;
        this.groups = groups;
    }

    /** A person to create must say something. */
    void checkNotEmpty(JsonObject person) {
        if (person.isEmpty()) {
            throw Errors.invalid("Request must contain a person.");
        }
        for (String field : PersonFields.READ) {
            if (PersonFields.writable(field) && !Deriver.ownItems(Json.list(person, field)).isEmpty()) {
                return;
            }
        }
        throw Errors.invalid("Must specify a non-metadata contact field on the person");
    }

    /** Values of the fields that are about to be written. */
    void checkValues(JsonObject person, Collection<String> fields) {
        for (String singleton : PersonFields.SINGLETONS) {
            if (fields.contains(singleton) && contactItems(Json.list(person, singleton)) > 1) {
                throw Errors.invalid("Cannot have more than one person." + Schema.snake(singleton) + " per source.");
            }
        }
        for (String field : fields) {
            JsonArray items = Deriver.ownItems(Json.list(person, field));
            if (sourcePrimaries(items) > 1) {
                throw Errors.invalid("Cannot have more than one source primary in person." + Schema.snake(field)
                        + " per source.");
            }
            for (JsonElement item : items) {
                checkItem(field, item.getAsJsonObject(), field);
            }
        }
    }

    private void checkItem(String field, JsonObject item, String path) {
        for (Map.Entry<String, JsonElement> entry : item.entrySet()) {
            JsonElement value = entry.getValue();
            String at = path + "." + entry.getKey();
            if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) {
                String text = value.getAsString();
                boolean notes = field.equals("biographies") && entry.getKey().equals("value");
                if (!notes && text.length() > MAX_CHARS && text.codePointCount(0, text.length()) > MAX_CHARS) {
                    throw tooMuch("The value of person." + Schema.snake(at) + " is longer than " + MAX_CHARS
                            + " characters.");
                }
            } else if (value.isJsonObject() && entry.getKey().toLowerCase(java.util.Locale.ROOT).endsWith("date")) {
                checkDate(value.getAsJsonObject(), at);
            }
        }
    }

    private static void checkDate(JsonObject date, String path) {
        int year = number(date, "year");
        int month = number(date, "month");
        int day = number(date, "day");
        boolean inRange = year >= 0 && year <= 9999 && month >= 0 && month <= 12 && day >= 0 && day <= 31;
        // Without a year the 29th of February is a day.
        if (inRange && day > 0 && month > 0) {
            inRange = day <= YearMonth.of(year == 0 ? 2000 : year, month).lengthOfMonth();
        }
        if (!inRange || day > 0 && month == 0) {
            throw Errors.invalid("Invalid date at person." + Schema.snake(path) + ".");
        }
    }

    private static int number(JsonObject date, String name) {
        return date.has(name) ? date.get(name).getAsInt() : 0;
    }

    /**
     * The groups a contact will be in.
     *
     * @param memberships own items of the field
     * @param before the groups it is in; these may stay whatever they are
     * @return resource names without repetition
     */
    List<String> checkGroups(JsonArray memberships, List<String> before) {
        List<String> names = new ArrayList<>();
        for (JsonElement element : memberships) {
            JsonObject membership = Json.child(element.getAsJsonObject(), "contactGroupMembership");
            String name = Json.text(membership, "contactGroupResourceName");
            if (name.isEmpty()) {
                continue;
            }
            StoredGroup group = groups.find(name)
                    .orElseThrow(() -> Errors.invalid("Contact group \"" + name + "\" does not exist."));
            if (!group.takesMembers() && !before.contains(name)) {
                throw Errors.invalid("Cannot add contacts to deprecated system contact group");
            }
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        if (names.isEmpty()) {
            throw Errors.invalid("A contact must always have at least one contact group membership.");
        }
        return names;
    }

    /** Size of the contact as it would be kept. */
    void checkSize(String[] own) {
        int chars = 0;
        int items = 0;
        for (String list : own) {
            if (list != null) {
                chars += list.length();
                items += count(list);
            }
        }
        if (items > MAX_FIELDS) {
            throw tooMuch("The contact has more than " + MAX_FIELDS + " fields.");
        }
        if (chars > MAX_BYTES / 4) {
            int bytes = 0;
            for (String list : own) {
                bytes += list == null ? 0 : list.getBytes(StandardCharsets.UTF_8).length;
            }
            if (bytes > MAX_BYTES) {
                throw tooMuch("The contact is larger than " + MAX_BYTES / 1024 + " KB.");
            }
        }
    }

    /** Every kept item begins with its metadata, and inside a text the quotation marks would be escaped. */
    private static int count(String list) {
        int items = 0;
        for (int at = list.indexOf("{\"metadata\":"); at >= 0; at = list.indexOf("{\"metadata\":", at + 1)) {
            items++;
        }
        return items;
    }

    private ApiException tooMuch(String message) {
        Switches.Refusal refusal = switches.overLong().get();
        return new ApiException(refusal.http(), refusal.name(), message);
    }

    private static int contactItems(JsonArray items) {
        int own = 0;
        for (JsonElement item : items) {
            String type = Deriver.sourceType(item.getAsJsonObject());
            own += type.isEmpty() || type.equals("CONTACT") ? 1 : 0;
        }
        return own;
    }

    private static int sourcePrimaries(JsonArray items) {
        int chosen = 0;
        for (JsonElement item : items) {
            JsonElement flag = Json.child(item.getAsJsonObject(), "metadata").get("sourcePrimary");
            chosen += flag != null && flag.getAsBoolean() ? 1 : 0;
        }
        return chosen;
    }
}

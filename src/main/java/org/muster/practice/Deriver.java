package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the items a client sent into the items the server keeps: without empty ones, with everything that is derived. */
final class Deriver {
    private final Switches switches;
    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    Deriver(Switches switches) {
        this.switches = switches;
    }

    /** The items of a field that belong to the contact itself and say something. */
    static JsonArray ownItems(JsonArray sent) {
        JsonArray own = new JsonArray();
        for (JsonElement element : sent) {
            JsonObject item = element.getAsJsonObject();
            String type = sourceType(item);
            if ((type.isEmpty() || type.equals("CONTACT") || type.equals("SOURCE_TYPE_UNSPECIFIED")) && hasContent(item)) {
                own.add(item);
            }
        }
        return own;
    }

    static String sourceType(JsonObject item) {
        return Json.text(Json.child(Json.child(item, "metadata"), "source"), "type");
    }

    /**
     * The list as it is kept.
     *
     * @param field a read path
     * @param sent own items, see {@link #ownItems}
     * @param hexId the contact source's id
     * @return the JSON text, or null when nothing is left
     */
    String derive(String field, JsonArray sent, String hexId) {
        if (sent.isEmpty()) {
            return null;
        }
        JsonArray out = new JsonArray();
        int primary = primary(sent);
        for (int i = 0; i < sent.size(); i++) {
            JsonObject item = new JsonObject();
            JsonObject metadata = new JsonObject();
            if (i == primary && !field.equals("memberships")) {
                metadata.addProperty("primary", true);
                metadata.addProperty("sourcePrimary", true);
            }
            JsonObject source = new JsonObject();
            source.addProperty("type", "CONTACT");
            source.addProperty("id", hexId);
            metadata.add("source", source);
            item.add("metadata", metadata);
            sent.get(i).getAsJsonObject().asMap().forEach((name, value) -> {
                if (!name.equals("metadata") && !isBlank(value)) {
                    item.add(name, value);
                }
            });
            addDerived(field, item);
            out.add(item);
        }
        return Json.write(out);
    }

    private static int primary(JsonArray items) {
        for (int i = 0; i < items.size(); i++) {
            JsonElement chosen = Json.child(items.get(i).getAsJsonObject(), "metadata").get("sourcePrimary");
            if (chosen != null && chosen.getAsBoolean()) {
                return i;
            }
        }
        return 0;
    }

    private void addDerived(String field, JsonObject item) {
        String type = Json.text(item, "type");
        if (!type.isEmpty() && !field.equals("nicknames") && !field.equals("locations")) {
            item.addProperty("formattedType", TypeLabels.english(type));
        }
        switch (field) {
            case "names" -> DisplayNames.derive(item, switches.nameConflict().get());
            case "phoneNumbers" -> canonical(Json.text(item, "value"))
                    .ifPresent(e164 -> item.addProperty("canonicalForm", e164));
            case "genders" -> item.addProperty("formattedValue", TypeLabels.english(Json.text(item, "value")));
            case "imClients" -> {
                if (item.has("protocol")) {
                    item.addProperty("formattedProtocol", TypeLabels.protocol(Json.text(item, "protocol")));
                }
            }
            case "addresses" -> {
                if (!item.has("formattedValue")) {
                    item.addProperty("formattedValue", address(item));
                }
            }
            case "memberships" -> {
                JsonObject group = Json.child(item, "contactGroupMembership");
                String name = Json.text(group, "contactGroupResourceName");
                JsonObject full = new JsonObject();
                full.addProperty("contactGroupId", name.substring(name.indexOf('/') + 1));
                full.addProperty("contactGroupResourceName", name);
                item.add("contactGroupMembership", full);
            }
            default -> { }
        }
    }

    private Optional<String> canonical(String value) {
        try {
            PhoneNumber number = phones.parse(value, switches.phoneRegion().get());
            return phones.isValidNumber(number) ? Optional.of(phones.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String address(JsonObject item) {
        List<String> lines = new ArrayList<>();
        add(lines, Json.text(item, "streetAddress"));
        add(lines, Json.text(item, "extendedAddress"));
        add(lines, Json.text(item, "poBox"));
        add(lines, String.join(" ", Json.text(item, "city"), Json.text(item, "region"),
                Json.text(item, "postalCode")).strip().replaceAll(" +", " "));
        add(lines, Json.text(item, "country").isEmpty() ? Json.text(item, "countryCode") : Json.text(item, "country"));
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String line) {
        if (!line.isBlank()) {
            lines.add(line);
        }
    }

    private static boolean hasContent(JsonObject item) {
        return item.asMap().entrySet().stream().anyMatch(e -> !e.getKey().equals("metadata")
                && !e.getKey().equals("type") && !isBlank(e.getValue()));
    }

    /** Proto3 knows no difference between an empty text and none, zero and none, false and none. */
    private static boolean isBlank(JsonElement value) {
        if (value.isJsonPrimitive()) {
            return value.getAsJsonPrimitive().isString() ? value.getAsString().isEmpty()
                    : value.getAsString().equals("0") || value.getAsString().equals("false");
        }
        return value.isJsonObject() && value.getAsJsonObject().asMap().values().stream().allMatch(Deriver::isBlank);
    }
}

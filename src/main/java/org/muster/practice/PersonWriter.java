package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Writes a contact as an answer shows it: the fields of the mask and nothing that is empty. */
final class PersonWriter {
    /** Longest list of e-mails or phones in connections.list. */
    private static final int LIST_LIMIT = 100;
    /** A list of more than a hundred items cannot be shorter than this many characters. */
    private static final int LIST_LIMIT_CHARS = LIST_LIMIT * 60;

    private final Etags etags;
    private final String root;

    /** @param root the server's own root, for the addresses of photos */
    PersonWriter(Etags etags, String root) {
        this.etags = etags;
        this.root = root;
    }

    /**
     * How an answer shows people.
     *
     * @param mask its fields
     * @param sources its sources
     * @param language language of {@code formattedType}, empty for English
     * @param list whether it is connections.list, which cuts e-mails and phones at 100
     * @param formerNames whether {@code metadata.previousResourceNames} is shown, as in an incremental sync
     */
    record View(ReadMask mask, Sources sources, String language, boolean list, boolean formerNames) {
        static View of(ReadMask mask, Sources sources, String language) {
            return new View(mask, sources, language, false, false);
        }
    }

    String write(StoredPerson person, View view) {
        StringBuilder out = new StringBuilder(1024);
        write(out, person, view);
        return out.toString();
    }

    void write(StringBuilder out, StoredPerson person, View view) {
        out.append("{\"resourceName\":\"").append(person.resourceName()).append("\",\"etag\":\"")
                .append(etags.person(person, view.mask())).append('"');
        if (person.deleted() || view.mask().has(PersonFields.METADATA)) {
            out.append(",\"metadata\":");
            metadata(out, person, view);
        }
        for (int i = 0; i < PersonFields.COUNT; i++) {
            if (view.mask().has(i) && i != PersonFields.METADATA && !person.deleted()) {
                String items = i == PersonFields.PHOTOS ? photos(person, view) : items(person, i, view);
                if (items != null) {
                    out.append(",\"").append(PersonFields.READ.get(i)).append("\":").append(items);
                }
            }
        }
        out.append('}');
    }

    private static String items(StoredPerson person, int field, View view) {
        String own = view.sources().contact() ? person.own()[field] : null;
        String profile = view.sources().profile() && person.profile() != null ? person.profile()[field] : null;
        String items = own;
        if (profile != null) {
            items = own == null ? profile : join(profile, own);
        }
        if (items == null) {
            return null;
        }
        if (view.list() && items.length() > LIST_LIMIT_CHARS
                && (field == PersonFields.EMAILS || field == PersonFields.PHONES)) {
            items = cut(items);
        }
        return view.language().isEmpty() ? items : TypeLabels.translate(items, view.language());
    }

    /** The profile's items come first and hold the primary one. */
    private static String join(String profile, String own) {
        JsonArray all = JsonParser.parseString(profile).getAsJsonArray();
        for (JsonElement element : JsonParser.parseString(own).getAsJsonArray()) {
            Json.child(element.getAsJsonObject(), "metadata").remove("primary");
            all.add(element);
        }
        return Json.write(all);
    }

    private static String cut(String items) {
        JsonArray all = JsonParser.parseString(items).getAsJsonArray();
        JsonArray first = new JsonArray();
        for (int i = 0; i < Math.min(LIST_LIMIT, all.size()); i++) {
            first.add(all.get(i));
        }
        return Json.write(first);
    }

    private static void metadata(StringBuilder out, StoredPerson person, View view) {
        out.append("{\"sources\":[");
        boolean linked = !person.profileId().isEmpty() && view.sources().profile();
        if (view.sources().contact() || person.deleted()) {
            out.append("{\"type\":\"CONTACT\",\"id\":\"").append(person.hexId()).append("\",\"etag\":\"")
                    .append(Etags.source(person)).append("\",\"updateTime\":\"").append(person.updated()).append("\"}");
            out.append(linked ? "," : "");
        }
        if (linked) {
            out.append("{\"type\":\"PROFILE\",\"id\":").append(Json.quote(person.profileId())).append(",\"etag\":\"")
                    .append(Etags.profile(person)).append("\",\"profileMetadata\":{\"objectType\":\"PERSON\","
                            + "\"userTypes\":[\"GOOGLE_USER\"]}}");
        }
        out.append(']');
        if (view.formerNames() && !person.formerNames().isEmpty()) {
            JsonArray names = new JsonArray();
            person.formerNames().forEach(names::add);
            out.append(",\"previousResourceNames\":").append(Json.write(names));
        }
        out.append(person.deleted() ? ",\"deleted\":true" : "").append(",\"objectType\":\"PERSON\"}");
    }

    private String photos(StoredPerson person, View view) {
        String profile = view.sources().profile() && person.profile() != null
                ? person.profile()[PersonFields.PHOTOS] : null;
        if (profile != null) {
            return profile;
        }
        boolean owned = !person.photo().isEmpty();
        String path = owned ? "photos/" + person.hexId() + "-" + person.version() + "=s100" : "photos/default=s100";
        return "[{\"metadata\":{\"primary\":true,\"source\":{\"type\":\"CONTACT\",\"id\":\"" + person.hexId()
                + "\"}},\"url\":\"" + root + path + "\"" + (owned ? "" : ",\"default\":true") + "}]";
    }

    /** The whole contact as a tree, both sources. */
    JsonObject tree(StoredPerson person) {
        return JsonParser.parseString(write(person, View.of(ReadMask.ALL, Sources.BOTH, ""))).getAsJsonObject();
    }
}

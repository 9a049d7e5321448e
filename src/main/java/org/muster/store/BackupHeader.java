package org.muster.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;

/**
 * The first line of a backup.
 *
 * @param account whose it is; see {@link org.muster.jobs.JobService.Lane#id}
 * @param taken when it was begun
 * @param fields what it holds of each contact, completely
 * @param labels the account's labels then, whose names contacts do not tell
 * @param contacts how many contacts follow, a line each
 */
public record BackupHeader(String account, Instant taken, FieldMask fields, List<Label> labels, int contacts) {
    /** The form of the file; one that is larger was written by a later Muster. */
    static final int VERSION = 1;
    private static final String MARK = "musterBackup";
    /** The number of contacts is known last and written into its place then, which is as wide as the largest number. */
    private static final int DIGITS = 10;
    private static final String COUNT = String.format(Locale.ROOT, "%%%dd}", DIGITS);

    public BackupHeader {
        labels = List.copyOf(labels);
    }

    /** The line, without its end. */
    String line() {
        JsonObject json = new JsonObject();
        json.addProperty(MARK, VERSION);
        json.addProperty("account", account);
        json.addProperty("taken", taken.toString());
        json.addProperty("fields", fields.toString());
        JsonArray all = new JsonArray();
        for (Label label : labels) {
            JsonObject one = new JsonObject();
            one.addProperty("resourceName", label.resourceName());
            one.addProperty("name", label.name());
            one.addProperty("system", label.system());
            one.addProperty("memberCount", label.memberCount());
            all.add(one);
        }
        json.add("labels", all);
        String open = json.toString();
        return open.substring(0, open.length() - 1) + ",\"contacts\":" + count(contacts);
    }

    /** What the line ends with, always as long. */
    static String count(int contacts) {
        return String.format(Locale.ROOT, COUNT, contacts);
    }

    /** What the line says of its version, if it is the first line of a backup at all. */
    static Optional<Integer> version(String line) {
        try {
            return json(line).map(json -> json.get(MARK)).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsInt);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** @return empty when it is no first line of this version */
    static Optional<BackupHeader> read(String line) {
        try {
            Optional<JsonObject> json = json(line);
            if (json.isEmpty() || !version(line).equals(Optional.of(VERSION))) {
                return Optional.empty();
            }
            List<Label> labels = new ArrayList<>();
            for (JsonElement one : json.get().getAsJsonArray("labels")) {
                JsonObject label = one.getAsJsonObject();
                labels.add(new Label(label.get("resourceName").getAsString(), label.get("name").getAsString(), label.get("system").getAsBoolean(), label.get("memberCount").getAsInt()));
            }
            FieldMask.Parsed fields = FieldMask.parse(json.get().get("fields").getAsString());
            int contacts = json.get().get("contacts").getAsInt();
            boolean sound = fields.wrongPaths().isEmpty() && contacts >= 0;
            return sound ? Optional.of(new BackupHeader(json.get().get("account").getAsString(), Instant.parse(json.get().get("taken").getAsString()), fields.mask(), labels, contacts)) : Optional.empty();
        } catch (IllegalStateException | UnsupportedOperationException | NullPointerException | NumberFormatException | ClassCastException | DateTimeException e) {
            return Optional.empty(); // JSON of another shape
        }
    }

    private static Optional<JsonObject> json(String line) {
        try {
            JsonElement json = JsonParser.parseString(line);
            return json.isJsonObject() ? Optional.of(json.getAsJsonObject()) : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }
}

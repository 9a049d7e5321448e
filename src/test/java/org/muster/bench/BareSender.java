package org.muster.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.PeopleGateway;

/** Sends the very bodies Muster sent, with the names and versions its own contacts have. All writing and reading of JSON is done outside the measured time. */
final class BareSender {
    /** The fields Muster saves of a contact. */
    private static final String READ = "sources=READ_SOURCE_TYPE_CONTACT&personFields=" + FieldMask.writable().plus(PersonField.PHOTOS, PersonField.METADATA);

    private final BareClient client;
    private final Phase.Each<List<byte[]>> bodies;
    private final Phase.Each<List<JsonObject>> trees;

    /** @param bodies what Muster sent */
    BareSender(BareClient client, Phase.Each<List<byte[]>> bodies) {
        this.client = client;
        this.bodies = bodies;
        this.trees = bodies.map(all -> all.stream().map(BareSender::tree).toList());
    }

    /**
     * What the requests took, in nanoseconds.
     *
     * @param phases those of each phase
     * @param reading what it takes besides to read, one request after the other, every contact whole before it is deleted
     */
    record Times(Phase.Each<Long> phases, long reading) {}

    Times run() {
        List<byte[]> answers = new ArrayList<>();
        long create = time(Phase.CREATE, bodies.of(Phase.CREATE), answers);
        List<JsonObject> made = new ArrayList<>();
        answers.forEach(answer -> tree(answer).getAsJsonArray("createdPeople").forEach(item -> made.add(item.getAsJsonObject().getAsJsonObject("person"))));
        long update = time(Phase.UPDATE, trees.of(Phase.UPDATE).stream().map(updates(made.iterator())).toList(), new ArrayList<>());
        long reading = read(made.stream().map(person -> person.get("resourceName").getAsString()).toList());
        long delete = time(Phase.DELETE, trees.of(Phase.DELETE).stream().map(deletes(made.iterator())).toList(), new ArrayList<>());
        return new Times(new Phase.Each<>(create, update, delete), reading);
    }

    /** Batches of deletes have no more names than fit into so many requests: it makes no difference that all is read first here. None of these contacts has a photo. */
    private long read(List<String> names) {
        System.gc();
        long start = System.nanoTime();
        for (int from = 0; from < names.size(); from += PeopleGateway.GET_LIMIT) {
            String form = names.subList(from, Math.min(names.size(), from + PeopleGateway.GET_LIMIT)).stream().map(name -> "&resourceNames=" + name).collect(Collectors.joining("", READ, ""));
            client.getLong("/v1/people:batchGet", form);
        }
        return System.nanoTime() - start;
    }

    private long time(Phase phase, List<byte[]> requests, List<byte[]> answers) {
        System.gc();
        long start = System.nanoTime();
        for (byte[] body : requests) {
            answers.add(client.post(phase.path(), body));
        }
        return System.nanoTime() - start;
    }

    private interface Rewriting extends java.util.function.Function<JsonObject, byte[]> {}

    private static Rewriting updates(Iterator<JsonObject> made) {
        return body -> {
            JsonObject contacts = new JsonObject();
            for (JsonElement was : body.getAsJsonObject("contacts").asMap().values()) {
                JsonObject now = made.next();
                JsonObject person = was.getAsJsonObject().deepCopy();
                person.add("resourceName", now.get("resourceName"));
                person.add("etag", now.get("etag"));
                JsonObject source = person.getAsJsonObject("metadata").getAsJsonArray("sources").get(0).getAsJsonObject();
                JsonObject contact = contactSource(now);
                source.add("id", contact.get("id"));
                source.add("etag", contact.get("etag"));
                contacts.add(now.get("resourceName").getAsString(), person);
            }
            return with(body, "contacts", contacts);
        };
    }

    private static JsonObject contactSource(JsonObject person) {
        for (JsonElement source : person.getAsJsonObject("metadata").getAsJsonArray("sources")) {
            if (source.getAsJsonObject().get("type").getAsString().equals("CONTACT")) {
                return source.getAsJsonObject();
            }
        }
        throw new IllegalStateException("a contact without a source");
    }

    private static Rewriting deletes(Iterator<JsonObject> made) {
        return body -> {
            JsonArray names = new JsonArray();
            body.getAsJsonArray("resourceNames").forEach(was -> names.add(made.next().get("resourceName")));
            return with(body, "resourceNames", names);
        };
    }

    private static byte[] with(JsonObject body, String member, JsonElement value) {
        JsonObject copy = body.deepCopy();
        copy.add(member, value);
        return copy.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject tree(byte[] json) {
        return JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
    }
}

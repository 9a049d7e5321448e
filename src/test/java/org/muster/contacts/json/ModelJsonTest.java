package org.muster.contacts.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.JsonGenerator;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.Data;
import com.google.api.services.people.v1.model.BatchCreateContactsResponse;
import com.google.api.services.people.v1.model.BatchUpdateContactsRequest;
import com.google.api.services.people.v1.model.BatchUpdateContactsResponse;
import com.google.api.services.people.v1.model.Birthday;
import com.google.api.services.people.v1.model.Date;
import com.google.api.services.people.v1.model.GetPeopleResponse;
import com.google.api.services.people.v1.model.ListConnectionsResponse;
import com.google.api.services.people.v1.model.ListContactGroupsResponse;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import com.google.api.services.people.v1.model.UpdateContactPhotoRequest;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.contacts.FieldMask;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;

/** Our own reading and writing of Google's models says what Google's library says, of every sample contact and of whatever else comes along. */
class ModelJsonTest {
    @Test
    void everySampleContactIsReadAndWrittenAsGoogleDoes() throws Exception {
        try (PracticeServer server = PracticeServer.start(PracticeConfig.inMemory(SampleData.standard())); HttpClient http = HttpClient.newHttpClient()) {
            int seen = 0;
            String token = "";
            do {
                String query = "?pageSize=1000&personFields=" + URLEncoder.encode(FieldMask.all().toString(), StandardCharsets.UTF_8) + (token.isEmpty() ? "" : "&pageToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
                URI page = server.endpoint().resolve("/v1/people/me/connections" + query);
                String json = http.send(HttpRequest.newBuilder(page).header("Authorization", "Bearer " + server.token()).build(), HttpResponse.BodyHandlers.ofString()).body();

                ListConnectionsResponse ours = ModelReader.read(json, ListConnectionsResponse.class);
                ListConnectionsResponse theirs = byGoogle(json, ListConnectionsResponse.class);
                assertThat(ours.getConnections()).isNotEmpty();
                assertSame(ours, theirs);
                assertThat(ModelWriter.write(ours)).isEqualTo(byGoogle(theirs));
                seen += ours.getConnections().size();
                token = ours.getNextPageToken() == null ? "" : ours.getNextPageToken();
            } while (!token.isEmpty());
            assertThat(seen).isGreaterThan(1_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}",
        " {\"etag\" : \"a\\u00e9\\n\\\"\\ud83d\\ude00\\u2028\" } ",
        "{\"etag\":\"first\",\"etag\":\"second\"}",
        "{\"etag\":null,\"names\":null,\"metadata\":null}",
        "{\"etag\":12}",
        "{\"etag\":true}",
        "{\"names\":[null]}",
        "{\"names\":[{\"givenName\":null}]}",
        "{\"names\":{\"givenName\":\"Ada\"}}",
        "{\"names\":\"Ada\"}",
        "{\"names\":[\"Ada\"]}",
        "{\"names\":[{\"displayName\":\"Ada\",\"shoeSize\":{\"eu\":[38,38.5,null,true,{\"n\":-1e3}]}}]}",
        "{\"toString\":\"x\",\"\":\"y\",\"unknownFields\":{},\"factory\":1}",
        "{\"birthdays\":[{\"date\":{\"year\":2000,\"month\":1,\"day\":0}}]}",
        "{\"birthdays\":[{\"date\":{\"year\":\"2000\",\"month\":1.0}}]}",
        "{\"birthdays\":[{\"date\":{\"year\":1e3}}]}",
        "{\"birthdays\":[{\"date\":{\"year\":99999999999}}]}",
        "{\"birthdays\":[{\"date\":{\"year\":-0}}]}",
        "{\"photos\":[{\"default\":true,\"url\":\"u\"}]}",
        "{\"photos\":[{\"default\":\"true\"}]}",
        "{\"metadata\":{\"sources\":[{\"profileMetadata\":{\"userTypes\":[\"GOOGLE_USER\"]}}]}}",
        "{\"birthdays\":[{\"date\":{\"year\":2147483647,\"month\":-2147483648,\"day\":-12}}]}",
        "{\"birthdays\":[{\"date\":{\"year\":2147483648}}]}",
        "{\"birthdays\":[{\"date\":{\"year\":007}}]}",
        "{\"birthdays\":[{\"date\":{\"year\":-}}]}",
        "{\"birthdays\":[{\"date\":{\"year\":12x}}]}",
        "{\"birthdays\":[{\"date\":{\"year\":12", "{\"photos\":[{\"default\":tru", "{\"photos\":[{\"default\":true",
        "{\"photos\":[{\"default\":TRUE}]}", "{\"photos\":[{\"default\":truer}]}", "{\"photos\":[{\"default\":false }]}",
        "{\"etag\":\"a\tb\nc\"}", "{\"etag\":\"\\t\\b\\n\\r\\f\\/\\\\\\\"\\u00E9\\ud83d\\ude00\\ud800x\"}", "{\"etag\":\"\\x\"}", "{\"etag\":\"\\u00g0\"}", "{\"etag\":\"\\u00", "{\"etag\":\"a\\", "{\"etag\":\"a\\\"}",
        "{\"et\\u0061g\":\"a\"}", "{\"etag\":\"Zo\u00eb \u65e5\u672c \ud83d\ude00\",\"resourceName\":\"Zo\u00eb \u65e5\u672c \ud83d\ude00\"}", "{\"etag\":\"\ud800\"}",
        "{\"etag\":\"a\",}", "{,\"etag\":\"a\"}", "{\"names\":[{},]}", "{\"names\":[,{}]}", "{\"etag\":\"a\";\"resourceName\":\"b\"}", "{\"etag\"=\"a\"}", "// a remark\n{}", "\ufeff{\"etag\":\"a\"}",
        "\t{\r\n\"names\" : [ { } , { \"givenName\" : \"a\" } ] , \"etag\" : \"e\" } ",
        "{\"names\":[{\"metadata\":{\"primary\":true}},{\"metadata\":  {\"primary\":true}},{\"metadata\":{\"primary\":true,\"verified\":true}},{\"metadata\":{\"primary\":true}}]}",
        "{\"names\":[{\"metadata\":{\"primary\":true}},{\"metadata\":{\"primary\":true}", "{\"names\":[{\"metadata\":{\"primary\":true}},{\"metadata\":{\"primary\":tru", "{\"names\":[{\"metadata\":{}},{\"metadata\":{}x}]}", "{\"names\":[{\"metadata\":{}},{\"metadata\":{\"source\":{}}}]}",
        "{\"memberships\":[{\"contactGroupMembership\":{\"contactGroupResourceName\":\"a\"}},{\"contactGroupMembership\":{\"contactGroupResourceName\":\"a\"}},{\"contactGroupMembership\":{\"contactGroupResourceName\":\"b\"}}]}",
        "{\"metadata\":{\"linkedPeopleResourceNames\":[1,null]}}",
        "{\"names\":[[]]}",
        "[]", "null", "", "12", "\"text\"", "{", "{\"etag\":", "{\"etag\":\"a\"", "{\"etag\" \"a\"}", "{etag:'a'}", "<html>", "{\"names\":[{}", "{}x", "{\"etag\":NaN}"})
    void oddJsonIsReadAsGoogleDoes(String json) {
        assertReadAlike(json, Person.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"updateResult\":{\"people/c1\":{\"httpStatusCode\":200,\"person\":{\"resourceName\":\"people/c1\"},\"status\":{}},\"people/c1\":{\"requestedResourceName\":\"people/c1\"}}}",
        "{\"updateResult\":{\"people/c1\":{\"status\":{\"code\":9,\"message\":\"no\",\"details\":[{\"@type\":\"x\",\"n\":1}]}}}}",
        "{\"updateResult\":{\"people/c1\":null}}",
        "{\"updateResult\":[]}",
        "{\"error\":{\"code\":400}}"})
    void answersToBatchesAreReadAsGoogleDoes(String json) {
        assertReadAlike(json, BatchUpdateContactsResponse.class);
        assertReadAlike(json.replace("updateResult", "createdPeople"), BatchCreateContactsResponse.class);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void anyPersonIsReadAsGoogleDoes(@ForAll("persons") JsonObject person) {
        assertReadAlike(person.toString(), Person.class);
    }

    @Test
    void textsThatNeedCareAreWrittenAsGoogleDoes() throws IOException {
        for (char c = 0; c < 0x100; c++) {
            anyTextIsWrittenAsGoogleDoes("a" + c + "b");
        }
        anyTextIsWrittenAsGoogleDoes("\u2027\u2028\u2029\u202a \ud83d\ude00 \ud800 </script>&'=");
    }

    @Property(tries = 300)
    void anyTextIsWrittenAsGoogleDoes(@ForAll String text) throws IOException {
        Person person = new Person().setEtag(text).setNames(List.of(new Name().setGivenName(text)));
        Map<String, Person> bodies = new LinkedHashMap<>();
        bodies.put(text, person);
        BatchUpdateContactsRequest request = new BatchUpdateContactsRequest().setContacts(bodies).setUpdateMask(text).setSources(List.of());
        assertThat(ModelWriter.write(request)).isEqualTo(byGoogle(request));
    }

    @Test
    void whatIsNoMemberOfAModelIsWrittenAsGoogleDoes() throws IOException {
        for (Person person : List.of(
                new Person().set("shoeSize", 38).setEtag("a"),
                new Person().setMetadata(Data.nullOf(PersonMetadata.class)),
                new Person().setEtag(Data.NULL_STRING),
                new Person().setMetadata(new PersonMetadata().setDeleted(Data.NULL_BOOLEAN)),
                new Person().setEtag(""),
                new Person().setNames(List.of()),
                new Person().setBirthdays(List.of(new Birthday().setDate(new Date().setYear(0).setMonth(Data.NULL_INTEGER)))))) {
            assertThat(ModelWriter.write(person)).isEqualTo(byGoogle(person));
        }
    }

    @Test
    void everyMemberOfEveryModelCanBeSetAndGot() {
        Set<Class<?>> seen = new HashSet<>();
        Deque<Class<?>> todo = new ArrayDeque<>(List.of(ListConnectionsResponse.class, BatchUpdateContactsRequest.class, BatchUpdateContactsResponse.class, BatchCreateContactsResponse.class,
                UpdateContactPhotoRequest.class, ListContactGroupsResponse.class, GetPeopleResponse.class));
        while (!todo.isEmpty()) {
            Class<?> type = todo.pop();
            if (seen.add(type)) {
                for (Shape.Part part : Shape.of(type).parts()) {
                    GenericJson model = Shape.of(type).make();
                    Object value = value(part.kind, todo);
                    Members.set(model, part.name, value);
                    assertThat(Members.get(model, part.name)).as(type + "." + part.name).isEqualTo(value).isEqualTo(model.get(part.name));
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(40);
        assertThat(Members.get(new Person(), "shoeSize")).isNull();
        Person odd = new Person();
        Members.set(odd, "shoeSize", 38);
        assertThat(odd.getUnknownKeys()).containsEntry("shoeSize", 38);
        assertThat(Members.copy(odd.setEtag("a"), new Person())).isEqualTo(odd);
    }

    private static Object value(Shape.Kind kind, Deque<Class<?>> met) {
        return switch (kind) {
            case Shape.Kind.Plain plain -> switch (plain) {
                case TEXT -> "text";
                case NUMBER -> 12;
                case TRUTH -> true;
                case FOREIGN -> null;
            };
            case Shape.Kind.Model(Class<?> type) -> {
                met.add(type);
                yield Shape.of(type).make();
            }
            case Shape.Kind.Many(Shape.Kind item) -> List.of(value(item, met));
            case Shape.Kind.Named(Shape.Kind item) -> value(item, met) instanceof Object one ? Map.of("name", one) : Map.of();
        };
    }

    @Provide
    Arbitrary<JsonObject> persons() {
        Arbitrary<JsonElement> leaf = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(6).map(JsonPrimitive::new),
                Arbitraries.integers().map(JsonPrimitive::new),
                Arbitraries.of(new JsonPrimitive(true), new JsonPrimitive(1.5), new JsonPrimitive("2000"), JsonNull.INSTANCE));
        Arbitrary<JsonElement> any = Arbitraries.recursive(() -> leaf, inner -> Arbitraries.oneOf(inner, list(inner), object(inner).map(o -> o)), 0, 2);
        Arbitrary<JsonElement> texts = Arbitraries.strings().ofMaxLength(8).map(JsonPrimitive::new);
        Arbitrary<JsonElement> item = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, object(texts).map(o -> o)), net.jqwik.api.Tuple.of(1, any));
        return object(Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, list(item)), net.jqwik.api.Tuple.of(2, texts), net.jqwik.api.Tuple.of(1, any)));
    }

    private static Arbitrary<JsonElement> list(Arbitrary<JsonElement> items) {
        return items.list().ofMaxSize(3).map(some -> {
            JsonArray array = new JsonArray();
            some.forEach(array::add);
            return array;
        });
    }

    private static Arbitrary<JsonObject> object(Arbitrary<JsonElement> values) {
        Arbitrary<String> keys = Arbitraries.of("etag", "resourceName", "names", "emailAddresses", "birthdays", "metadata", "sources", "givenName", "value", "date", "year", "type", "unheardOf", "primary", "source", "id");
        return Combinators.combine(keys.list().ofMaxSize(5), values.list().ofSize(5)).as((names, some) -> {
            JsonObject object = new JsonObject();
            for (int i = 0; i < names.size(); i++) {
                object.add(names.get(i), some.get(i));
            }
            return object;
        });
    }

    private static <T extends GenericJson> void assertReadAlike(String json, Class<T> type) {
        T theirs;
        try {
            theirs = byGoogle(json, type);
        } catch (IOException | RuntimeException e) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> ModelReader.read(json, type))).as(json).isInstanceOf(e.getClass());
            return;
        }
        try {
            assertSame(ModelReader.read(json, type), theirs);
            String whole = new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8); // what has no form in UTF-8 never comes as bytes
            assertSame(ModelReader.read(json.getBytes(StandardCharsets.UTF_8), type), byGoogle(whole, type));
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    private static void assertSame(GenericJson ours, GenericJson theirs) throws IOException {
        assertThat(ours).isEqualTo(theirs);
        if (theirs != null) {
            assertThat(byGoogle(ours)).isEqualTo(byGoogle(theirs));
            assertThat(ours.getFactory()).isEqualTo(theirs.getFactory());
            assertThat(ours.getUnknownKeys()).isEqualTo(theirs.getUnknownKeys());
        }
    }

    private static <T extends GenericJson> T byGoogle(String json, Class<T> type) throws IOException {
        return GsonFactory.getDefaultInstance().createJsonParser(json).parseAndClose(type);
    }

    private static String byGoogle(Object model) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = GsonFactory.getDefaultInstance().createJsonGenerator(text)) {
            generator.serialize(model);
        }
        return text.toString();
    }
}

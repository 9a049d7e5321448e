package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** A practice server and a bare HTTP client that speaks to it. */
final class Practice implements AutoCloseable {
    final PracticeServer server;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Practice() throws IOException {
        this(PracticeConfig.inMemory(SampleData.none()));
    }

    Practice(PracticeConfig config) throws IOException {
        server = PracticeServer.start(config);
    }

    /** An answer; its body parsed when it is JSON. */
    record Answer(int status, String text, String type, HttpResponse<String> raw) {
        JsonObject json() {
            return JsonParser.parseString(text).getAsJsonObject();
        }

        JsonObject error() {
            return json().getAsJsonObject("error");
        }

        String message() {
            return error().get("message").getAsString();
        }

        String errorStatus() {
            return error().get("status").getAsString();
        }

        JsonObject detail() {
            return error().getAsJsonArray("details").get(0).getAsJsonObject();
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, json);
    }

    Answer send(String method, String path, String json, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, headers).method(method, json == null
                ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.build());
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.endpoint() + path))
                .header("Authorization", "Bearer " + server.token());
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(),
                response.headers().firstValue("Content-Type").orElse(""), response);
    }

    HttpClient http() {
        return http;
    }

    /** Adds a contact with a name and returns its resource name. */
    String put(String givenName) {
        return server.putContact(named(givenName));
    }

    String etag(String resourceName) {
        return server.contact(resourceName).get("etag").getAsString();
    }

    String given(String resourceName) {
        return server.contact(resourceName).getAsJsonArray("names").get(0).getAsJsonObject().get("givenName")
                .getAsString();
    }

    static JsonObject named(String givenName) {
        return JsonParser.parseString("{\"names\":[{\"givenName\":\"" + givenName + "\"}]}").getAsJsonObject();
    }

    /** The body of a batch create of the given persons. */
    static String create(String readMask, String... persons) {
        List<String> contacts = new ArrayList<>();
        for (String person : persons) {
            contacts.add("{\"contactPerson\":" + person + "}");
        }
        return "{\"contacts\":[" + String.join(",", contacts) + "],\"readMask\":\"" + readMask + "\"}";
    }

    static List<String> names(JsonArray people) {
        List<String> names = new ArrayList<>();
        people.forEach(p -> names.add(p.getAsJsonObject().get("resourceName").getAsString()));
        return names;
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}

package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.muster.app.Launcher;
import org.muster.contacts.Label;
import org.muster.people.Answer;
import org.muster.people.GooglePeopleGateway;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;

/** A practice server, and commands run against it as the shell runs them: by the launcher, with streams that are captured. */
final class Shell implements AutoCloseable {
    /** How a command ended and what it wrote. */
    record Ran(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    final PracticeServer server;
    final Path folder;

    Shell(Path folder) {
        this.folder = folder;
        try {
            server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command in a pipe: nobody can be asked. */
    Ran muster(String... args) {
        return run(new BufferedReader(new StringReader("")), false, args);
    }

    /** Runs a command at a terminal, where these lines are typed. */
    Ran typing(String typed, String... args) {
        return run(new BufferedReader(new StringReader(typed)), true, args);
    }

    /** Runs a command at a terminal, where something happens before the question is answered. */
    Ran answering(Supplier<String> answer, String... args) {
        return run(new BufferedReader(new StringReader("")) {
            @Override
            public String readLine() {
                return answer.get();
            }
        }, true, args);
    }

    private Ran run(BufferedReader in, boolean attended, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(new PrintStream(out, false, StandardCharsets.UTF_8), errors, in, attended);
        List<String> all = new ArrayList<>(List.of("--data-dir", folder.resolve("data").toString(), "--endpoint", server.endpoint().toString()));
        all.addAll(List.of(args));
        int code = new Launcher(terminal, errors, Map.of("MUSTER_TOKEN", server.token())).run(all);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Puts a contact on the server; JSON with single quotes. */
    String given(String person) {
        return server.putContact(JsonParser.parseString(person.replace('\'', '"')).getAsJsonObject());
    }

    /** Puts somebody of that name on the server. */
    String given(String given, String family) {
        return given("{'names':[{'givenName':'" + given + "','familyName':'" + family + "'}]}");
    }

    /** The id of the newest job. */
    String newestJob() {
        return muster("jobs", "list", "--output", "csv").lines().getLast().split(",")[0];
    }

    /** Makes a label as somebody else would; its resource name. */
    String label(String name) {
        return switch (GooglePeopleGateway.withToken(server.endpoint(), server::token).createLabel(name)) {
            case Answer.Ok<Label>(Label label) -> label.resourceName();
            case Answer.Failed<Label>(var error) -> throw new AssertionError(error);
        };
    }

    /** Deletes a label as somebody else would. */
    void deleteLabel(String label) {
        HttpRequest request = HttpRequest.newBuilder(server.endpoint().resolve("v1/" + label)).header("Authorization", "Bearer " + server.token()).DELETE().build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A contact as the server has it; {@code null} when it is gone. */
    JsonObject contact(String name) {
        return server.contact(name);
    }

    /** A file with this text. */
    String file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mutations the server was sent. */
    long mutations() {
        return server.log().entries().stream().filter(e -> e.methodId().startsWith("people.batch")).count();
    }

    @Override
    public void close() {
        server.close();
    }
}

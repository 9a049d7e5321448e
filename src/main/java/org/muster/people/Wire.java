package org.muster.people;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.json.JsonHttpContent;
import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.PeopleServiceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.contacts.json.ModelReader;

/** Sends one request and reads the whole of its answer before judging it, so that half an answer is never taken for one. */
final class Wire {
    /** Bytes at the end of an answer in which something is looked for before it is understood. */
    private static final int TAIL = 2_000;

    /** Bytes that are made room for when an answer announces them. */
    private static final int MOST_AT_ONCE = 8 << 20;

    private final boolean gzip;

    /** @param gzip whether bodies are compressed on their way to the server */
    Wire(boolean gzip) {
        this.gzip = gzip;
    }

    <T extends GenericJson> Answer<T> send(PeopleServiceRequest<T> request, Asked asked) {
        return prepare(request, asked).send().read();
    }

    /** Writes a request out. */
    <T extends GenericJson> Prepared<T> prepare(PeopleServiceRequest<T> request, Asked asked) {
        try {
            SentContent body = request.getHttpContent() instanceof JsonHttpContent json ? SentContent.of(json) : null;
            return () -> exchange(request, body, asked);
        } catch (IOException e) {
            throw new UncheckedIOException("the library refused to write a request", e);
        }
    }

    private <T extends GenericJson> Prepared.Arrived<T> exchange(PeopleServiceRequest<T> request, SentContent body, Asked asked) {
        HttpResponse response;
        byte[] answer;
        try {
            HttpRequest http = request.buildHttpRequest();
            if (body != null) {
                http.setContent(body);
            }
            if (!gzip) {
                http.setEncoding(null);
                http.getHeaders().setAcceptEncoding("identity");
            }
            response = http.execute();
        } catch (IOException e) {
            return refused(Refusals.of(e, body == null || body.started()));
        }
        try {
            answer = readAll(response);
        } catch (IOException e) {
            return refused(Refusals.of(e, true));
        }
        int status = response.getStatusCode();
        if (!response.isSuccessStatusCode()) {
            return refused(Refusals.of(asked, status, response.getHeaders(), answer));
        }
        return new Prepared.Arrived<>() {
            @Override
            public boolean taken() {
                return looksLikeAnObject(answer);
            }

            @Override
            public Optional<String> glimpse(String member) {
                return Wire.glimpse(answer, member);
            }

            @Override
            public Answer<T> read() {
                return parse(answer, request.getResponseClass(), status);
            }
        };
    }

    private static <T> Prepared.Arrived<T> refused(ApiError error) {
        return Prepared.<T>unwritten(() -> new Answer.Failed<>(error)).send();
    }

    /** The last text of this name, as long as it is written without escapes and in ASCII, as tokens are. */
    private static Optional<String> glimpse(byte[] json, String member) {
        String tail = new String(json, Math.max(0, json.length - TAIL), Math.min(json.length, TAIL), StandardCharsets.ISO_8859_1);
        Matcher found = Pattern.compile("\"" + Pattern.quote(member) + "\"\\s*:\\s*\"([ -!#-\\[\\]-~]+)\"").matcher(tail);
        return found.results().map(m -> m.group(1)).reduce((first, last) -> last);
    }

    private static boolean looksLikeAnObject(byte[] json) {
        int from = 0;
        int to = json.length - 1;
        while (from <= to && json[from] <= ' ' && json[from] >= 0) {
            from++;
        }
        while (to >= from && json[to] <= ' ' && json[to] >= 0) {
            to--;
        }
        return from < to && json[from] == '{' && json[to] == '}';
    }

    /** An answer says how long it is, as a rule: then it is read into its place at once. */
    private static byte[] readAll(HttpResponse response) throws IOException {
        Long length = response.getHeaders().getContentLength();
        try (InputStream in = response.getContent()) {
            if (in == null) {
                return new byte[0];
            }
            byte[] first = new byte[length == null ? 0 : Math.clamp(length, 0, MOST_AT_ONCE)];
            int read = in.readNBytes(first, 0, first.length);
            byte[] rest = in.readAllBytes(); // to its end even where nothing more is announced: an answer that broke off is told by its end
            if (rest.length == 0) {
                return read == first.length ? first : Arrays.copyOf(first, read);
            }
            byte[] whole = Arrays.copyOf(first, read + rest.length);
            System.arraycopy(rest, 0, whole, read, rest.length);
            return whole;
        }
    }

    private static <T extends GenericJson> Answer<T> parse(byte[] answer, Class<T> type, int http) {
        try {
            T value = ModelReader.read(answer, type);
            if (value == null || saysOnlyForeignThings(value)) {
                return new Answer.Failed<>(Refusals.nonsense(http, "HTTP " + http));
            }
            return new Answer.Ok<>(value);
        } catch (IOException | RuntimeException e) {
            // Google's parser answers JSON that breaks off, or that has a text where a list belongs, with whatever it happens to trip over.
            return new Answer.Failed<>(Refusals.nonsense(http, "HTTP " + http));
        }
    }

    /** JSON that has members, but none the People API knows, is somebody else's. */
    private static boolean saysOnlyForeignThings(GenericJson value) {
        return !value.getUnknownKeys().isEmpty() && value.entrySet().stream().allMatch(e -> value.getUnknownKeys().containsKey(e.getKey()));
    }
}

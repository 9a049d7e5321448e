package org.muster.people;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpTransport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fetches photos from Google's image servers, which ask for no sign-in and get none. */
final class Photos {
    /** No contact's photo is larger; whatever is is none. */
    private static final int LARGEST = 20_000_000;
    /** The end of an address that asks for a small picture, such as {@code =s100}. */
    private static final Pattern SIZE = Pattern.compile("=s\\d+[^/]*$");
    /** Asks for more pixels than any photo has, so that it comes as it is kept. */
    private static final String FULL_SIZE = "=s4096";

    private final HttpTransport transport;
    private final Timeouts timeouts;

    Photos(HttpTransport transport, Timeouts timeouts) {
        this.transport = transport;
        this.timeouts = timeouts;
    }

    /** The photo as it is kept; if the server does not give that, as large as {@code address} says. */
    Answer<byte[]> fetch(String address) {
        Matcher size = SIZE.matcher(address);
        if (size.find() && get(size.replaceFirst(FULL_SIZE)) instanceof Answer.Ok<byte[]> full) {
            return full;
        }
        return get(address);
    }

    private Answer<byte[]> get(String address) {
        HttpResponse response;
        try {
            HttpRequest request = transport.createRequestFactory().buildGetRequest(new GenericUrl(address));
            request.setConnectTimeout(timeouts.connectMillis()).setReadTimeout(timeouts.readMillis()).setThrowExceptionOnExecuteError(false).setLoggingEnabled(false).setCurlLoggingEnabled(false);
            response = request.execute();
        } catch (IOException e) {
            return new Answer.Failed<>(Refusals.of(e, true));
        } catch (IllegalArgumentException e) {
            return notThere("not an address"); // what the server gave as the photo's address is none
        }
        try (InputStream in = response.getContent()) {
            byte[] bytes = in == null ? new byte[0] : in.readNBytes(LARGEST + 1);
            if (!response.isSuccessStatusCode()) {
                return refused(response);
            }
            if (bytes.length > LARGEST) {
                return notThere("not a photo");
            }
            // A page, or nothing, instead of a picture is from somebody on the way, such as a captive portal or a filter: the photo may still be had another time.
            return picture(bytes) ? new Answer.Ok<>(bytes) : new Answer.Failed<>(new ApiError(ErrorCause.SERVER, 0, "", "", "not a picture"));
        } catch (IOException e) {
            return new Answer.Failed<>(Refusals.of(e, true));
        }
    }

    /** Whether it begins as a JPEG, PNG, GIF or WebP does. */
    private static boolean picture(byte[] bytes) {
        String begins = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
        return begins.startsWith("\u00ff\u00d8\u00ff") || begins.startsWith("\u0089PNG\r\n\u001a\n") || begins.startsWith("GIF8") || begins.startsWith("RIFF") && begins.startsWith("WEBP", 8);
    }

    /** Image servers speak no language of the People API's: only the status counts. */
    private static Answer<byte[]> refused(HttpResponse response) {
        int http = response.getStatusCode();
        // That it is asked too often by an image server says nothing of the People API's quotas.
        return http == 429 || http / 100 == 5 ? new Answer.Failed<>(new ApiError(ErrorCause.SERVER, http, "", "", "HTTP " + http)) : notThere("HTTP " + http);
    }

    private static Answer<byte[]> notThere(String words) {
        return new Answer.Failed<>(new ApiError(ErrorCause.NOT_FOUND, 0, "", "", words));
    }
}

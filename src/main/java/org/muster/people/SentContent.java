package org.muster.people;

import com.google.api.client.http.AbstractHttpContent;
import com.google.api.client.http.json.JsonHttpContent;
import com.google.api.client.json.Json;
import com.google.api.client.json.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/**
 * A request's body, written out once, that remembers whether any of it was handed to a connection. As long as it was not, the server cannot
 * have acted on it. That decides between "could not be reached" and "did not answer", which no exception of the network tells reliably.
 */
final class SentContent extends AbstractHttpContent {
    private final byte[] bytes;
    private boolean started;

    private SentContent(byte[] bytes) {
        super(Json.MEDIA_TYPE);
        this.bytes = bytes;
    }

    static SentContent of(JsonHttpContent json) throws IOException {
        // To text first, then to bytes: written straight to bytes, every brace and comma would pass the encoder on its own.
        StringWriter text = new StringWriter(1 << 16);
        try (JsonGenerator generator = json.getJsonFactory().createJsonGenerator(text)) {
            generator.serialize(json.getData());
        }
        return new SentContent(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    boolean started() {
        return started;
    }

    @Override
    public long getLength() {
        return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        started = true;
        out.write(bytes);
        out.flush();
    }
}

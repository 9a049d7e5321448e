package org.muster.people;

import com.google.api.client.http.AbstractHttpContent;
import com.google.api.client.http.json.JsonHttpContent;
import com.google.api.client.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import org.muster.contacts.json.ModelWriter;

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
        return new SentContent(ModelWriter.bytes(json.getData()));
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

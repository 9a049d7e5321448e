package org.muster.people;

import com.google.api.client.http.AbstractHttpContent;
import com.google.api.client.http.json.JsonHttpContent;
import com.google.api.client.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A request's body, written out once, that remembers whether any of it was handed to a connection. As long as it was not, the server cannot
 * have acted on it. That decides between "could not be reached" and "did not answer", which no exception of the network tells reliably.
 */
final class SentContent extends AbstractHttpContent {
    private final byte[] bytes;
    private final int length;
    private boolean started;

    private SentContent(Buffer buffer) {
        super(Json.MEDIA_TYPE);
        this.bytes = buffer.bytes();
        this.length = buffer.size();
    }

    static SentContent of(JsonHttpContent json) throws IOException {
        Buffer buffer = new Buffer();
        json.writeTo(buffer);
        return new SentContent(buffer);
    }

    boolean started() {
        return started;
    }

    @Override
    public long getLength() {
        return length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        started = true;
        out.write(bytes, 0, length);
        out.flush();
    }

    /** Gives its bytes away without copying them. */
    private static final class Buffer extends ByteArrayOutputStream {
        Buffer() {
            super(1 << 16);
        }

        byte[] bytes() {
            return buf;
        }
    }
}

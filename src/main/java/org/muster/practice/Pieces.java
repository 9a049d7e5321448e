package org.muster.practice;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** An answer that is put together of texts. Each becomes bytes by itself: one name in another script would double a text of the whole. */
final class Pieces {
    private final ByteArrayOutputStream bytes;

    /** @param size how many bytes there will be, about */
    Pieces(int size) {
        bytes = new ByteArrayOutputStream(size);
    }

    Pieces add(CharSequence piece) {
        bytes.writeBytes(piece.toString().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Reply reply() {
        return Reply.ok(bytes.toByteArray());
    }
}

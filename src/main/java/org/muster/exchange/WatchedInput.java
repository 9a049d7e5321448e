package org.muster.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that pass by, tells a {@link Progress}, and breaks off when that says so. */
final class WatchedInput extends FilterInputStream {
    /** Thrown out of a read when somebody stopped it; caught where the reading began. */
    static final class Stopped extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final Progress progress;
    private final long total;
    private long done;

    /**
     * @param done bytes read before, in an earlier pass
     * @param total bytes of all passes
     */
    WatchedInput(InputStream in, Progress progress, long done, long total) {
        super(in);
        this.progress = progress;
        this.done = done;
        this.total = total;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (progress.cancelled()) {
            throw new Stopped();
        }
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            done += count;
            progress.at(Math.min(done, total), total);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

package org.muster.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Passes CSV text on and remembers whether it ends within a quoted cell, which the parser itself takes for granted. */
final class QuoteWatch extends FilterReader {
    private enum At {
        CELL_START, PLAIN, QUOTED, QUOTE_IN_QUOTED
    }

    private final char delimiter;
    private At at = At.CELL_START;
    private long line = 1;
    private long openedIn = 1;

    QuoteWatch(Reader in, char delimiter) {
        super(in);
        this.delimiter = delimiter;
    }

    /** Whether everything read so far ends within a quoted cell. */
    boolean open() {
        return at == At.QUOTED;
    }

    /** The line, from 1, in which the quoted cell began that was begun last. */
    long openedIn() {
        return openedIn;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = 0; i < count; i++) {
            next(buffer[offset + i]);
        }
        return count;
    }

    private void next(char c) {
        if (c == '\n') {
            line++;
        }
        at = switch (at) {
            case CELL_START, PLAIN -> {
                if (c == '"' && at == At.CELL_START) {
                    openedIn = line;
                    yield At.QUOTED;
                }
                yield c == delimiter || c == '\n' || c == '\r' ? At.CELL_START : At.PLAIN;
            }
            case QUOTED -> c == '"' ? At.QUOTE_IN_QUOTED : At.QUOTED;
            case QUOTE_IN_QUOTED -> c == '"' ? At.QUOTED : c == delimiter || c == '\n' || c == '\r' ? At.CELL_START : At.PLAIN;
        };
    }
}

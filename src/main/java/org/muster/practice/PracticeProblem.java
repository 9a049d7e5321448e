package org.muster.practice;

import java.io.IOException;

/** Why the practice account cannot be served. Decisions go by {@link #reason}; the message is for the log. */
public final class PracticeProblem extends IOException {
    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Reason {
        /** The port on 127.0.0.1 is taken or may not be used. */
        NO_PORT,
        /** Another program holds the file. */
        IN_USE,
        /** The file was written by a later version. */
        NEWER,
        /** The file cannot be read, made or written: no room, no permission, not a place for files. */
        NOT_KEPT
    }

    private final Reason reason;

    PracticeProblem(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

package org.muster.store;

import java.nio.file.Path;

/** Why a database cannot be used. Nothing of it was changed. */
public final class StoreProblem extends Exception {
    private static final long serialVersionUID = 1;

    /** What stands against it. */
    public enum Reason {
        /** It cannot be made, read or written: rights, or a full disk. */
        NOT_KEPT,
        /** Another process holds it for itself. */
        IN_USE
    }

    private final Reason reason;
    private final transient Path file;

    StoreProblem(Reason reason, Path file, Throwable cause) {
        super(reason + ": " + file, cause);
        this.reason = reason;
        this.file = file;
    }

    public Reason reason() {
        return reason;
    }

    /** The database. */
    public Path file() {
        return file;
    }
}

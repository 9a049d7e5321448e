package org.muster.cli;

/** How a command ended, as the shell hears of it. */
public enum Exit {
    /** All done. */
    DONE(0),
    /** What was asked for cannot be, or was not confirmed. Nothing was sent. */
    USAGE(1),
    /** Some contacts failed, are in conflict or unknown; or the account could not be read at all. */
    NOT_ALL(2),
    /** Stopped on the way; {@code jobs resume} goes on. */
    STOPPED(3),
    /** Another Muster holds the account. */
    IN_USE(4);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /** Of two ways to end, the one with the higher code. */
    Exit orWorse(Exit other) {
        return other.code > code ? other : this;
    }

    /** The process's exit code. */
    public int code() {
        return code;
    }
}

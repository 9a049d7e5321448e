package org.muster.accounts;

/** What the browser brought back, or that it brought nothing. */
sealed interface LoopbackAnswer {
    /** The user agreed. */
    record Code(String value) implements LoopbackAnswer {
        /** Says nothing of the code. */
        @Override
        public String toString() {
            return "Code[…]";
        }
    }

    /** The user, or the server, said no; {@code error} is the server's word such as {@code access_denied}. */
    record Denied(String error) implements LoopbackAnswer {}

    /** An answer came that does not belong to this question. */
    record WrongState() implements LoopbackAnswer {}

    /** Nothing came in time. */
    record TimedOut() implements LoopbackAnswer {}

    /** It was called off. */
    record Cancelled() implements LoopbackAnswer {}
}

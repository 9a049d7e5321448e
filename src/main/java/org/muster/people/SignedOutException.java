package org.muster.people;

import java.io.IOException;

/**
 * What an account's authorisation throws while a request is being prepared, when its sign-in is not valid any more. Nothing was sent. The
 * gateway answers with {@link ErrorCause#SIGNED_OUT}; it never leaves the gateway as an exception.
 */
public final class SignedOutException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param message for the log; without secrets */
    public SignedOutException(String message) {
        super(message);
    }
}

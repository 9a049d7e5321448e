package org.muster.ui.connect;

import org.muster.accounts.AccountProblem;
import org.muster.accounts.SignInResult;

/** How the sheet presents the end of a sign-in. Its words are under {@code end.<name>}. */
enum Ending {
    CONNECTED("fth-check-circle"),
    CANCELLED("fth-slash"),
    TIMED_OUT("fth-clock"),
    DENIED("fth-slash"),
    WRONG_STATE("fth-shield-off"),
    MISSING_SCOPE("fth-check-square"),
    FAILED("fth-alert-triangle");

    private final String icon;

    Ending(String icon) {
        this.icon = icon;
    }

    String icon() {
        return icon;
    }

    static Ending of(SignInResult result) {
        return switch (result) {
            case SignInResult.Connected connected -> CONNECTED;
            case SignInResult.Cancelled cancelled -> CANCELLED;
            case SignInResult.TimedOut late -> TIMED_OUT;
            case SignInResult.Denied denied -> DENIED;
            case SignInResult.WrongState wrong -> WRONG_STATE;
            case SignInResult.Failed(AccountProblem problem) -> problem.cause() == AccountProblem.Cause.MISSING_SCOPE ? MISSING_SCOPE : FAILED;
        };
    }
}

package org.muster.accounts;

import org.muster.texts.Texts;

/** How a sign-in ended. */
public sealed interface SignInResult {
    /**
     * The account is connected and written down.
     *
     * @param already whether it was connected before: then its sign-in was renewed, and there is no second account
     */
    record Connected(GoogleAccount account, boolean already) implements SignInResult {
        /** One that was not there before. */
        public Connected(GoogleAccount account) {
            this(account, false);
        }
    }

    /** The user called it off in Muster. */
    record Cancelled() implements SignInResult {}

    /** The browser brought nothing in time. */
    record TimedOut() implements SignInResult {}

    /**
     * The user, or Google, said no in the browser.
     *
     * @param error Google's word, such as {@code access_denied}
     */
    record Denied(String error) implements SignInResult {}

    /** The browser brought an answer that does not belong to this sign-in; nothing of it was used. */
    record WrongState() implements SignInResult {}

    /** Something else stood in the way. */
    record Failed(AccountProblem problem) implements SignInResult {}

    /** What happened and what to do, in a sentence or two. */
    default String message() {
        Texts texts = Texts.of(SignInResult.class);
        return switch (this) {
            case Connected(GoogleAccount account, boolean already) -> texts.get(already ? "signIn.already" : "signIn.connected", account.displayName());
            case Cancelled() -> texts.get("signIn.cancelled");
            case TimedOut() -> texts.get("signIn.timedOut");
            case Denied(String error) -> texts.get("signIn.denied", error);
            case WrongState() -> texts.get("signIn.wrongState");
            case Failed(AccountProblem problem) -> problem.what() + " " + problem.advice();
        };
    }
}

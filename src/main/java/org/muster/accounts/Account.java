package org.muster.accounts;

/** An account whose contacts can be worked on. Says which, never how to get in. */
public sealed interface Account permits PracticeAccount, GoogleAccount, EndpointAccount {
    /** The same for the same account, always. */
    String id();

    /** What people call it. */
    String displayName();
}

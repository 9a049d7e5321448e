package org.muster.accounts;

import java.util.Objects;
import org.muster.texts.Texts;

/**
 * Something about an account that did not work, as a value. Decisions go by {@link #cause}.
 *
 * @param cause what it means
 * @param detail what it is about, such as a file's name or Google's own error word; may be empty; never a secret
 */
public record AccountProblem(Cause cause, String detail) {
    /** What went wrong, coded. Each cause has a sentence that says what happened and one that says what to do. */
    public enum Cause {
        /** The client file cannot be read. */
        SECRETS_UNREADABLE,
        /** The client file is not the JSON that Google's console hands out. */
        SECRETS_NOT_RECOGNISED,
        /** The client file is of a web application; its redirect address cannot be this computer. */
        SECRETS_WEB,
        /** The file is the key of a service account, which has no contacts of its own. */
        SECRETS_SERVICE_ACCOUNT,
        /** The client file says it is of a desktop application, but an entry is missing. */
        SECRETS_INCOMPLETE,
        /** No port of this computer could be opened to hear the browser's answer. */
        NO_PORT,
        /** Google does not know the client id, or its secret is wrong. */
        CLIENT_REFUSED,
        /** Google did not take the code the browser brought. */
        CODE_REFUSED,
        /** Somebody else signed in than the account belongs to. */
        OTHER_OWNER,
        /** The box that allows to edit contacts was not ticked. */
        MISSING_SCOPE,
        /** Google gave nothing that outlives the hour. */
        NO_REFRESH_TOKEN,
        /** The sign-in server cannot be reached. */
        UNREACHABLE,
        /** The sign-in server refused or failed for another reason. */
        SERVER,
        /** What came back is not what a sign-in server answers. */
        ODD_ANSWER,
        /** The sign-in has expired or was revoked. */
        EXPIRED,
        /** The account could not be written down. */
        VAULT_UNWRITABLE,
        /** The place of the data cannot keep a file to its owner. */
        VAULT_NOT_PRIVATE,
        /** What was written down cannot be read. */
        VAULT_UNREADABLE,
        /** What was written down is damaged; it was set aside. */
        VAULT_DAMAGED,
        /** What was written down comes from a later version of Muster. */
        VAULT_NEWER,
        /** The account is gone from here, but Google could not be told. */
        NOT_REVOKED,
        /** The address of the server is not one. */
        BAD_ENDPOINT,
        /** No port of this computer could be opened to serve the practice account. */
        PRACTICE_NO_PORT,
        /** Another process of Muster holds the account. */
        IN_USE,
        /** Which process holds an account cannot be kept on the disk. */
        LOCKS_NOT_KEPT,
        /** Another program holds the practice account's file. */
        PRACTICE_IN_USE,
        /** The practice account's file comes from a later version of Muster. */
        PRACTICE_NEWER,
        /** The practice account's file was damaged; it was set aside and the account begins anew. */
        PRACTICE_DAMAGED,
        /** The practice account's file cannot be read or written. */
        PRACTICE_NOT_KEPT,
        /** A bug. */
        UNEXPECTED
    }

    public AccountProblem {
        Objects.requireNonNull(cause);
        Objects.requireNonNull(detail);
    }

    /** What happened, as a sentence. */
    public String what() {
        return Texts.of(AccountProblem.class).get("problem." + cause.name() + ".what", detail);
    }

    /** What the user can do, as a sentence. */
    public String advice() {
        return Texts.of(AccountProblem.class).get("problem." + cause.name() + ".advice", detail);
    }
}

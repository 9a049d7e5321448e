package org.muster.people;

import org.muster.texts.Texts;

/** What a refusal means, coded. Each cause has a sentence that says what happened and one that says what to do. */
public enum ErrorCause {
    /** The contact was changed elsewhere since it was read (stale etag). */
    STALE_ETAG,
    /** The request carried no etag. */
    MISSING_ETAG,
    /** More than one value of a field that takes one. */
    SINGLETON,
    /** A value is longer than Google takes, or the contact as a whole is too big. */
    TOO_LONG,
    /** The contact says nothing. */
    EMPTY_CONTACT,
    /** A label that does not exist or cannot be given. */
    BAD_LABEL,
    /** Another value or mask Google does not take. */
    INVALID,
    /** The contact is not there any more. */
    NOT_FOUND,
    /** The contact that was to be given a photo was not made. */
    NOT_MADE,
    /** The contact that was to be brought back is back already. */
    BACK_ALREADY,
    /** The contact that was to be deleted is gone, and is there again under another name: it was brought back since. */
    BACK_SINCE,
    /** The mark that was to be removed is what a job has yet to find the contact by. */
    MARK_NEEDED,
    /** The photo that was to be given is not in the journal any more. */
    PHOTO_LOST,
    /** The contact that was to be given a photo has another one by now. */
    HAS_PHOTO,
    /** The name is taken (labels). */
    ALREADY_EXISTS,
    /** The account holds as many contacts as Google allows. */
    ACCOUNT_FULL,
    /** Too many requests in this minute or day. */
    QUOTA,
    /** The sign-in is not valid any more. */
    SIGNED_OUT,
    /** The sign-in does not allow this. */
    MISSING_SCOPE,
    /** The People API is switched off in the user's Google project. */
    API_DISABLED,
    /** Google forbids it for another reason. */
    FORBIDDEN,
    /** The token used to ask for news is too old. */
    SYNC_TOKEN_EXPIRED,
    /** The server is not able to answer now (5xx). Whether the request was carried out is not known. */
    SERVER,
    /** No complete answer came: timeout, cut connection. Whether the request was carried out is not known. */
    NO_ANSWER,
    /** The server could not be reached at all; nothing was sent. */
    UNREACHABLE,
    /** The answer is not what the People API answers: HTML, nothing, nonsense. Whether the request was carried out is not known. */
    NOT_PEOPLE_API,
    /** There is no room on the disk to note down what is to be done; nothing was sent. */
    DISK_FULL,
    /** What is to be done cannot be noted down, so that nothing was sent. */
    NOT_JOURNALED,
    /** The copy of the account that is due before anything in it is changed cannot be written, so that nothing was sent. */
    NOT_BACKED_UP,
    /** Another process holds the account and may change it; nothing was sent. */
    HELD_ELSEWHERE,
    /** The user wanted it no more before it was sent. */
    CANCELLED,
    /** A bug of Muster; the log has it. */
    BUG;

    /** What happened, in a few words and without a full stop. */
    public String what() {
        return Texts.of(ErrorCause.class).get("cause." + name() + ".what");
    }

    /** What the user can do, as a sentence. */
    public String advice() {
        return Texts.of(ErrorCause.class).get("cause." + name() + ".advice");
    }

    /** Whether the request may have been carried out all the same, so that one must look before sending again. */
    public boolean unclear() {
        return this == SERVER || this == NO_ANSWER || this == NOT_PEOPLE_API;
    }
}

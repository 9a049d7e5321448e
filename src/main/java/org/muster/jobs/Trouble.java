package org.muster.jobs;

import org.muster.people.ApiError;

/** What a job does about a request that failed. */
enum Trouble {
    /** Nothing was carried out; the same request may pass later. */
    PASSES,
    /** It is not known what was carried out: look. */
    UNCLEAR,
    /** Nothing was carried out, nor will be before the user has put something right. */
    NEEDS_USER,
    /** Nothing was carried out: something in it is not accepted. */
    REFUSAL;

    static Trouble of(ApiError error) {
        return switch (error.cause()) {
            case QUOTA, UNREACHABLE -> PASSES;
            case SERVER, NO_ANSWER, NOT_PEOPLE_API -> UNCLEAR;
            case SIGNED_OUT, MISSING_SCOPE, API_DISABLED, DISK_FULL, NOT_JOURNALED, NOT_BACKED_UP, HELD_ELSEWHERE -> NEEDS_USER;
            case STALE_ETAG, MISSING_ETAG, SINGLETON, TOO_LONG, EMPTY_CONTACT, BAD_LABEL, INVALID, NOT_FOUND, NOT_MADE, BACK_ALREADY, BACK_SINCE, MARK_NEEDED, PHOTO_LOST, HAS_PHOTO, ALREADY_EXISTS, ACCOUNT_FULL, FORBIDDEN, SYNC_TOKEN_EXPIRED, CANCELLED, BUG -> REFUSAL;
        };
    }
}

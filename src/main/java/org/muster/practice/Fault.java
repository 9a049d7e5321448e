package org.muster.practice;

/** One thing that can go wrong with a request, before or after the server did what was asked. */
public enum Fault {
    /** 429 of a per-minute quota, with ErrorInfo; nothing was written. */
    QUOTA_429(false),
    /** 429 of a backend, with QuotaFailure; nothing was written. */
    BACKEND_429(false),
    /** 500 before anything was written. */
    INTERNAL_500_BEFORE(false),
    /** 500 although everything was written. */
    INTERNAL_500_AFTER(true),
    /** 503 before anything was written. */
    UNAVAILABLE_503_BEFORE(false),
    /** 503 although everything was written. */
    UNAVAILABLE_503_AFTER(true),
    /** The connection is cut before anything was written. */
    CUT_BEFORE(false),
    /** The connection is cut after everything was written, without an answer. */
    CUT_AFTER(true),
    /** Everything was written; the answer stops in the middle of its body. */
    BODY_CUT(true),
    /** No answer until {@link Faults#release()}, then the connection is cut; nothing was written. */
    HANG_BEFORE(false),
    /** Everything was written; no answer until {@link Faults#release()}, then the connection is cut. */
    HANG_AFTER(true),
    /** 200 with somebody's web page, such as a captive portal's; nothing was written. */
    HTML_BEFORE(false),
    /** Everything was written; a gateway puts its 502 page in the answer's place. */
    HTML_AFTER(true),
    /** Everything was written; 200 with an empty body. */
    EMPTY_BODY(true),
    /** Everything was written; 200 with a JSON body that is none. */
    NONSENSE_JSON(true);

    private final boolean afterWrite;

    Fault(boolean afterWrite) {
        this.afterWrite = afterWrite;
    }

    /** Whether the server does what was asked before it misbehaves. */
    public boolean afterWrite() {
        return afterWrite;
    }
}

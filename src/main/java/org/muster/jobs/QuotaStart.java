package org.muster.jobs;

import java.net.URI;
import java.util.Locale;

/** What is assumed of the quotas of an account before its server has refused anything. */
public enum QuotaStart {
    /** The lowest ceilings anybody has reported of Google: 30 units of writes a minute, so five batches of creates or updates, or three of deletes. */
    CAUTIOUS,
    /** No limit, until the first refusal. */
    OPEN;

    /** {@link #CAUTIOUS} for Google's own servers, {@link #OPEN} for any other, of which nothing is known. */
    public static QuotaStart of(URI root) {
        String host = root.getHost() == null ? "" : root.getHost().toLowerCase(Locale.ROOT);
        return host.equals("googleapis.com") || host.endsWith(".googleapis.com") ? CAUTIOUS : OPEN;
    }
}

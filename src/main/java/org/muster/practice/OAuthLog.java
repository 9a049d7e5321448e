package org.muster.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was asked of the sign-in end-points, word for word, in memory only: it holds secrets. Thread-safe. */
public final class OAuthLog {
    /** One of the three end-points. */
    public enum Kind { AUTH, TOKEN, REVOKE }

    /**
     * One request.
     *
     * @param kind the end-point
     * @param params its query or form parameters, with all their values
     * @param status HTTP status of the answer
     */
    public record Entry(Kind kind, Map<String, List<String>> params, int status) {
        /** The first value of a parameter, or null when it was not sent. */
        public String param(String name) {
            List<String> values = params.get(name);
            return values == null ? null : values.getFirst();
        }

        @Override
        public String toString() {
            return "Entry[" + kind + ", " + params.keySet() + ", " + status + "]";
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /** Everything so far, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** What one end-point was asked so far. */
    public synchronized List<Entry> entries(Kind kind) {
        return entries.stream().filter(e -> e.kind() == kind).toList();
    }

    /** Forgets everything. */
    public synchronized void clear() {
        entries.clear();
    }

    synchronized void add(Entry entry) {
        entries.add(entry);
    }
}

package org.muster.practice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What the practice server saw, the last 100,000 requests of it. Thread-safe. */
public final class RequestLog {
    private static final int KEPT = 100_000;

    /**
     * One request to an API method.
     *
     * @param sequence 1 for the first request of this server
     * @param methodId such as {@code people.batchCreateContacts}
     * @param httpMethod the effective one, after any override
     * @param startNanos {@link System#nanoTime()} when it was understood
     * @param endNanos the same when its answer was ready to be sent, or it began to hang
     * @param items contacts or names in it
     * @param status HTTP status sent; 0 when no answer went out
     * @param committed whether it changed something, whatever the answer said
     */
    public record Entry(long sequence, String methodId, String httpMethod, long startNanos, long endNanos, int items,
            int status, boolean committed) {}

    private final AtomicLong sequences = new AtomicLong();
    private final Deque<Entry> entries = new ArrayDeque<>();
    private int mutates;
    private int maxMutates;

    /** Requests in the order in which they ended. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How many requests of that method ended since the last {@link #clear()}. */
    public synchronized int count(String methodId) {
        return (int) entries.stream().filter(e -> e.methodId().equals(methodId)).count();
    }

    /** The most mutates that were in flight at once since the last {@link #clear()}. */
    public synchronized int maxMutatesInFlight() {
        return maxMutates;
    }

    /** Forgets what was seen. */
    public synchronized void clear() {
        entries.clear();
        maxMutates = mutates;
    }

    synchronized long begin(ApiMethod method) {
        if (method.mutates()) {
            mutates++;
            maxMutates = Math.max(maxMutates, mutates);
        }
        return sequences.incrementAndGet();
    }

    synchronized void end(ApiMethod method, Entry entry) {
        if (method.mutates()) {
            mutates--;
        }
        entries.addLast(entry);
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }
}

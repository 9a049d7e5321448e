package org.muster.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.muster.jobs.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes to the database. What comes while a transaction is on its way goes into the next one together, so that many
 * lanes share the disk's patience. It has a thread of its own since SQLite would hold on to the carrier of a virtual one.
 */
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    /** Rows after which a transaction is ended: else two hundred lanes that begin at once would all wait for the jobs of all. */
    private static final int TOGETHER = 4_000;
    /** So long at most, by and large, what can wait does so for something it may be written with. */
    private static final Duration COMPANY = Duration.ofMillis(50);
    /** When nobody has given anything for so many times {@link #COMPANY}, nobody waits for the next thing either, it is to be hoped. */
    private static final int LULL = 6;

    /** How soon something is written, and what it survives then. */
    enum Urgency {
        /** Somebody waits for it to survive a power cut. */
        LASTING,
        /** At once. It survives the end of this process, and a power cut as soon as something lasting was written after it. */
        SOON,
        /** As {@link #SOON}, but with what comes next, or in a moment: waking the writing thread holds up whoever gives it. */
        LATER
    }

    /** Something to write, inside a transaction it does not end itself. */
    @FunctionalInterface
    interface Entry {
        void write(Connection db) throws SQLException;
    }

    private record Given(Entry entry, int rows, Urgency urgency, CompletableFuture<Kept> kept) {}

    private final Connection db;
    private final Lock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private final Deque<Given> queue = new ArrayDeque<>();
    private final Thread thread;
    private final Given end = new Given(db -> { }, 0, Urgency.LASTING, new CompletableFuture<>());
    private boolean closed;
    /** Whether something in the queue is not to wait. */
    private boolean urgent;
    /** Whether the writing thread sleeps until it is called. */
    private boolean asleep;
    /** Whether anything was written since the log was moved into the database; the writing thread's own. */
    private boolean inLog;

    /** How the connection commits; the writing thread's own. Empty before the first time. */
    private String synchronous = "";

    /** Takes the connection over. */
    Writer(Connection db) throws SQLException {
        this.db = db;
        this.thread = Thread.ofPlatform().name("journal").daemon().start(this::work);
    }

    /**
     * Gives something to write.
     *
     * @param rows how many rows it writes, about
     */
    CompletableFuture<Kept> give(Entry entry, int rows, Urgency urgency) {
        Given given = new Given(entry, rows, urgency, new CompletableFuture<>());
        lock.lock();
        try {
            if (closed) {
                given.kept().complete(Kept.NOT_WRITABLE);
            } else {
                put(given);
            }
        } finally {
            lock.unlock();
        }
        return given.kept();
    }

    private void put(Given given) {
        queue.add(given);
        if (given.urgency() != Urgency.LATER || asleep) {
            call();
        }
    }

    private void call() {
        urgent = true;
        called.signal();
    }

    /** What can wait is written now: somebody waits for it after all. */
    void hasten() {
        lock.lock();
        try {
            if (!queue.isEmpty()) {
                call();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A lull is used to move what was written from the log into the database, which would hold up a job. */
    private void work() {
        List<Given> together = List.of();
        while (!together.contains(end)) {
            together = next();
            if (together.isEmpty()) {
                checkpoint();
            } else {
                write(together);
            }
        }
    }

    /** Waits for something to write. Nothing when a while has passed without any. */
    private List<Given> next() {
        lock.lock();
        try {
            return somethingCame() ? together() : List.of();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the journal", e);
        } finally {
            lock.unlock();
        }
    }

    private boolean somethingCame() throws InterruptedException {
        for (int times = 0; !urgent; times++) {
            if (!inLog && queue.isEmpty()) {
                asleep = true;
                called.await();
                asleep = false;
            } else if (!called.await(COMPANY.toNanos(), TimeUnit.NANOSECONDS)) {
                if (!queue.isEmpty()) {
                    return true;
                }
                if (times >= LULL) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What waits and may be written in one transaction. */
    private List<Given> together() {
        List<Given> together = new ArrayList<>();
        int rows = 0;
        do {
            together.add(queue.remove());
            rows += together.getLast().rows();
        } while (!queue.isEmpty() && rows + queue.element().rows() <= TOGETHER);
        urgent &= !queue.isEmpty();
        return together;
    }

    private void checkpoint() {
        inLog = false;
        try (Statement sql = db.createStatement()) {
            sql.execute("PRAGMA wal_checkpoint(PASSIVE)"); // does not wait for those who read
        } catch (SQLException | RuntimeException | Error e) { // whatever it is, this thread goes on: others wait for what they gave it
            LOG.warn("the log could not be moved into the database; it stays where it is", e);
        }
    }

    private void write(List<Given> together) {
        Kept kept = transaction(together);
        if (kept == Kept.SAFE || together.size() == 1) {
            together.forEach(given -> given.kept().complete(kept));
        } else {
            together.forEach(given -> given.kept().complete(transaction(List.of(given)))); // one bad entry is not the others' fault
        }
    }

    private Kept transaction(List<Given> together) {
        try (Statement sql = db.createStatement()) {
            String needed = together.stream().anyMatch(given -> given.urgency() == Urgency.LASTING) ? "FULL" : "NORMAL";
            if (!needed.equals(synchronous)) {
                sql.execute("PRAGMA synchronous=" + needed);
                synchronous = needed;
            }
            sql.execute("BEGIN IMMEDIATE");
            for (Given given : together) {
                given.entry().write(db);
            }
            sql.execute("COMMIT");
            inLog = true;
            return Kept.SAFE;
        } catch (SQLException | RuntimeException | Error e) { // a bug of one entry must not leave every job waiting for an answer that never comes
            LOG.error("the journal could not be written", e);
            rollback();
            return e instanceof SQLException sql && Database.diskFull(sql) ? Kept.DISK_FULL : Kept.NOT_WRITABLE;
        }
    }

    /** SQLite ends a transaction by itself after some failures; then there is nothing to take back. */
    private void rollback() {
        try (Statement sql = db.createStatement()) {
            sql.execute("ROLLBACK");
        } catch (SQLException e) {
            LOG.debug("nothing to roll back", e);
        }
    }

    /** Writes what was given, and ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            put(end);
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
            db.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.warn("the journal could not be closed", e);
        }
    }
}

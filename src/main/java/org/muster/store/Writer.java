package org.muster.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
    /** When nobody has given anything for so long, nobody waits for the next thing either, it is to be hoped. */
    private static final Duration LULL = Duration.ofMillis(300);

    /** Something to write, inside a transaction it does not end itself. */
    @FunctionalInterface
    interface Entry {
        void write(Connection db) throws SQLException;
    }

    private record Given(Entry entry, int rows, boolean lasting, CompletableFuture<Kept> kept) {}

    private final Connection db;
    private final LinkedBlockingQueue<Given> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final Given end = new Given(db -> { }, 0, true, new CompletableFuture<>());
    private boolean closed;
    /** Whether anything was written since the log was moved into the database; the writing thread's own. */
    private boolean inLog;

    /** Takes the connection over. */
    Writer(Connection db) throws SQLException {
        this.db = db;
        this.thread = Thread.ofPlatform().name("journal").daemon().start(this::work);
    }

    /**
     * Gives something to write.
     *
     * @param rows how many rows it writes, about
     * @param lasting whether somebody waits for it to survive a power cut; otherwise it survives at least the end of this process, and a power cut
     *     as soon as something lasting was written after it
     */
    synchronized CompletableFuture<Kept> give(Entry entry, int rows, boolean lasting) {
        Given given = new Given(entry, rows, lasting, new CompletableFuture<>());
        if (closed) {
            given.kept().complete(Kept.NOT_WRITABLE);
            return given.kept();
        }
        queue.add(given);
        return given.kept();
    }

    private void work() {
        List<Given> together = new ArrayList<>();
        while (!together.contains(end)) {
            together.clear();
            together.add(first());
            int rows = together.getFirst().rows();
            for (Given more = next(rows); more != null; more = next(rows)) {
                together.add(more);
                rows += more.rows();
            }
            write(together);
        }
    }

    /** Waits for something to write. A lull is used to move what was written from the log into the database, which would hold up a job. */
    private Given first() {
        try {
            Given next = inLog ? queue.poll(LULL.toMillis(), TimeUnit.MILLISECONDS) : queue.take();
            if (next != null) {
                return next;
            }
            checkpoint();
            return queue.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the journal", e);
        }
    }

    private void checkpoint() {
        inLog = false;
        try (Statement sql = db.createStatement()) {
            sql.execute("PRAGMA wal_checkpoint(PASSIVE)"); // does not wait for those who read
        } catch (SQLException | RuntimeException | Error e) { // whatever it is, this thread goes on: others wait for what they gave it
            LOG.warn("the log could not be moved into the database; it stays where it is", e);
        }
    }

    /** What waits and fits to {@code rows} that are there; {@code null} when nothing does. */
    private Given next(int rows) {
        Given first = queue.peek();
        return first == null || rows > 0 && rows + first.rows() > TOGETHER ? null : queue.poll();
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
            sql.execute(together.stream().anyMatch(Given::lasting) ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
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
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(end);
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

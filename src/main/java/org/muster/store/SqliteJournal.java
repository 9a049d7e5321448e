package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.muster.changes.ChangeSet;
import org.muster.changes.PhotoBytes;
import org.muster.changes.Reversal;
import org.muster.contacts.Contact;
import org.muster.contacts.Label;
import org.muster.contacts.ReadSource;
import org.muster.jobs.Image;
import org.muster.jobs.JobState;
import org.muster.jobs.Journal;
import org.muster.jobs.Kept;
import org.muster.jobs.Outcome;
import org.muster.store.Writer.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal on the disk. That a job was accepted, that rows are about to be sent and that a job ended survive a power cut once they are said to
 * be safe. What became of rows is written with what comes next, or a moment later; from then on it survives the end of the process, and a power cut as soon as one of
 * the former was written after it: should it be lost, Muster looks after these rows again.
 */
public final class SqliteJournal implements Journal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteJournal.class);

    private final Database database;
    private final Writer writer;
    private final Clock clock;
    /** Puts entries into words. Not the common pool: that leaves one processor to its caller, and here the caller waits. */
    private final Executor words = words();

    /**
     * Begins to write.
     *
     * @throws StoreProblem when the database cannot be opened any more
     */
    public SqliteJournal(Database database, Clock clock) throws StoreProblem {
        this.database = database;
        this.clock = clock;
        try {
            this.writer = new Writer(database.connect());
        } catch (SQLException e) {
            throw new StoreProblem(StoreProblem.Reason.NOT_KEPT, database.file(), e);
        }
    }

    /** Its threads end when there is nothing to do, so that nobody need close it. */
    private static Executor words() {
        int processors = Math.max(2, Runtime.getRuntime().availableProcessors());
        ThreadPoolExecutor words = new ThreadPoolExecutor(processors, processors, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Thread.ofPlatform().name("journal words ", 0).daemon().factory());
        words.allowCoreThreadTimeOut(true);
        return words;
    }

    /** The changes are put into words on other threads while the first of them are written. */
    @Override
    public CompletableFuture<Kept> accepted(String jobId, String account, ChangeSet changes) {
        Instant now = clock.instant();
        ChangeRows rows = ChangeRows.of(changes, words);
        return writer.give(db -> {
            if (JobArchive.number(db, jobId) == 0) {
                long job = insert(db, jobId, account, changes, now);
                rows.write(db, job, new JobIndex(changes.title())).write(db, job);
            }
        }, changes.size(), Urgency.LASTING);
    }

    private static long insert(Connection db, String jobId, String account, ChangeSet changes, Instant now) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("INSERT INTO job (id, account, title, size, read_back, sources, accepted, reverses) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            sql.setString(1, jobId);
            sql.setString(2, account);
            sql.setString(3, changes.title());
            sql.setInt(4, changes.size());
            sql.setString(5, changes.readBack().toString());
            sql.setString(6, changes.sources().stream().map(ReadSource::name).sorted().collect(Collectors.joining(",")));
            sql.setLong(7, now.toEpochMilli());
            sql.setString(8, changes.reverses().map(Reversal::job).orElse(null));
            sql.executeUpdate();
        }
        return JobArchive.number(db, jobId);
    }

    @Override
    public CompletableFuture<Kept> sending(String jobId, List<Integer> rows) {
        Instant now = clock.instant();
        String ranges = Rows.write(rows);
        return writer.give(db -> {
            try (PreparedStatement sql = db.prepareStatement("INSERT INTO request (job, seq, rows, at) VALUES (?1, (SELECT coalesce(max(seq), 0) + 1 FROM request WHERE job = ?1), ?2, ?3)")) {
                sql.setLong(1, known(db, jobId));
                sql.setString(2, ranges);
                sql.setLong(3, now.toEpochMilli());
                sql.executeUpdate();
            }
        }, 1, Urgency.LASTING);
    }

    /** The contacts are put into words on other threads; nobody need wait for that before the rows are sent. */
    @Override
    public CompletableFuture<Kept> saved(String jobId, List<Image> images) {
        ImageRows rows = ImageRows.of(images, words);
        return writer.give(db -> rows.write(db, known(db, jobId)), images.size(), Urgency.SOON); // what is sent after that is noted for good, and this with it
    }

    @Override
    public CompletableFuture<Kept> labels(String jobId, List<Label> labels) {
        return writer.give(db -> ImageRows.writeLabels(db, known(db, jobId), labels), labels.size(), Urgency.SOON);
    }

    @Override
    public Optional<PhotoBytes> photo(String id) {
        try (Connection db = database.connect()) {
            return ImageRows.photo(db, id);
        } catch (SQLException e) {
            LOG.error("a photo could not be read from the journal", e);
            return Optional.empty();
        }
    }

    @Override
    public Map<String, List<String>> namesSince(String account, Collection<String> names) {
        try {
            return database.read(db -> Reversals.namesSince(db, account, names));
        } catch (StoreProblem e) {
            throw new IllegalStateException("the journal cannot be read", e);
        }
    }

    @Override
    public Set<String> marksNeeded(String account) {
        try {
            return database.read(db -> NeededMarks.of(db, account));
        } catch (StoreProblem e) {
            throw new IllegalStateException("the journal cannot be read", e);
        }
    }

    @Override
    public Set<String> toldLately(String account, String besides, Duration within) {
        Instant since = clock.instant().minus(within);
        try {
            return database.read(db -> LatelyTold.of(db, account, besides, since));
        } catch (StoreProblem e) {
            throw new IllegalStateException("the journal cannot be read", e);
        }
    }

    @Override
    public Map<Integer, Contact> madeAndGone(String jobId) {
        try {
            return database.read(db -> MadeAndGone.of(db, jobId));
        } catch (StoreProblem e) {
            throw new IllegalStateException("the journal cannot be read", e);
        }
    }

    @Override
    public CompletableFuture<Kept> settled(String jobId, List<Outcome> outcomes) {
        Instant now = clock.instant();
        return writer.give(db -> {
            long job = known(db, jobId);
            OutcomeRows.of(outcomes, now).write(db, job); // put into words here: nobody waits for it, and waking another thread takes the job longer than this does
            JobIndex.named(db, job, JobIndex.names(outcomes));
            if (hasEnded(db, job)) { // somebody has looked after its contacts once more
                JobIndex.ended(db, job);
            }
        }, outcomes.size(), Urgency.LATER);
    }

    @Override
    public void hasten() {
        writer.hasten();
    }

    @Override
    public CompletableFuture<Kept> handled(String jobId, Collection<Integer> rows) {
        return writer.give(db -> {
            long job = known(db, jobId);
            try (PreparedStatement sql = db.prepareStatement("INSERT OR IGNORE INTO handled (job, row) VALUES (?, ?)")) {
                for (int row : rows) {
                    sql.setLong(1, job);
                    sql.setInt(2, row);
                    sql.executeUpdate();
                }
            }
        }, rows.size(), Urgency.LASTING);
    }

    @Override
    public CompletableFuture<Kept> ended(String jobId, JobState state) {
        Instant now = clock.instant();
        return writer.give(db -> {
            long job = known(db, jobId);
            try (PreparedStatement sql = db.prepareStatement("UPDATE job SET ended = ?, state = ? WHERE n = ?")) {
                sql.setLong(1, now.toEpochMilli());
                sql.setString(2, state.name());
                sql.setLong(3, job);
                sql.executeUpdate();
            }
            JobIndex.ended(db, job);
        }, 1, Urgency.LASTING);
    }

    private static boolean hasEnded(Connection db, long job) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT ended IS NOT NULL FROM job WHERE n = ?")) {
            sql.setLong(1, job);
            try (ResultSet found = sql.executeQuery()) {
                return found.next() && found.getBoolean(1);
            }
        }
    }

    private static long known(Connection db, String jobId) throws SQLException {
        long number = JobArchive.number(db, jobId);
        if (number == 0) {
            throw new IllegalStateException("a job that was never accepted: " + jobId);
        }
        return number;
    }

    /** Lets the database grow to so many pages and no further, as a full disk would. For tests. */
    void limit(int pages) {
        writer.give(db -> {
            try (Statement sql = db.createStatement()) {
                sql.execute("PRAGMA max_page_count=" + pages);
            }
        }, 1, Urgency.SOON).join();
    }

    /** Writes what it was given, and lets go of the database. */
    @Override
    public void close() {
        writer.close();
    }
}

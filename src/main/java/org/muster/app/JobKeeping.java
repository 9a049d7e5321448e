package org.muster.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.muster.changes.ChangeSet;
import org.muster.changes.Returns;
import org.muster.changes.PhotoBytes;
import org.muster.contacts.Contact;
import org.muster.contacts.Label;
import org.muster.jobs.Image;
import org.muster.jobs.JobRecord;
import org.muster.jobs.JobState;
import org.muster.jobs.Journal;
import org.muster.jobs.Kept;
import org.muster.jobs.Outcome;
import org.muster.store.Database;
import org.muster.store.History;
import org.muster.store.JobArchive;
import org.muster.store.SqliteJournal;
import org.muster.store.StoreProblem;
import org.muster.store.Undoing;
import org.muster.texts.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data folder's database, as the jobs of this run use it. Without one Muster shows contacts but sends nothing, and says why when it is asked to. */
final class JobKeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobKeeping.class);
    private static final Texts TEXTS = Texts.of(JobKeeping.class);

    /** The way to the database, when there is one. */
    private record Way(SqliteJournal journal, JobArchive archive, History history) {}

    private final Optional<Way> way;
    private List<News> news;

    private JobKeeping(Optional<Way> way, List<News> news) {
        this.way = way;
        this.news = news;
    }

    /** Opens the database, or says in the log why it cannot be. Blocks for a moment: not on the FX thread. */
    static JobKeeping open(DataFolder folder, Clock clock) {
        try {
            return open(folder.database(), folder::alone, clock);
        } finally {
            folder.share();
        }
    }

    /** @param alone whether no other process has the database open */
    static JobKeeping open(Path file, BooleanSupplier alone, Clock clock) {
        try {
            Database database = Database.open(file, alone);
            return new JobKeeping(Optional.of(new Way(new SqliteJournal(database, clock), new JobArchive(database), new History(database))), database.setAside().map(JobKeeping::news).orElse(List.of()));
        } catch (StoreProblem e) {
            LOG.error("there is no journal, so that no job can be carried out", e);
            return new JobKeeping(Optional.empty(), List.of(new News(TEXTS.get("database.closed.what"), TEXTS.get("database.closed.advice", e.file()))));
        }
    }

    Journal journal() {
        return way.<Journal>map(Way::journal).orElseGet(NoJournal::new);
    }

    /** What is remembered of jobs, when there is a database. */
    Optional<JobArchive> archive() {
        return way.map(Way::archive);
    }

    /** What jobs have done, when there is a database. */
    Optional<History> history() {
        return way.map(Way::history);
    }

    /**
     * The jobs of an account that an earlier run did not bring to their end. Reads the disk: not on the FX thread.
     *
     * @throws StoreProblem when they cannot be read; then {@link #unread} is to be said
     */
    List<JobRecord> unfinished(String account) throws StoreProblem {
        return way.isEmpty() ? List.of() : way.get().archive().unfinished(account);
    }

    /** How far a job has been undone; not yet, as far as the journal cannot be read. Reads the disk: not on the FX thread. */
    Undoing undoing(String jobId) {
        try {
            return way.isPresent() ? way.get().archive().undoing(jobId) : Undoing.NOT_YET;
        } catch (StoreProblem e) {
            LOG.error("the journal cannot be read", e);
            return Undoing.NOT_YET;
        }
    }

    /** When the last job of an account ended, as far as the journal can be read. Reads the disk: not on the FX thread. */
    Optional<Instant> lastEnded(String account) {
        try {
            return way.isEmpty() ? Optional.empty() : way.get().archive().lastEnded(account);
        } catch (StoreProblem e) {
            LOG.debug("the journal cannot be read", e); // asked every two seconds; whoever needs it says so
            return Optional.empty();
        }
    }

    /** Which contacts of an account were brought back after they had been deleted. Reads the disk: not on the FX thread. */
    Returns returns(String account) throws StoreProblem {
        return way.isEmpty() ? Returns.NONE : way.get().archive().returns(account);
    }

    /** What the user should know when jobs that were not finished cannot be read. */
    static News unread() {
        return new News(TEXTS.get("database.unread.what"), TEXTS.get("database.unread.advice"));
    }

    /** Something about the database the user should know. */
    record News(String what, String advice) {}

    /** What the user should know about the database. Told once. */
    List<News> news() {
        List<News> open = news;
        news = List.of();
        return open;
    }

    private static List<News> news(Database.SetAside aside) {
        return List.of(new News(TEXTS.get("database." + aside.fault() + ".what"), TEXTS.get("database." + aside.fault() + ".advice", aside.now())));
    }

    @Override
    public void close() {
        way.ifPresent(w -> w.journal().close());
    }

    /** Takes nothing, so that nothing is ever sent. */
    private static final class NoJournal implements Journal {
        @Override
        public CompletableFuture<Kept> accepted(String jobId, String account, ChangeSet changes) {
            return refused();
        }

        @Override
        public CompletableFuture<Kept> sending(String jobId, List<Integer> rows) {
            return refused();
        }

        @Override
        public CompletableFuture<Kept> saved(String jobId, List<Image> images) {
            return refused();
        }

        @Override
        public CompletableFuture<Kept> labels(String jobId, List<Label> labels) {
            return refused();
        }

        @Override
        public Map<String, List<String>> namesSince(String account, Collection<String> names) {
            return Map.of();
        }

        @Override
        public Set<String> marksNeeded(String account) {
            return Set.of();
        }

        @Override
        public Set<String> toldLately(String account, String besides, Duration within) {
            return Set.of();
        }

        @Override
        public Optional<PhotoBytes> photo(String id) {
            return Optional.empty();
        }

        @Override
        public Map<Integer, Contact> madeAndGone(String jobId) {
            return Map.of();
        }

        @Override
        public CompletableFuture<Kept> settled(String jobId, List<Outcome> outcomes) {
            return refused();
        }

        @Override
        public CompletableFuture<Kept> handled(String jobId, Collection<Integer> rows) {
            return refused();
        }

        @Override
        public CompletableFuture<Kept> ended(String jobId, JobState state) {
            return refused();
        }

        private static CompletableFuture<Kept> refused() {
            return CompletableFuture.completedFuture(Kept.NOT_WRITABLE);
        }
    }
}

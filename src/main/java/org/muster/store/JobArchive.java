package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.Returns;
import org.muster.changes.Reversal;
import org.muster.contacts.Contact;
import org.muster.contacts.ReadSource;
import org.muster.jobs.JobRecord;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.jobs.Past;
import org.muster.jobs.Remembered;

/** Reads what the journal has kept. Takes time: not on the FX thread. */
public final class JobArchive {
    private final Database database;

    public JobArchive(Database database) {
        this.database = database;
    }

    /**
     * The jobs of an account that were accepted and have not ended, oldest first.
     *
     * @param account see {@link JobRecord#account}
     */
    public List<JobRecord> unfinished(String account) throws StoreProblem {
        return read("account = ? AND ended IS NULL", account);
    }

    /** A job, ended or not. */
    public Optional<JobRecord> job(String id) throws StoreProblem {
        return read("id = ?", id).stream().findFirst();
    }

    /** Every job of an account, oldest first. */
    public List<JobRecord> jobs(String account) throws StoreProblem {
        return read("account = ?", account);
    }

    /** A job, and what it takes to take it back. */
    public Optional<Past> past(String id) throws StoreProblem {
        return database.read(db -> past(db, id, false));
    }

    private static Optional<Past> past(Connection db, String id, boolean quickly) throws SQLException {
        Optional<JobRecord> job = read(db, "id = ?", id).stream().findFirst();
        if (job.isEmpty()) {
            return Optional.empty();
        }
        long number = number(db, id);
        Reversals.Root root = Reversals.root(db, id);
        Reversals.State since = Reversals.of(db, id);
        Map<Integer, Remembered> images = ImageRows.read(db, number);
        Set<String> names = names(job.get());
        images.values().forEach(image -> names.add(image.contact().resourceName()));
        String account = job.get().account();
        Returns returns = quickly ? ReturnedContacts.quickly(db, account) : ReturnedContacts.of(db, account, names);
        Set<Integer> maybe = new HashSet<>(since.maybe());
        images.forEach((row, image) -> {
            String name = image.contact().resourceName();
            if (!since.pending().contains(row) && returns.coming(name)) {
                maybe.add(row); // by the undo of another job that deleted it, too
            }
        });
        return Optional.of(new Past(job.get(), root.title(), root.reversals(), images, ImageRows.readLabels(db, number), since.takenBack(), maybe, since.pending(), Reversals.namesSince(returns.names(), names)));
    }

    /** Whether a job has ended, as far as that is noted; not, when there is no such job. */
    public boolean ended(String id) throws StoreProblem {
        return database.read(db -> Reversals.ended(db, id));
    }

    /** How far a job has been undone. Quick for one that nobody undid; for others about as long as {@link #past}. */
    public Undoing undoing(String id) throws StoreProblem {
        return database.read(db -> {
            boolean again = Reversals.root(db, id).reversals() % 2 == 1;
            if (Reversals.takenBack(db, id) == 0) {
                return new Undoing(again, true, Optional.empty());
            }
            return new Undoing(again, past(db, id, true).map(Undoing::left).orElse(false), lastUndone(db, id));
        });
    }

    private static Optional<Instant> lastUndone(Connection db, String id) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT MAX(ended) FROM job WHERE reverses = ?")) {
            sql.setString(1, id);
            try (ResultSet row = sql.executeQuery()) {
                return row.next() && row.getObject(1) != null ? Optional.of(Instant.ofEpochMilli(row.getLong(1))) : Optional.empty();
            }
        }
    }

    /**
     * The newest job of an account that has ended, is no undo of what was done first, and has done something which nobody took back: as far as jobs go, since the account is not asked.
     *
     * @param before only jobs older than this one
     */
    public Optional<String> newestToTakeBack(String account, Optional<String> before) throws StoreProblem {
        return database.read(db -> Reversals.newest(db, account, before, false));
    }

    /**
     * The newest job of an account that has ended, took back what was done first, and of which something was not done again since: as far as jobs go, since the account is not asked.
     *
     * @param before only jobs older than this one
     */
    public Optional<String> newestToDoAgain(String account, Optional<String> before) throws StoreProblem {
        return database.read(db -> Reversals.newest(db, account, before, true));
    }

    /** When the last job of an account ended that has, whichever process carried it out. Quick. */
    public Optional<Instant> lastEnded(String account) throws StoreProblem {
        return database.read(db -> {
            try (PreparedStatement sql = db.prepareStatement("SELECT MAX(ended) FROM job WHERE account = ?")) {
                sql.setString(1, account);
                try (ResultSet row = sql.executeQuery()) {
                    return row.next() && row.getObject(1) != null ? Optional.of(Instant.ofEpochMilli(row.getLong(1))) : Optional.empty();
                }
            }
        });
    }

    private static Set<String> names(JobRecord job) {
        Set<String> names = new HashSet<>();
        for (Outcome outcome : job.outcomes()) {
            outcome.contact().map(Contact::resourceName).ifPresent(names::add);
            switch (outcome.change()) {
                case Change.Update update -> names.add(update.before().resourceName());
                case Change.SetPhoto photo -> names.add(photo.of());
                case Change.Create create -> { }
                case Change.Delete delete -> { }
            }
        }
        return names;
    }

    /** @return 0 when there is no such job */
    static long number(Connection db, String id) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT n FROM job WHERE id = ?")) {
            sql.setString(1, id);
            try (ResultSet row = sql.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Which contacts of an account were brought back after they had been deleted. */
    public Returns returns(String account) throws StoreProblem {
        return new ReturnedContacts(database).of(account);
    }

    private List<JobRecord> read(String where, String value) throws StoreProblem {
        return database.read(db -> read(db, where, value));
    }

    private static List<JobRecord> read(Connection db, String where, String value) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT n, id, account, title, read_back, sources, accepted, reverses FROM job WHERE " + where + " ORDER BY n")) {
            sql.setString(1, value);
            List<JobRecord> jobs = new ArrayList<>();
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    jobs.add(job(db, row));
                }
            }
            return jobs;
        }
    }

    private static JobRecord job(Connection db, ResultSet row) throws SQLException {
        long number = row.getLong(1);
        List<Change> changes = ChangeRows.read(db, number);
        ChangeSet set = new ChangeSet(row.getString(4), changes, ChangeRows.mask(row.getString(5)), sources(row.getString(6)), reverses(db, number, row.getString(8)));
        Map<Integer, OutcomeRows.Settled> settled = OutcomeRows.read(db, number);
        Map<Integer, Integer> sent = lastRequests(db, number);
        List<Outcome> outcomes = new ArrayList<>(changes.size());
        Map<Integer, List<Integer>> unanswered = new LinkedHashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            OutcomeRows.Settled known = settled.get(i);
            Integer request = sent.get(i);
            if (known == null && request != null) {
                unanswered.computeIfAbsent(request, r -> new ArrayList<>()).add(i);
            }
            OutcomeState open = request == null ? OutcomeState.WAITING : OutcomeState.SENT;
            outcomes.add(known != null ? known.outcome(i, changes.get(i)) : new Outcome(i, changes.get(i), open, Optional.empty(), Optional.empty()));
        }
        return new JobRecord(row.getString(2), row.getString(3), set, Instant.ofEpochMilli(row.getLong(7)), outcomes, handled(db, number), List.copyOf(unanswered.values()));
    }

    private static Optional<Reversal> reverses(Connection db, long job, String other) throws SQLException {
        return other == null ? Optional.empty() : Optional.of(new Reversal(other, ChangeRows.heads(db, job).stream().map(ChangeRows.Head::reverses).toList()));
    }

    /** The rows of a job that the user has dealt with elsewhere. */
    static Set<Integer> handled(Connection db, long job) throws SQLException {
        Set<Integer> rows = new HashSet<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT row FROM handled WHERE job = ?")) {
            sql.setLong(1, job);
            try (ResultSet found = sql.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getInt(1));
                }
            }
        }
        return rows;
    }

    /** By row, the last request it was named for. */
    private static Map<Integer, Integer> lastRequests(Connection db, long job) throws SQLException {
        Map<Integer, Integer> last = new HashMap<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT seq, rows FROM request WHERE job = ? ORDER BY seq")) {
            sql.setLong(1, job);
            try (ResultSet request = sql.executeQuery()) {
                while (request.next()) {
                    int seq = request.getInt(1);
                    Rows.read(request.getString(2)).forEach(row -> last.put(row, seq));
                }
            }
        }
        return last;
    }

    private static Set<ReadSource> sources(String text) {
        Set<ReadSource> sources = EnumSet.noneOf(ReadSource.class);
        if (!text.isEmpty()) {
            for (String name : text.split(",")) {
                sources.add(ReadSource.valueOf(name));
            }
        }
        return sources;
    }
}

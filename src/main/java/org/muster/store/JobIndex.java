package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.Folding;
import org.muster.jobs.OutcomeState;

/**
 * What a job is found by, written in one piece with the job itself: a text of all its names and one of all its contacts, a line for each row. Looking through
 * these texts is fast, and writing them costs a job next to nothing, which an index over all contacts ever touched would not.
 */
final class JobIndex {
    private final Map<ChangeKind, Integer> kinds;
    private final String words;
    private final String contacts;

    private JobIndex(Map<ChangeKind, Integer> kinds, String words, String contacts) {
        this.kinds = kinds;
        this.words = words;
        this.contacts = contacts;
    }

    /** Takes time, on all processors. Not on the thread that writes. */
    static JobIndex of(ChangeSet changes) {
        Map<ChangeKind, Integer> kinds = new EnumMap<>(ChangeKind.class);
        changes.changes().forEach(change -> kinds.merge(kind(change), 1, Integer::sum));
        String words = Folding.fold(changes.title()) + changes.changes().parallelStream().map(c -> "\n" + Folding.fold(c.displayName())).collect(Collectors.joining());
        String contacts = changes.changes().parallelStream().map(c -> line(known(c)) + "\n").collect(Collectors.joining());
        return new JobIndex(kinds, words, contacts);
    }

    static ChangeKind kind(Change change) {
        return switch (change) {
            case Change.Create create -> ChangeKind.CREATE;
            case Change.Update update -> ChangeKind.UPDATE;
            case Change.Delete delete -> ChangeKind.DELETE;
        };
    }

    private static Set<String> known(Change change) {
        return switch (change) {
            case Change.Create create -> Set.of();
            case Change.Update update -> keys(update.before());
            case Change.Delete delete -> keys(delete.before());
        };
    }

    /** What a contact is known by: its resource name, which Google may change, and the id of its own source, which stays. */
    static Set<String> keys(Contact contact) {
        Set<String> keys = new LinkedHashSet<>(Set.of(contact.resourceName()));
        contact.contactSource().map(source -> source.getId()).ifPresent(keys::add);
        return keys;
    }

    /** Each key stands between two spaces, so that none is found in another. */
    private static String line(Collection<String> keys) {
        return keys.isEmpty() ? "" : " " + String.join(" ", keys) + " ";
    }

    void write(Connection db, long job) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("INSERT INTO job_index (job, creates, updates, deletes, words, contacts) VALUES (?, ?, ?, ?, ?, ?)")) {
            sql.setLong(1, job);
            sql.setInt(2, kinds.getOrDefault(ChangeKind.CREATE, 0));
            sql.setInt(3, kinds.getOrDefault(ChangeKind.UPDATE, 0));
            sql.setInt(4, kinds.getOrDefault(ChangeKind.DELETE, 0));
            sql.setString(5, words);
            sql.setString(6, contacts);
            sql.executeUpdate();
        }
    }

    /** Notes what has become of a job that has ended: in numbers, and what contacts are called that it made or that have another name now. */
    static void ended(Connection db, long job) throws SQLException {
        List<String> known = known(db, job);
        Map<OutcomeState, Integer> counts = new EnumMap<>(OutcomeState.class);
        StringBuilder made = new StringBuilder();
        try (PreparedStatement sql = db.prepareStatement("SELECT row, state, contact, source FROM outcome WHERE job = ? ORDER BY row")) {
            sql.setLong(1, job);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    counts.merge(OutcomeState.valueOf(row.getString(2)), 1, Integer::sum);
                    String contact = row.getString(3);
                    if (contact != null && !known.get(row.getInt(1)).startsWith(" " + contact + " ")) {
                        made.append(row.getInt(1)).append(line(row.getString(4) == null ? List.of(contact) : List.of(contact, row.getString(4)))).append('\n');
                    }
                }
            }
        }
        try (PreparedStatement sql = db.prepareStatement("INSERT OR REPLACE INTO job_end (job, done, failed, conflict, unknown, skipped, made) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            sql.setLong(1, job);
            sql.setInt(2, counts.getOrDefault(OutcomeState.DONE, 0));
            sql.setInt(3, counts.getOrDefault(OutcomeState.FAILED, 0));
            sql.setInt(4, counts.getOrDefault(OutcomeState.CONFLICT, 0));
            sql.setInt(5, counts.getOrDefault(OutcomeState.UNKNOWN, 0));
            sql.setInt(6, counts.getOrDefault(OutcomeState.SKIPPED, 0));
            sql.setString(7, made.toString());
            sql.executeUpdate();
        }
    }

    private static List<String> known(Connection db, long job) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT contacts FROM job_index WHERE job = ?")) {
            sql.setLong(1, job);
            try (ResultSet found = sql.executeQuery()) {
                return found.next() ? found.getString(1).lines().toList() : List.of();
            }
        }
    }
}

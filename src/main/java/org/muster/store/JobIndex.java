package org.muster.store;

import com.google.api.services.people.v1.model.Source;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.Folding;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;

/**
 * What a job is found by, written in one piece with the job itself: a text of all its names and one of all its contacts, a line for each row. Looking through
 * these texts is fast, and writing them costs a job next to nothing, which an index over all contacts ever touched would not.
 */
final class JobIndex {
    /**
     * What neighbours are found by.
     *
     * @param kinds how many of each kind there are
     * @param words their names, folded, a line for each; in UTF-8, as all of these
     * @param contacts what they are known by, a line for each
     */
    record Part(Map<ChangeKind, Integer> kinds, byte[] words, byte[] contacts) {
        /**
         * Takes time. Not on the thread that writes.
         *
         * @param names what people call the contacts
         */
        static Part of(List<Change> changes, List<String> names) {
            Map<ChangeKind, Integer> kinds = new EnumMap<>(ChangeKind.class);
            StringBuilder contacts = new StringBuilder();
            for (Change change : changes) {
                kinds.merge(kind(change), 1, Integer::sum);
                appendKeys(contacts, change.contactName(), before(change).flatMap(Contact::contactSource));
                contacts.append('\n');
            }
            StringBuilder words = new StringBuilder();
            names.forEach(name -> words.append('\n').append(Folding.fold(name)));
            return new Part(kinds, words.toString().getBytes(StandardCharsets.UTF_8), contacts.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private final Map<ChangeKind, Integer> kinds = new EnumMap<>(ChangeKind.class);
    private final ByteArrayOutputStream words = new ByteArrayOutputStream();
    private final ByteArrayOutputStream contacts = new ByteArrayOutputStream();

    /** @param title what the job is called */
    JobIndex(String title) {
        words.writeBytes(Folding.fold(title).getBytes(StandardCharsets.UTF_8));
    }

    /** The next of the job's contacts. */
    void add(Part part) {
        part.kinds().forEach((kind, count) -> kinds.merge(kind, count, Integer::sum));
        words.writeBytes(part.words());
        contacts.writeBytes(part.contacts());
    }

    static ChangeKind kind(Change change) {
        return switch (change) {
            case Change.Create create -> ChangeKind.CREATE;
            case Change.Update update -> ChangeKind.UPDATE;
            case Change.Delete delete -> ChangeKind.DELETE;
            case Change.SetPhoto photo -> ChangeKind.PHOTO;
        };
    }

    /** What the contact of a change is known by, before it. */
    static Set<String> known(Change change) {
        return before(change).map(JobIndex::keys).orElseGet(() -> change.contactName().isEmpty() ? Set.of() : Set.of(change.contactName()));
    }

    private static Optional<Contact> before(Change change) {
        return switch (change) {
            case Change.Update update -> Optional.of(update.before());
            case Change.Delete delete -> Optional.of(delete.before());
            case Change.Create _, Change.SetPhoto _ -> Optional.empty();
        };
    }

    /** {@link #keys}, each between two spaces, so that none is found in another. No set of them is made: this is done for each contact of a job before its first batch. */
    private static void appendKeys(StringBuilder lines, String name, Optional<Source> source) {
        if (!name.isEmpty()) {
            lines.append(' ').append(name).append(' ');
            source.map(Source::getId).filter(id -> !id.equals(name)).ifPresent(id -> lines.append(id).append(' '));
        }
    }

    /** What a contact is known by: its resource name, which Google may change, and the id of its own source, which stays. */
    static Set<String> keys(Contact contact) {
        Set<String> keys = new LinkedHashSet<>(Set.of(contact.resourceName()));
        contact.contactSource().map(Source::getId).ifPresent(keys::add);
        return keys;
    }

    void write(Connection db, long job) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("INSERT INTO job_index (job, creates, updates, deletes, photos, words, contacts) VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT))")) {
            sql.setLong(1, job);
            sql.setInt(2, kinds.getOrDefault(ChangeKind.CREATE, 0));
            sql.setInt(3, kinds.getOrDefault(ChangeKind.UPDATE, 0));
            sql.setInt(4, kinds.getOrDefault(ChangeKind.DELETE, 0));
            sql.setInt(5, kinds.getOrDefault(ChangeKind.PHOTO, 0));
            sql.setBytes(6, words.toByteArray());
            sql.setBytes(7, contacts.toByteArray());
            sql.executeUpdate();
        }
    }

    /** A line for each contact that was made or has another name than before: its row, and what it is known by now. Empty when there is none. */
    static String names(List<Outcome> outcomes) {
        StringBuilder lines = new StringBuilder();
        for (Outcome outcome : outcomes) {
            outcome.contact().filter(now -> !outcome.change().contactName().equals(now.resourceName())).ifPresent(now -> {
                appendKeys(lines.append(outcome.row()), now.resourceName(), now.contactSource());
                lines.append('\n');
            });
        }
        return lines.toString();
    }

    static void named(Connection db, long job, String lines) throws SQLException {
        if (!lines.isEmpty()) {
            try (PreparedStatement sql = db.prepareStatement("INSERT INTO named (job, lines) VALUES (?, ?)")) {
                sql.setLong(1, job);
                sql.setString(2, lines);
                sql.executeUpdate();
            }
        }
    }

    /** Notes in numbers what has become of a job that has ended. */
    static void ended(Connection db, long job) throws SQLException {
        Collection<OutcomeState> states = OutcomeRows.states(db, job).values();
        try (PreparedStatement sql = db.prepareStatement("INSERT OR REPLACE INTO job_end (job, done, failed, conflict, unknown, skipped) VALUES (?, ?, ?, ?, ?, ?)")) {
            sql.setLong(1, job);
            int column = 2;
            for (OutcomeState state : List.of(OutcomeState.DONE, OutcomeState.FAILED, OutcomeState.CONFLICT, OutcomeState.UNKNOWN, OutcomeState.SKIPPED)) {
                sql.setInt(column++, Collections.frequency(states, state));
            }
            sql.executeUpdate();
        }
    }
}

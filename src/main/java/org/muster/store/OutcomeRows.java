package org.muster.store;

import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import com.google.api.services.people.v1.model.Source;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.json.JsonLines;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** What became of a job's contacts, in the table {@code outcomes}: those that became known together and came out alike in one row of it. Of a contact that is there again, the last counts. */
final class OutcomeRows {
    /** Where the parts of a line stand: of the contact as Google answered it, its own source, the error, and the contact that stood against it in a conflict. */
    private static final int CONTACT = 0;
    private static final int ETAG = 1;
    private static final int SOURCE = 2;
    private static final int SOURCE_ETAG = 3;
    private static final int UPDATED = 4;
    private static final int ERROR = 5;
    private static final int THEIRS = 10;
    /** The line of a contact of which no answer came. */
    private static final Lines.Row NO_ANSWER = Lines.row("[\"\", \"\", \"\", \"\", \"\", \"" + ErrorCause.NO_ANSWER + "\", 0, \"\", \"\", \"\"]");

    private final Instant at;
    private final List<Piece> pieces;

    private record Piece(OutcomeState state, String rows, byte[] lines) {}

    /**
     * What became of one contact.
     *
     * @param at when it was known
     * @param values its line
     */
    record Settled(OutcomeState state, Instant at, Lines.Row values) {
        /** What the contact is called since; empty while it has no name. */
        String name() {
            return values.text(CONTACT);
        }

        /** What the contact is known by since. */
        List<String> keys() {
            return Stream.of(values.some(CONTACT), values.some(SOURCE)).flatMap(Optional::stream).toList();
        }

        Optional<ApiError> error() {
            return values.some(ERROR).map(cause -> new ApiError(ErrorCause.valueOf(cause), values.number(ERROR + 1), values.text(ERROR + 2), values.text(ERROR + 3), values.text(ERROR + 4)));
        }

        private Optional<Contact> contact() {
            if (values.some(THEIRS).isPresent()) {
                return Optional.of(new Contact(PersonJson.read(values.text(THEIRS)), ChangeRows.mask(values.text(THEIRS + 1))));
            }
            return values.some(CONTACT).map(name -> {
                Person done = new Person().setResourceName(name).setEtag(values.some(ETAG).orElse(null));
                values.some(SOURCE).ifPresent(id -> done.setMetadata(new PersonMetadata().setSources(List.of(
                        new Source().setType("CONTACT").setId(id).setEtag(values.some(SOURCE_ETAG).orElse(null)).setUpdateTime(values.some(UPDATED).orElse(null))))));
                return new Contact(done, FieldMask.none());
            });
        }

        Outcome outcome(int row, Change change) {
            return new Outcome(row, change, state, error(), contact());
        }
    }

    /** What the contact of a line is called since; empty while it has no name. */
    static String name(String line) {
        return line.length() <= 2 ? "" : Lines.row(line).text(CONTACT); // most deletes say nothing
    }

    private OutcomeRows(Instant at, List<Piece> pieces) {
        this.at = at;
        this.pieces = pieces;
    }

    /** Puts outcomes into words. */
    static OutcomeRows of(List<Outcome> outcomes, Instant at) {
        Map<OutcomeState, List<Outcome>> alike = new EnumMap<>(OutcomeState.class);
        outcomes.forEach(outcome -> alike.computeIfAbsent(outcome.state(), state -> new ArrayList<>()).add(outcome));
        List<Piece> pieces = new ArrayList<>();
        alike.forEach((state, all) -> {
            JsonLines lines = new JsonLines();
            all.forEach(outcome -> lines.addRow(line(outcome)));
            pieces.add(new Piece(state, Rows.write(all.stream().map(Outcome::row).toList()), lines.bytes()));
        });
        return new OutcomeRows(at, pieces);
    }

    private static List<Object> line(Outcome outcome) {
        List<Object> values = new ArrayList<>(THEIRS + 2);
        outcome.contact().ifPresent(contact -> {
            Source source = contact.contactSource().orElseGet(Source::new);
            values.addAll(Arrays.asList(contact.resourceName(), contact.etag(), source.getId(), source.getEtag(), source.getUpdateTime()));
        });
        outcome.error().ifPresent(error -> {
            fill(values, ERROR);
            values.addAll(Arrays.asList(error.cause().name(), error.httpStatus(), error.status(), error.reason(), error.message()));
        });
        if (outcome.state() == OutcomeState.CONFLICT) {
            outcome.contact().ifPresent(theirs -> {
                fill(values, THEIRS);
                JsonLines person = new JsonLines();
                theirs.write(person, theirs.loaded());
                values.addAll(List.of(new String(person.bytes(), StandardCharsets.UTF_8), theirs.loaded().toString()));
            });
        }
        return values;
    }

    private static void fill(List<Object> values, int size) {
        while (values.size() < size) {
            values.add("");
        }
    }

    void write(Connection db, long job) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("INSERT INTO outcomes (job, state, at, rows, lines) VALUES (?, ?, ?, ?, ?)")) {
            for (Piece piece : pieces) {
                sql.setLong(1, job);
                sql.setString(2, piece.state().name());
                sql.setLong(3, at.toEpochMilli());
                sql.setString(4, piece.rows());
                sql.setBytes(5, piece.lines());
                sql.executeUpdate();
            }
        }
    }

    /** By row, how those came out that are known. Of a job that has ended, what was sent without a trace of an answer is unknown. */
    static Map<Integer, OutcomeState> states(Connection db, long job) throws SQLException {
        Map<Integer, OutcomeState> states = new HashMap<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT state, rows FROM outcomes WHERE job = ? ORDER BY n")) {
            sql.setLong(1, job);
            try (ResultSet piece = sql.executeQuery()) {
                while (piece.next()) {
                    OutcomeState state = OutcomeState.valueOf(piece.getString(1));
                    Rows.read(piece.getString(2)).forEach(row -> states.put(row, state));
                }
            }
        }
        lost(db, job, states.keySet()).forEach(row -> states.put(row, OutcomeState.UNKNOWN));
        return states;
    }

    /**
     * Rows of a job that has ended which were sent, and of which nothing was noted since: nobody knows what became of them. There are none, unless the journal could not be
     * written for a while.
     *
     * @param noted the rows of which something was noted
     */
    private static List<Integer> lost(Connection db, long job, Set<Integer> noted) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT 1 FROM job WHERE n = ? AND ended IS NOT NULL AND size > ?")) {
            sql.setLong(1, job);
            sql.setInt(2, noted.size());
            try (ResultSet found = sql.executeQuery()) {
                return found.next() ? History.sent(db, job).stream().boxed().filter(row -> !noted.contains(row)).toList() : List.of();
            }
        }
    }

    private static Settled unanswered(Connection db, long job) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT ended FROM job WHERE n = ?")) {
            sql.setLong(1, job);
            try (ResultSet found = sql.executeQuery()) {
                return new Settled(OutcomeState.UNKNOWN, Instant.ofEpochMilli(found.next() ? found.getLong(1) : 0), NO_ANSWER);
            }
        }
    }

    /** By row, what became of those that are known, in the same way. */
    static Map<Integer, Settled> read(Connection db, long job) throws SQLException {
        Map<Integer, Settled> settled = new HashMap<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT state, at, rows, lines FROM outcomes WHERE job = ? ORDER BY n")) {
            sql.setLong(1, job);
            try (ResultSet piece = sql.executeQuery()) {
                while (piece.next()) {
                    OutcomeState state = OutcomeState.valueOf(piece.getString(1));
                    Instant at = Instant.ofEpochMilli(piece.getLong(2));
                    List<Integer> rows = Rows.read(piece.getString(3));
                    List<String> lines = Lines.read(piece.getBytes(4));
                    for (int i = 0; i < rows.size(); i++) {
                        settled.put(rows.get(i), new Settled(state, at, Lines.row(lines.get(i))));
                    }
                }
            }
        }
        List<Integer> lost = lost(db, job, settled.keySet());
        if (!lost.isEmpty()) {
            Settled unanswered = unanswered(db, job);
            lost.forEach(row -> settled.put(row, unanswered));
        }
        return settled;
    }

    /** What became of one contact, if that is known. */
    static Optional<Settled> read(Connection db, long job, int row) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT state, at, rows, lines FROM outcomes WHERE job = ? ORDER BY n DESC")) {
            sql.setLong(1, job);
            try (ResultSet piece = sql.executeQuery()) {
                while (piece.next()) {
                    int line = Rows.read(piece.getString(3)).indexOf(row);
                    if (line >= 0) {
                        return Optional.of(new Settled(OutcomeState.valueOf(piece.getString(1)), Instant.ofEpochMilli(piece.getLong(2)), Lines.row(Lines.read(piece.getBytes(4), line))));
                    }
                }
            }
        }
        return lost(db, job, Set.of()).contains(row) ? Optional.of(unanswered(db, job)) : Optional.empty();
    }
}

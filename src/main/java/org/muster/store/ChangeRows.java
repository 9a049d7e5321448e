package org.muster.store;

import com.google.api.services.people.v1.model.Person;
import com.google.gson.JsonArray;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;

/** What a job was to do, in the table {@code changes}: some hundred neighbours in one row of it. */
final class ChangeRows {
    /** Of a contact that is to be deleted, what it is called is enough to go on. */
    private static final FieldMask NAMES = FieldMask.of(PersonField.NAMES);

    /** So many are put into words together: while one such piece is written, the next is made ready. */
    private static final int PIECE = 250;

    /**
     * What is known of a change without looking at persons.
     *
     * @param kind what was to be done
     * @param contact its resource name as the job knew it; empty for one that is made
     * @param display what people call the contact
     * @param origin where it came from; may be empty
     * @param mask the fields that are replaced
     * @param loaded the fields that are kept of the contact as it was
     * @param formerly what a contact that comes back was called before; else empty
     * @param reverses the row it takes back of the job that its own job reverses; -1 for none
     */
    record Head(ChangeKind kind, String contact, String display, String origin, String mask, String loaded, String formerly, int reverses) {
        private byte[] line() {
            return Lines.line(List.of(kind.name(), contact, display, origin, mask, loaded, formerly, reverses));
        }

        private static Head of(String line) {
            JsonArray values = Lines.values(line);
            return new Head(ChangeKind.valueOf(values.get(0).getAsString()), values.get(1).getAsString(), values.get(2).getAsString(), values.get(3).getAsString(), values.get(4).getAsString(),
                    values.get(5).getAsString(), values.get(6).getAsString(), values.get(7).getAsInt());
        }
    }

    /** A change in words. known: of a contact that is there, what the job must remember to go on; wanted: the contact as it shall be, or a photo's id. */
    private record Row(Head head, byte[] known, byte[] wanted) {}

    /** Some neighbours, ready to be written: everything that takes time is done. */
    private record Piece(int first, byte[] heads, byte[] known, byte[] wanted, boolean comesBack, JobIndex.Part index) {}

    private final List<CompletableFuture<Piece>> pieces;

    private ChangeRows(List<CompletableFuture<Piece>> pieces) {
        this.pieces = pieces;
    }

    /** Begins to put changes into words, on threads of their own, since there may be many thousands of them: a job waits for it before its first batch. */
    static ChangeRows of(ChangeSet set) {
        List<CompletableFuture<Piece>> pieces = new ArrayList<>();
        for (int from = 0; from < set.size(); from += PIECE) {
            int first = from;
            pieces.add(CompletableFuture.supplyAsync(() -> piece(set, first)));
        }
        return new ChangeRows(pieces);
    }

    private static Piece piece(ChangeSet set, int first) {
        List<Change> changes = set.changes().subList(first, Math.min(first + PIECE, set.size()));
        List<Row> rows = new ArrayList<>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            int row = first + i;
            rows.add(row(changes.get(i), set.reverses().map(reversal -> reversal.rows().get(row)).orElse(-1)));
        }
        return new Piece(first, Lines.write(rows.stream().map(row -> row.head().line()).toList()), Lines.write(rows.stream().map(Row::known).toList()), Lines.write(rows.stream().map(Row::wanted).toList()),
                rows.stream().anyMatch(row -> !row.head().formerly().isEmpty()), JobIndex.Part.of(changes, rows.stream().map(row -> row.head().display()).toList()));
    }

    private static Row row(Change change, int reverses) {
        return switch (change) {
            case Change.Create(Person draft, String origin, String formerly) -> new Row(new Head(ChangeKind.CREATE, "", change.displayName(), origin, "", "", formerly, reverses), Lines.NOTHING, PersonJson.bytes(draft));
            case Change.Update(Contact before, Person after, FieldMask mask) -> {
                FieldMask known = mask.union(NAMES.intersect(before.loaded()));
                yield new Row(new Head(ChangeKind.UPDATE, before.resourceName(), change.displayName(), "", mask.toString(), known.toString(), "", reverses), before.json(known),
                        PersonJson.under(mask, after));
            }
            case Change.Delete(Contact before) -> {
                FieldMask known = NAMES.intersect(before.loaded());
                yield new Row(new Head(ChangeKind.DELETE, before.resourceName(), change.displayName(), "", "", known.toString(), "", reverses), before.json(known), Lines.NOTHING);
            }
            case Change.SetPhoto(String of, String photo, String name) -> new Row(new Head(ChangeKind.PHOTO, of, name, "", "", "", "", reverses), Lines.NOTHING, photo.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Writes them as they come to be in words. What they are found by is complete then. */
    JobIndex write(Connection db, long job, JobIndex index) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("INSERT INTO changes (job, first, comes_back, heads, known, wanted) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (CompletableFuture<Piece> one : pieces) {
                Piece piece = one.join();
                sql.setLong(1, job);
                sql.setInt(2, piece.first());
                sql.setInt(3, piece.comesBack() ? 1 : 0);
                sql.setBytes(4, piece.heads());
                sql.setBytes(5, piece.known());
                sql.setBytes(6, piece.wanted());
                sql.executeUpdate();
                index.add(piece.index());
            }
        }
        return index;
    }

    /** The changes of a job, in their order. */
    static List<Change> read(Connection db, long job) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT heads, known, wanted FROM changes WHERE job = ? ORDER BY first")) {
            sql.setLong(1, job);
            try (ResultSet piece = sql.executeQuery()) {
                while (piece.next()) {
                    List<String> heads = Lines.read(piece.getBytes(1));
                    List<String> known = Lines.read(piece.getBytes(2));
                    List<String> wanted = Lines.read(piece.getBytes(3));
                    for (int i = 0; i < heads.size(); i++) {
                        changes.add(change(Head.of(heads.get(i)), known.get(i), wanted.get(i)));
                    }
                }
            }
        }
        return changes;
    }

    /** One change of a job. */
    static Optional<Change> read(Connection db, long job, int number) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT first, heads, known, wanted FROM changes WHERE job = ? AND first <= ? ORDER BY first DESC LIMIT 1")) {
            sql.setLong(1, job);
            sql.setInt(2, number);
            try (ResultSet piece = sql.executeQuery()) {
                if (!piece.next()) {
                    return Optional.empty();
                }
                int line = number - piece.getInt(1);
                List<String> heads = Lines.read(piece.getBytes(2));
                return line >= heads.size() ? Optional.empty() : Optional.of(change(Head.of(heads.get(line)), Lines.read(piece.getBytes(3), line), Lines.read(piece.getBytes(4), line)));
            }
        }
    }

    /** What is known of a job's changes without their persons, in their order. */
    static List<Head> heads(Connection db, long job) throws SQLException {
        List<Head> heads = new ArrayList<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT heads FROM changes WHERE job = ? ORDER BY first")) {
            sql.setLong(1, job);
            try (ResultSet piece = sql.executeQuery()) {
                while (piece.next()) {
                    Lines.read(piece.getBytes(1)).forEach(line -> heads.add(Head.of(line)));
                }
            }
        }
        return heads;
    }

    /** What is known of one change of a job without its persons. */
    static Optional<Head> head(Connection db, long job, int number) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT first, heads FROM changes WHERE job = ? AND first <= ? ORDER BY first DESC LIMIT 1")) {
            sql.setLong(1, job);
            sql.setInt(2, number);
            try (ResultSet piece = sql.executeQuery()) {
                return piece.next() ? Lines.read(piece.getBytes(2)).stream().skip(number - piece.getInt(1)).findFirst().map(Head::of) : Optional.empty();
            }
        }
    }

    private static Change change(Head head, String known, String wanted) {
        return switch (head.kind()) {
            case CREATE -> new Change.Create(PersonJson.read(wanted), head.origin(), head.formerly());
            case UPDATE -> new Change.Update(new Contact(PersonJson.read(known), mask(head.loaded())), PersonJson.read(wanted), mask(head.mask()));
            case DELETE -> new Change.Delete(new Contact(PersonJson.read(known), mask(head.loaded())));
            case PHOTO -> new Change.SetPhoto(head.contact(), wanted, head.display());
        };
    }

    static FieldMask mask(String text) {
        return FieldMask.parse(text).mask();
    }
}

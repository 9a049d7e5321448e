package org.muster.store;

import com.google.api.services.people.v1.model.Person;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.muster.changes.Change;
import org.muster.changes.Reversal;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;

/** What a job was to do, as rows of the table {@code change}. */
final class ChangeRows {
    /** Of a contact that is to be deleted, what it is called is enough to go on. */
    private static final FieldMask NAMES = FieldMask.of(PersonField.NAMES);

    private enum Kind { CREATE, UPDATE, DELETE, PHOTO }

    /** One row, ready to be written: everything that takes time is done. */
    private record Row(Kind kind, String contact, String display, String origin, String mask, String loaded, String known, String wanted, String formerly) {}

    /** So many are put into words together: while one such piece is written, the next is made ready. */
    private static final int PIECE = 500;

    private final List<CompletableFuture<List<Row>>> pieces;

    private ChangeRows(List<CompletableFuture<List<Row>>> pieces) {
        this.pieces = pieces;
    }

    /** Begins to put changes into words, on threads of their own, since there may be many thousands of them: a job waits for it before its first batch. */
    static ChangeRows of(List<Change> changes) {
        List<CompletableFuture<List<Row>>> pieces = new ArrayList<>();
        for (int from = 0; from < changes.size(); from += PIECE) {
            List<Change> piece = changes.subList(from, Math.min(from + PIECE, changes.size()));
            pieces.add(CompletableFuture.supplyAsync(() -> piece.stream().map(ChangeRows::row).toList()));
        }
        return new ChangeRows(pieces);
    }

    private static Row row(Change change) {
        return switch (change) {
            case Change.Create(Person draft, String origin, String formerly) ->
                new Row(Kind.CREATE, null, change.displayName(), origin, "", "", null, PersonJson.write(draft), formerly.isEmpty() ? null : formerly);
            case Change.Update(Contact before, Person after, FieldMask mask) -> {
                FieldMask known = mask.union(NAMES.intersect(before.loaded()));
                yield new Row(Kind.UPDATE, before.resourceName(), change.displayName(), "", mask.toString(), known.toString(), PersonJson.write(PersonJson.known(before, known)), PersonJson.write(PersonJson.under(mask, after)), null);
            }
            case Change.Delete(Contact before) -> {
                FieldMask known = NAMES.intersect(before.loaded());
                yield new Row(Kind.DELETE, before.resourceName(), change.displayName(), "", "", known.toString(), PersonJson.write(PersonJson.known(before, known)), null, null);
            }
            case Change.SetPhoto(String of, String photo, String name) -> new Row(Kind.PHOTO, of, name, "", "", "", null, photo, null);
        };
    }

    /** What people call the contacts. Waits until all are in words. */
    List<String> names() {
        return pieces.stream().flatMap(piece -> piece.join().stream()).map(Row::display).toList();
    }

    /**
     * Writes them as they come to be in words.
     *
     * @param reverses what the change set takes back, if it is an undo
     */
    void write(Connection db, long job, Optional<Reversal> reverses) throws SQLException {
        try (ManyRows table = new ManyRows(db, "INSERT INTO change", List.of("job", "kind", "mask", "loaded", "formerly", "reverses"),
                List.of("row", "contact", "display", "origin", "known", "wanted"))) {
            int number = 0;
            for (CompletableFuture<List<Row>> piece : pieces) {
                for (Row row : piece.join()) {
                    Integer reversed = reverses.isPresent() ? reverses.get().rows().get(number) : null;
                    table.add(new Object[] {job, row.kind().name(), row.mask(), row.loaded(), row.formerly(), reversed}, number, row.contact(), row.display(), row.origin(), row.known(), row.wanted());
                    number++;
                }
            }
            table.flush();
        }
    }

    /** The changes of a job, in their order. */
    static List<Change> read(Connection db, long job) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT kind, origin, mask, loaded, known, wanted, formerly, contact, display FROM change WHERE job = ? ORDER BY row")) {
            sql.setLong(1, job);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    changes.add(change(row));
                }
            }
        }
        return changes;
    }

    /** One change of a job. */
    static Optional<Change> read(Connection db, long job, int number) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT kind, origin, mask, loaded, known, wanted, formerly, contact, display FROM change WHERE job = ? AND row = ?")) {
            sql.setLong(1, job);
            sql.setInt(2, number);
            try (ResultSet row = sql.executeQuery()) {
                return row.next() ? Optional.of(change(row)) : Optional.empty();
            }
        }
    }

    private static Change change(ResultSet row) throws SQLException {
        return switch (Kind.valueOf(row.getString(1))) {
            case CREATE -> new Change.Create(PersonJson.read(row.getString(6)), row.getString(2), Optional.ofNullable(row.getString(7)).orElse(""));
            case UPDATE -> new Change.Update(contact(row), PersonJson.read(row.getString(6)), mask(row.getString(3)));
            case DELETE -> new Change.Delete(contact(row));
            case PHOTO -> new Change.SetPhoto(row.getString(8), row.getString(6), row.getString(9));
        };
    }

    /** Which rows of the other job a job's changes take back, one for each. */
    static List<Integer> reversed(Connection db, long job) throws SQLException {
        List<Integer> rows = new ArrayList<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT reverses FROM change WHERE job = ? ORDER BY row")) {
            sql.setLong(1, job);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getInt(1));
                }
            }
        }
        return rows;
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(PersonJson.read(row.getString(5)), mask(row.getString(4)));
    }

    static FieldMask mask(String text) {
        return FieldMask.parse(text).mask();
    }
}

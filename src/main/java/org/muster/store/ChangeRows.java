package org.muster.store;

import com.google.api.services.people.v1.model.Person;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;

/** What a job was to do, as rows of the table {@code change}. */
final class ChangeRows {
    /** Of a contact that is to be deleted, what it is called is enough to go on. */
    private static final FieldMask NAMES = FieldMask.of(PersonField.NAMES);

    private enum Kind { CREATE, UPDATE, DELETE }

    /** One row, ready to be written: everything that takes time is done. */
    private record Row(Kind kind, String contact, String display, String origin, String mask, String loaded, String known, String wanted) {}

    private final List<Row> rows;

    private ChangeRows(List<Row> rows) {
        this.rows = rows;
    }

    /** Takes time, on all processors: a job waits for it before its first batch. Not on the thread that writes. */
    static ChangeRows of(List<Change> changes) {
        return new ChangeRows(changes.parallelStream().map(ChangeRows::row).toList());
    }

    private static Row row(Change change) {
        return switch (change) {
            case Change.Create(Person draft, String origin) -> new Row(Kind.CREATE, null, change.displayName(), origin, "", "", null, PersonJson.write(draft));
            case Change.Update(Contact before, Person after, FieldMask mask) -> {
                FieldMask known = mask.union(NAMES.intersect(before.loaded()));
                yield new Row(Kind.UPDATE, before.resourceName(), change.displayName(), "", mask.toString(), known.toString(), PersonJson.write(PersonJson.known(before, known)), PersonJson.write(PersonJson.under(mask, after)));
            }
            case Change.Delete(Contact before) -> {
                FieldMask known = NAMES.intersect(before.loaded());
                yield new Row(Kind.DELETE, before.resourceName(), change.displayName(), "", "", known.toString(), PersonJson.write(PersonJson.known(before, known)), null);
            }
        };
    }

    void write(Connection db, long job) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("INSERT INTO change (job, row, kind, contact, display, origin, mask, loaded, known, wanted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                sql.setLong(1, job);
                sql.setInt(2, i);
                sql.setString(3, row.kind().name());
                sql.setString(4, row.contact());
                sql.setString(5, row.display());
                sql.setString(6, row.origin());
                sql.setString(7, row.mask());
                sql.setString(8, row.loaded());
                sql.setString(9, row.known());
                sql.setString(10, row.wanted());
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    /** The changes of a job, in their order. */
    static List<Change> read(Connection db, long job) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT kind, origin, mask, loaded, known, wanted FROM change WHERE job = ? ORDER BY row")) {
            sql.setLong(1, job);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    changes.add(switch (Kind.valueOf(row.getString(1))) {
                        case CREATE -> new Change.Create(PersonJson.read(row.getString(6)), row.getString(2));
                        case UPDATE -> new Change.Update(contact(row), PersonJson.read(row.getString(6)), mask(row.getString(3)));
                        case DELETE -> new Change.Delete(contact(row));
                    });
                }
            }
        }
        return changes;
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(PersonJson.read(row.getString(5)), mask(row.getString(4)));
    }

    static FieldMask mask(String text) {
        return FieldMask.parse(text).mask();
    }
}

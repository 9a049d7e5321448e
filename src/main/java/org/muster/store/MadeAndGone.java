package org.muster.store;

import com.google.api.services.people.v1.model.Person;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muster.changes.Marker;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;

/**
 * Reads from the journal what later jobs knew of contacts that a job has made. See {@link org.muster.jobs.Journal#madeAndGone}. Whoever deletes a contact saves it with its marks; whoever
 * brings one back from a backup notes the marks it had then. Looked through is only what was noted after the job, and only for its id.
 */
final class MadeAndGone {
    private static final String SAVED = """
            SELECT i.persons FROM job made JOIN job j ON j.account = made.account AND j.n > made.n JOIN images i ON i.job = j.n
            WHERE made.id = ?1 AND instr(i.persons, CAST(?1 AS BLOB)) > 0 ORDER BY i.n""";
    private static final String BROUGHT_BACK = """
            SELECT c.heads, c.wanted FROM job made JOIN job j ON j.account = made.account AND j.n > made.n JOIN changes c ON c.job = j.n
            WHERE made.id = ?1 AND c.comes_back AND instr(c.wanted, CAST(?1 AS BLOB)) > 0 ORDER BY j.n, c.first""";

    private MadeAndGone() {}

    static Map<Integer, Contact> of(Connection db, String job) throws SQLException {
        Map<Integer, Contact> gone = new HashMap<>();
        try (PreparedStatement sql = db.prepareStatement(SAVED)) {
            sql.setString(1, job);
            try (ResultSet piece = sql.executeQuery()) {
                while (piece.next()) {
                    for (String line : Lines.read(piece.getBytes(1))) {
                        if (line.contains(job)) {
                            Contact saved = new Contact(PersonJson.read(line), FieldMask.none());
                            Marker.rows(saved.items(PersonField.CLIENT_DATA), job).forEach(row -> gone.putIfAbsent(row, saved));
                        }
                    }
                }
            }
        }
        try (PreparedStatement sql = db.prepareStatement(BROUGHT_BACK)) {
            sql.setString(1, job);
            try (ResultSet piece = sql.executeQuery()) {
                while (piece.next()) {
                    List<ChangeRows.Head> heads = ChangeRows.heads(piece.getBytes(1));
                    List<String> wanted = Lines.read(piece.getBytes(2));
                    for (int i = 0; i < heads.size(); i++) {
                        String formerly = heads.get(i).formerly();
                        if (!formerly.isEmpty() && wanted.get(i).contains(job)) {
                            Marker.rows(Contact.items(PersonJson.read(wanted.get(i)), PersonField.CLIENT_DATA), job)
                                    .forEach(row -> gone.putIfAbsent(row, new Contact(new Person().setResourceName(formerly), FieldMask.none())));
                        }
                    }
                }
            }
        }
        return gone;
    }
}

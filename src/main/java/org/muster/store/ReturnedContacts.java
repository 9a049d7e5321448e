package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.changes.Families;
import org.muster.changes.Marker;
import org.muster.changes.Returns;
import org.muster.jobs.OutcomeState;

/** Reads from the journal which contacts of an account were brought back after they had been deleted. Takes time: not on the FX thread. */
final class ReturnedContacts {
    private static final String SQL = """
            SELECT j.id, c.row, c.formerly, o.state, o.contact, j.ended FROM change c JOIN job j ON j.n = c.job LEFT JOIN outcome o ON o.job = c.job AND o.row = c.row
            WHERE c.formerly IS NOT NULL AND j.account = ? ORDER BY j.n, c.row""";

    private final Database database;

    ReturnedContacts(Database database) {
        this.database = database;
    }

    /** @param account see {@link org.muster.jobs.JobRecord#account} */
    Returns of(String account) throws StoreProblem {
        List<Families.Return> returned = new ArrayList<>();
        Map<String, String> markers = new HashMap<>();
        Set<String> coming = new HashSet<>();
        try (Connection db = database.connect(); PreparedStatement sql = db.prepareStatement(SQL)) {
            sql.setString(1, account);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    String formerly = row.getString(3);
                    String state = row.getString(4);
                    String now = row.getString(5);
                    markers.put(Marker.of(row.getString(1), row.getInt(2)), formerly);
                    if (now != null && OutcomeState.DONE.name().equals(state)) {
                        returned.add(new Families.Return(formerly, now));
                    } else if (OutcomeState.UNKNOWN.name().equals(state) || state == null && row.getObject(6) == null) {
                        coming.add(formerly); // or is there already: whoever does not know must not make another
                    }
                }
            }
        } catch (SQLException e) {
            throw new StoreProblem(StoreProblem.Reason.NOT_KEPT, database.file(), e);
        }
        return new Returns(Families.of(returned), markers, coming);
    }

    /** Who is one contact, whatever it was called. */
    static Families families(Connection db, String account) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("""
                SELECT c.formerly, o.contact FROM change c JOIN job j ON j.n = c.job JOIN outcome o ON o.job = c.job AND o.row = c.row
                WHERE c.formerly IS NOT NULL AND j.account = ? AND o.state = 'DONE' AND o.contact IS NOT NULL ORDER BY c.job, c.row""")) {
            sql.setString(1, account);
            List<Families.Return> returned = new ArrayList<>();
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    returned.add(new Families.Return(row.getString(1), row.getString(2)));
                }
            }
            return Families.of(returned);
        }
    }
}

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
    /** The jobs of an account that bring contacts back, the oldest first. */
    private static final String JOBS = "SELECT n, id, ended FROM job WHERE account = ? AND EXISTS (SELECT 1 FROM changes WHERE job = n AND comes_back) ORDER BY n";

    private final Database database;

    ReturnedContacts(Database database) {
        this.database = database;
    }

    /** @param account see {@link org.muster.jobs.JobRecord#account} */
    Returns of(String account) throws StoreProblem {
        return database.read(db -> of(db, account));
    }

    static Returns of(Connection db, String account) throws SQLException {
        Map<String, String> markers = new HashMap<>();
        Set<String> coming = new HashSet<>();
        List<Row> rows = rows(db, account);
        for (Row row : rows) {
            markers.put(row.marker(), row.formerly());
            if (row.open()) {
                coming.add(row.formerly());
            }
        }
        return new Returns(families(rows), markers, coming);
    }

    /** Who is one contact, whatever it was called. */
    static Families families(Connection db, String account) throws SQLException {
        return families(rows(db, account));
    }

    private static Families families(List<Row> rows) {
        return Families.of(rows.stream().filter(row -> !row.now().isEmpty()).map(row -> new Families.Return(row.formerly(), row.now())).toList());
    }

    /**
     * A contact that a job was to bring back.
     *
     * @param marker what it would carry
     * @param formerly what it was called before
     * @param now what it was called when it was back; empty when it is not back, as far as is known
     * @param open whether it has yet to come back, or is there already: whoever does not know must not make another
     */
    private record Row(String marker, String formerly, String now, boolean open) {}

    /** In the order in which they were to come back. */
    private static List<Row> rows(Connection db, String account) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement sql = db.prepareStatement(JOBS)) {
            sql.setString(1, account);
            try (ResultSet job = sql.executeQuery()) {
                while (job.next()) {
                    Map<Integer, OutcomeRows.Settled> settled = OutcomeRows.read(db, job.getLong(1));
                    boolean ended = job.getObject(3) != null;
                    for (ChangeRows.Head head : ChangeRows.heads(db, job.getLong(1))) {
                        if (!head.formerly().isEmpty()) {
                            OutcomeRows.Settled known = settled.get(head.row());
                            String now = known != null && known.state() == OutcomeState.DONE ? known.name() : "";
                            rows.add(new Row(Marker.of(job.getString(2), head.row()), head.formerly(), now, known == null ? !ended : known.state() == OutcomeState.UNKNOWN));
                        }
                    }
                }
            }
        }
        return rows;
    }

    /** Contacts that were brought back and, as far as jobs go, not deleted since, by every name they ever had. */
    static Set<String> backAgain(Connection db, String account) throws SQLException {
        Families families = families(db, account);
        Set<String> back = new HashSet<>();
        if (families.names().isEmpty()) {
            return back;
        }
        try (PreparedStatement sql = db.prepareStatement("SELECT n FROM job JOIN job_index i ON i.job = n WHERE account = ? AND (i.deletes > 0 OR EXISTS (SELECT 1 FROM changes WHERE job = n AND comes_back)) ORDER BY n")) {
            sql.setString(1, account);
            try (ResultSet job = sql.executeQuery()) {
                while (job.next()) {
                    Map<Integer, OutcomeState> states = OutcomeRows.states(db, job.getLong(1));
                    for (ChangeRows.Head head : ChangeRows.heads(db, job.getLong(1))) {
                        if (states.get(head.row()) == OutcomeState.DONE) {
                            if (!head.formerly().isEmpty()) {
                                back.addAll(families.of(head.formerly()));
                            } else if (head.kind() == ChangeKind.DELETE) {
                                families.of(head.contact()).forEach(back::remove);
                            }
                        }
                    }
                }
            }
        }
        return back;
    }
}

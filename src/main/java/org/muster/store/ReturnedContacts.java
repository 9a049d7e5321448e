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
        return of(rows(db, account), families(db, account, Set.of()), Renames.deleted(db, account));
    }

    /** For a list of jobs, where this must be quick: what Google has given another name since is somebody else. */
    static Returns quickly(Connection db, String account) throws SQLException {
        List<Row> rows = rows(db, account);
        return of(rows, Families.of(returns(rows)), Map.of());
    }

    /** @param asked which names will be asked about */
    static Returns of(Connection db, String account, Set<String> asked) throws SQLException {
        return of(rows(db, account), families(db, account, asked), Map.of());
    }

    private static Returns of(List<Row> rows, Families families, Map<String, String> deleted) {
        Map<String, String> markers = new HashMap<>();
        Set<String> coming = new HashSet<>();
        for (Row row : rows) {
            markers.put(row.marker(), row.formerly());
            if (row.open()) {
                coming.add(row.formerly());
            }
        }
        return new Returns(families, markers, coming, deleted);
    }

    /**
     * Who is one contact, whatever it was called: it may have come back, and Google may have given it another name.
     *
     * @param asked which names will be asked about
     */
    static Families families(Connection db, String account, Set<String> asked) throws SQLException {
        List<Row> rows = rows(db, account);
        if (returns(rows).isEmpty()) {
            return Families.NONE; // nobody came back: where a contact is there, Google knows it by its former names, too
        }
        Set<String> names = new HashSet<>(asked);
        rows.forEach(row -> names.addAll(List.of(row.formerly(), row.now())));
        names.remove("");
        List<Renames.Rename> renames = Renames.of(db, account, names);
        List<Families.Return> all = new ArrayList<>();
        int next = 0;
        for (Row row : rows) {
            for (; next < renames.size() && renames.get(next).job() <= row.job(); next++) {
                all.add(renames.get(next).names());
            }
            all.addAll(returns(List.of(row)));
        }
        renames.subList(next, renames.size()).forEach(rename -> all.add(rename.names()));
        return Families.of(all);
    }

    private static List<Families.Return> returns(List<Row> rows) {
        return rows.stream().filter(row -> !row.now().isEmpty()).map(row -> new Families.Return(row.formerly(), row.now())).toList();
    }

    /**
     * A contact that a job was to bring back.
     *
     * @param job the job's number
     * @param marker what it would carry
     * @param formerly what it was called before
     * @param now what it was called when it was back; empty when it is not back, as far as is known
     * @param open whether it has yet to come back, or is there already: whoever does not know must not make another
     */
    private record Row(long job, String marker, String formerly, String now, boolean open) {}

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
                            rows.add(new Row(job.getLong(1), Marker.of(job.getString(2), head.row()), head.formerly(), now, known == null ? !ended : known.state() == OutcomeState.UNKNOWN));
                        }
                    }
                }
            }
        }
        return rows;
    }

    /** Contacts that were brought back and, as far as jobs go, not deleted since, by every name they ever had. */
    static Set<String> backAgain(Connection db, String account) throws SQLException {
        Families families = families(db, account, Set.of());
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

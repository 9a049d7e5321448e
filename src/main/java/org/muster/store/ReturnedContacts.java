package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
        List<Families.Return> returned = new ArrayList<>();
        Map<String, String> markers = new HashMap<>();
        Set<String> coming = new HashSet<>();
        try (Connection db = database.connect(); PreparedStatement sql = db.prepareStatement(JOBS)) {
            sql.setString(1, account);
            try (ResultSet job = sql.executeQuery()) {
                while (job.next()) {
                    Map<Integer, OutcomeRows.Settled> settled = OutcomeRows.read(db, job.getLong(1));
                    String id = job.getString(2);
                    boolean open = job.getObject(3) == null;
                    coming(db, job.getLong(1)).forEach((row, formerly) -> {
                        markers.put(Marker.of(id, row), formerly);
                        OutcomeRows.Settled known = settled.get(row);
                        if (isBack(known)) {
                            returned.add(new Families.Return(formerly, known.name()));
                        } else if (known == null ? open : known.state() == OutcomeState.UNKNOWN) {
                            coming.add(formerly); // or is there already: whoever does not know must not make another
                        }
                    });
                }
            }
        } catch (SQLException e) {
            throw new StoreProblem(StoreProblem.Reason.NOT_KEPT, database.file(), e);
        }
        return new Returns(Families.of(returned), markers, coming);
    }

    /** Who is one contact, whatever it was called. */
    static Families families(Connection db, String account) throws SQLException {
        List<Families.Return> returned = new ArrayList<>();
        try (PreparedStatement sql = db.prepareStatement(JOBS)) {
            sql.setString(1, account);
            try (ResultSet job = sql.executeQuery()) {
                while (job.next()) {
                    Map<Integer, OutcomeRows.Settled> settled = OutcomeRows.read(db, job.getLong(1));
                    coming(db, job.getLong(1)).forEach((row, formerly) -> {
                        if (isBack(settled.get(row))) {
                            returned.add(new Families.Return(formerly, settled.get(row).name()));
                        }
                    });
                }
            }
        }
        return Families.of(returned);
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

    private static boolean isBack(OutcomeRows.Settled known) {
        return known != null && known.state() == OutcomeState.DONE && !known.name().isEmpty();
    }

    /** By row, in order, what contacts were called before that a job brings back. */
    private static Map<Integer, String> coming(Connection db, long job) throws SQLException {
        Map<Integer, String> formerly = new LinkedHashMap<>();
        for (ChangeRows.Head head : ChangeRows.heads(db, job)) {
            if (!head.formerly().isEmpty()) {
                formerly.put(head.row(), head.formerly());
            }
        }
        return formerly;
    }
}

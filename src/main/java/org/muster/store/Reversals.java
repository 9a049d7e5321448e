package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.changes.Families;

/** What later jobs took back of a job, and what contacts are called since they were brought back. */
final class Reversals {
    /** Undo of undo of undo …: nobody goes further, and a database that was tampered with shall not go round in circles. */
    private static final int DEEPEST = 100;

    /**
     * What became of a job's rows since.
     *
     * @param takenBack rows whose contacts were brought back or deleted again
     * @param maybe rows of which that is not known
     * @param pending rows that an undo is about which has not ended
     */
    record State(Set<Integer> takenBack, Set<Integer> maybe, Set<Integer> pending) {
        State() {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>());
        }
    }

    /**
     * Where a job comes from.
     *
     * @param title of the job that was taken back first of all
     * @param reversals how many times it was taken back and done again up to here
     */
    record Root(String title, int reversals) {}

    private Reversals() {}

    static State of(Connection db, String job) throws SQLException {
        return of(db, job, 0);
    }

    /** Whether any row of a job was taken back, or may have been, and not done again since. Reads few rows where nobody took back the undo in turn. */
    static boolean anything(Connection db, String job) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT 1 FROM job redo JOIN job undo ON redo.reverses = undo.id WHERE undo.reverses = ?")) {
            sql.setString(1, job);
            try (ResultSet redo = sql.executeQuery()) {
                if (redo.next()) {
                    return !standing(db, job, 0).isEmpty();
                }
            }
        }
        try (PreparedStatement sql = db.prepareStatement("""
                SELECT 1 FROM job undo JOIN outcome ON outcome.job = undo.n AND outcome.state IN ('DONE', 'UNKNOWN')
                JOIN change ON change.job = outcome.job AND change.row = outcome.row AND change.kind IN ('CREATE', 'DELETE', 'UPDATE') WHERE undo.reverses = ? LIMIT 1""")) {
            sql.setString(1, job);
            try (ResultSet done = sql.executeQuery()) {
                return done.next();
            }
        }
    }

    /** Rows that are taken back as things stand: what is only about to be done, or done again, does not count. */
    private static Set<Integer> standing(Connection db, String job, int depth) throws SQLException {
        Set<Integer> rows = new HashSet<>();
        if (depth == DEEPEST) {
            return rows;
        }
        try (PreparedStatement sql = db.prepareStatement("""
                SELECT undo.id, change.row, change.reverses FROM job undo JOIN outcome ON outcome.job = undo.n AND outcome.state IN ('DONE', 'UNKNOWN')
                JOIN change ON change.job = outcome.job AND change.row = outcome.row AND change.kind IN ('CREATE', 'DELETE', 'UPDATE') WHERE undo.reverses = ? ORDER BY undo.n""")) {
            sql.setString(1, job);
            Map<String, Set<Integer>> again = new HashMap<>();
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    String undo = row.getString(1);
                    if (!again.containsKey(undo)) {
                        again.put(undo, standing(db, undo, depth + 1));
                    }
                    if (again.get(undo).contains(row.getInt(2))) {
                        rows.remove(row.getInt(3));
                    } else {
                        rows.add(row.getInt(3));
                    }
                }
            }
        }
        return rows;
    }

    private static State of(Connection db, String job, int depth) throws SQLException {
        State state = new State();
        if (depth == DEEPEST) {
            return state;
        }
        try (PreparedStatement sql = db.prepareStatement("SELECT n, id, ended FROM job WHERE reverses = ? ORDER BY n")) {
            sql.setString(1, job);
            try (ResultSet undo = sql.executeQuery()) {
                while (undo.next()) {
                    boolean open = undo.getString(3) == null;
                    rows(db, undo.getLong(1), open, of(db, undo.getString(2), depth + 1), state);
                }
            }
        }
        return state;
    }

    private static void rows(Connection db, long undo, boolean open, State undone, State sum) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("""
                SELECT change.row, change.reverses, outcome.state FROM change LEFT JOIN outcome ON outcome.job = change.job AND outcome.row = change.row
                WHERE change.job = ? AND change.kind IN ('CREATE', 'DELETE', 'UPDATE')""")) {
            sql.setLong(1, undo);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    String state = row.getString(3);
                    int reversed = row.getInt(2);
                    if (undone.takenBack().contains(row.getInt(1))) {
                        sum.takenBack().remove(reversed); // it was taken back and done again
                        sum.maybe().remove(reversed);
                    } else if (open && state == null || undone.pending().contains(row.getInt(1))) {
                        sum.pending().add(reversed);
                    } else if ("UNKNOWN".equals(state) || undone.maybe().contains(row.getInt(1))) {
                        sum.maybe().add(reversed);
                    } else if ("DONE".equals(state)) {
                        sum.takenBack().add(reversed);
                        sum.maybe().remove(reversed);
                    }
                }
            }
        }
    }

    static Root root(Connection db, String job) throws SQLException {
        String id = job;
        for (int reversals = 0; ; reversals++) {
            try (PreparedStatement sql = db.prepareStatement("SELECT title, reverses FROM job WHERE id = ?")) {
                sql.setString(1, id);
                try (ResultSet found = sql.executeQuery()) {
                    if (!found.next()) {
                        return new Root("", reversals);
                    }
                    if (found.getString(2) == null || reversals == DEEPEST) {
                        return new Root(found.getString(1), reversals);
                    }
                    id = found.getString(2);
                }
            }
        }
    }

    static boolean ended(Connection db, String job) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT 1 FROM job WHERE id = ? AND ended IS NOT NULL")) {
            sql.setString(1, job);
            try (ResultSet found = sql.executeQuery()) {
                return found.next();
            }
        }
    }

    /** See {@link JobArchive#newestToTakeBack}. What was taken back and done again is not looked for here: the job that did it again is newer. */
    static Optional<String> newest(Connection db, String account, Optional<String> before) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT n, id FROM job WHERE account = ?1 AND ended IS NOT NULL AND (?2 IS NULL OR n < (SELECT n FROM job WHERE id = ?2)) ORDER BY n DESC")) {
            sql.setString(1, account);
            sql.setString(2, before.orElse(null));
            try (ResultSet job = sql.executeQuery()) {
                while (job.next()) {
                    if (root(db, job.getString(2)).reversals() % 2 == 0 && anythingLeft(db, job.getLong(1), job.getString(2))) {
                        return Optional.of(job.getString(2));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean anythingLeft(Connection db, long job, String id) throws SQLException {
        Set<Integer> reversed = new HashSet<>();
        try (PreparedStatement sql = db.prepareStatement("""
                SELECT change.reverses FROM job undo JOIN change ON change.job = undo.n LEFT JOIN outcome ON outcome.job = undo.n AND outcome.row = change.row
                WHERE undo.reverses = ? AND change.reverses IS NOT NULL AND (outcome.state IN ('DONE', 'UNKNOWN') OR undo.ended IS NULL)""")) {
            sql.setString(1, id);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    reversed.add(row.getInt(1));
                }
            }
        }
        try (PreparedStatement sql = db.prepareStatement("""
                SELECT change.row FROM outcome JOIN change ON change.job = outcome.job AND change.row = outcome.row LEFT JOIN image ON image.job = outcome.job AND image.row = outcome.row
                WHERE outcome.job = ? AND outcome.state = 'DONE' AND (change.kind IN ('CREATE', 'UPDATE') OR change.kind = 'DELETE' AND image.row IS NOT NULL)""")) {
            sql.setLong(1, job);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    if (!reversed.contains(row.getInt(1))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** See {@link org.muster.jobs.Journal#namesSince}. */
    static Map<String, List<String>> namesSince(Connection db, String account, Collection<String> names) throws SQLException {
        Families families = ReturnedContacts.families(db, account);
        Map<String, List<String>> since = new HashMap<>();
        for (String name : names) {
            List<String> others = families.others(name);
            if (!others.isEmpty()) {
                since.put(name, others);
            }
        }
        return since;
    }
}

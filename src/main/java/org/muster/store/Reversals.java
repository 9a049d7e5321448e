package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What later jobs took back of a job, and what contacts are called since they were brought back. */
final class Reversals {
    /** Undo of undo of undo …: nobody goes further, and a database that was tampered with shall not go round in circles. */
    private static final int DEEPEST = 100;

    /**
     * What became of a job's rows since.
     *
     * @param takenBack rows whose contacts were brought back or deleted again, or may have been
     * @param pending rows that an undo is about which has not ended
     */
    record State(Set<Integer> takenBack, Set<Integer> pending) {}

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

    private static State of(Connection db, String job, int depth) throws SQLException {
        Set<Integer> takenBack = new HashSet<>();
        Set<Integer> pending = new HashSet<>();
        if (depth == DEEPEST) {
            return new State(takenBack, pending);
        }
        try (PreparedStatement sql = db.prepareStatement("SELECT n, id, ended FROM job WHERE reverses = ? ORDER BY n")) {
            sql.setString(1, job);
            try (ResultSet undo = sql.executeQuery()) {
                while (undo.next()) {
                    boolean open = undo.getString(3) == null;
                    rows(db, undo.getLong(1), open, of(db, undo.getString(2), depth + 1), takenBack, pending);
                }
            }
        }
        return new State(takenBack, pending);
    }

    private static void rows(Connection db, long undo, boolean open, State undone, Set<Integer> takenBack, Set<Integer> pending) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("""
                SELECT change.row, change.reverses, outcome.state FROM change LEFT JOIN outcome ON outcome.job = change.job AND outcome.row = change.row
                WHERE change.job = ? AND change.kind IN ('CREATE', 'DELETE', 'UPDATE')""")) {
            sql.setLong(1, undo);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    String state = row.getString(3);
                    int reversed = row.getInt(2);
                    if (undone.takenBack().contains(row.getInt(1))) {
                        takenBack.remove(reversed); // it was taken back and done again
                    } else if (open && state == null || undone.pending().contains(row.getInt(1))) {
                        pending.add(reversed);
                    } else if ("DONE".equals(state) || "UNKNOWN".equals(state)) {
                        takenBack.add(reversed);
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

    /** What those of {@code names} are called now that were brought back. */
    static Map<String, String> namesNow(Connection db, Collection<String> names) throws SQLException {
        Map<String, String> now = new HashMap<>();
        try (PreparedStatement sql = db.prepareStatement("""
                SELECT outcome.contact FROM change JOIN outcome ON outcome.job = change.job AND outcome.row = change.row
                WHERE change.formerly = ? AND outcome.state = 'DONE' AND outcome.contact IS NOT NULL ORDER BY change.job DESC LIMIT 1""")) {
            for (String name : names) {
                Optional<String> next = next(sql, name);
                for (int steps = 0; next.isPresent() && steps < DEEPEST; steps++) {
                    now.put(name, next.get());
                    next = next(sql, next.get());
                }
            }
        }
        return now;
    }

    private static Optional<String> next(PreparedStatement sql, String name) throws SQLException {
        sql.setString(1, name);
        try (ResultSet row = sql.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }
}

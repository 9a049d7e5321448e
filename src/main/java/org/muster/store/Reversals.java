package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.changes.Families;
import org.muster.jobs.OutcomeState;

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

    /** A job that takes another one back. */
    private record Undo(long number, String id, boolean open) {}

    private static List<Undo> undos(Connection db, String job) throws SQLException {
        List<Undo> undos = new ArrayList<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT n, id, ended IS NULL FROM job WHERE reverses = ? ORDER BY n")) {
            sql.setString(1, job);
            try (ResultSet undo = sql.executeQuery()) {
                while (undo.next()) {
                    undos.add(new Undo(undo.getLong(1), undo.getString(2), undo.getBoolean(3)));
                }
            }
        }
        return undos;
    }

    /** How many rows of a job were taken back, or may have been, and not done again since. Photos do not count. */
    static int takenBack(Connection db, String job) throws SQLException {
        return standing(db, job, 0).size();
    }

    private static boolean doneOrMaybe(OutcomeState state) {
        return state == OutcomeState.DONE || state == OutcomeState.UNKNOWN;
    }

    /** Rows that are taken back as things stand: what is only about to be done, or done again, does not count. */
    private static Set<Integer> standing(Connection db, String job, int depth) throws SQLException {
        Set<Integer> rows = new HashSet<>();
        if (depth == DEEPEST) {
            return rows;
        }
        for (Undo undo : undos(db, job)) {
            Set<Integer> again = standing(db, undo.id(), depth + 1);
            Map<Integer, OutcomeState> states = OutcomeRows.states(db, undo.number());
            List<Integer> reversed = ChangeRows.takesBack(db, undo.number());
            for (int row = 0; row < reversed.size(); row++) {
                if (doneOrMaybe(states.get(row)) && reversed.get(row) >= 0) {
                    if (again.contains(row)) {
                        rows.remove(reversed.get(row));
                    } else {
                        rows.add(reversed.get(row));
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
        for (Undo undo : undos(db, job)) {
            rows(db, undo, of(db, undo.id(), depth + 1), state);
        }
        return state;
    }

    private static void rows(Connection db, Undo undo, State undone, State sum) throws SQLException {
        Map<Integer, OutcomeState> states = OutcomeRows.states(db, undo.number());
        List<Integer> takesBack = ChangeRows.takesBack(db, undo.number());
        for (int row = 0; row < takesBack.size(); row++) {
            Integer reversed = takesBack.get(row);
            if (reversed < 0) {
                continue;
            }
            OutcomeState state = states.get(row);
            if (undone.takenBack().contains(row)) {
                sum.takenBack().remove(reversed); // it was taken back and done again
                sum.maybe().remove(reversed);
            } else if (undo.open() && state == null || undone.pending().contains(row)) {
                sum.pending().add(reversed);
            } else if (state == OutcomeState.UNKNOWN || undone.maybe().contains(row)) {
                sum.maybe().add(reversed);
            } else if (state == OutcomeState.DONE) {
                sum.takenBack().add(reversed);
                sum.maybe().remove(reversed);
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

    /** See {@link JobArchive#newestToTakeBack} and, of jobs that are {@code undos} of what was done first, {@link JobArchive#newestToDoAgain}. What was taken back and done again is not looked for here: the job that did it again is newer. */
    static Optional<String> newest(Connection db, String account, Optional<String> before, boolean undos) throws SQLException {
        Set<String> back = ReturnedContacts.backAgain(db, account);
        try (PreparedStatement sql = db.prepareStatement("SELECT n, id FROM job WHERE account = ?1 AND ended IS NOT NULL AND (?2 IS NULL OR n < (SELECT n FROM job WHERE id = ?2)) ORDER BY n DESC")) {
            sql.setString(1, account);
            sql.setString(2, before.orElse(null));
            try (ResultSet job = sql.executeQuery()) {
                while (job.next()) {
                    if (root(db, job.getString(2)).reversals() % 2 == (undos ? 1 : 0) && anythingLeft(db, job.getLong(1), job.getString(2), back)) {
                        return Optional.of(job.getString(2));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** @param back contacts that are there again, however they came back */
    private static boolean anythingLeft(Connection db, long job, String id, Set<String> back) throws SQLException {
        Set<Integer> reversed = new HashSet<>();
        for (Undo undo : undos(db, id)) {
            Map<Integer, OutcomeState> states = OutcomeRows.states(db, undo.number());
            List<Integer> takesBack = ChangeRows.takesBack(db, undo.number());
            for (int row = 0; row < takesBack.size(); row++) {
                // what ended as a conflict is decided where it is compared: another undo would end as the same
                if (undo.open() || doneOrMaybe(states.get(row)) || states.get(row) == OutcomeState.CONFLICT) {
                    reversed.add(takesBack.get(row));
                }
            }
        }
        Map<Integer, OutcomeState> states = OutcomeRows.states(db, job);
        Set<Integer> saved = ImageRows.rows(db, job);
        for (ChangeRows.Head head : ChangeRows.heads(db, job)) {
            boolean canBe = switch (head.kind()) {
                case CREATE, UPDATE -> true;
                case DELETE -> saved.contains(head.row()) && !back.contains(head.contact());
                case PHOTO -> false;
            };
            if (canBe && states.get(head.row()) == OutcomeState.DONE && !reversed.contains(head.row())) {
                return true;
            }
        }
        return false;
    }

    /** See {@link org.muster.jobs.Journal#namesSince}. */
    static Map<String, List<String>> namesSince(Connection db, String account, Collection<String> names) throws SQLException {
        return namesSince(ReturnedContacts.families(db, account, Set.copyOf(names)), names);
    }

    static Map<String, List<String>> namesSince(Families families, Collection<String> names) {
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

package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.muster.changes.Marker;
import org.muster.jobs.Outcome;

/** Reads from the journal by which marks contacts have yet to be found. See {@link org.muster.jobs.Journal#marksNeeded}. */
final class NeededMarks {
    /** The jobs that may have made contacts without knowing. */
    private static final String JOBS = """
            SELECT j.n, j.id FROM job j JOIN job_index i ON i.job = j.n WHERE j.account = ? AND i.creates > 0
              AND (j.ended IS NULL OR EXISTS (SELECT 1 FROM outcomes o WHERE o.job = j.n AND o.state IN ('UNKNOWN', 'FAILED'))
                OR NOT EXISTS (SELECT 1 FROM job_end e WHERE e.job = j.n AND e.unknown = 0 AND e.done + e.failed + e.conflict + e.skipped = j.size))""";

    private NeededMarks() {}

    static Set<String> of(Connection db, String account) throws SQLException {
        Set<String> marks = new HashSet<>();
        try (PreparedStatement sql = db.prepareStatement(JOBS)) {
            sql.setString(1, account);
            try (ResultSet job = sql.executeQuery()) {
                while (job.next()) {
                    add(db, job.getLong(1), job.getString(2), marks);
                }
            }
        }
        return marks;
    }

    private static void add(Connection db, long job, String id, Set<String> marks) throws SQLException {
        BitSet sent = History.sent(db, job);
        Map<Integer, OutcomeRows.Settled> settled = OutcomeRows.read(db, job);
        Set<Integer> handled = JobArchive.handled(db, job);
        for (ChangeRows.Head head : ChangeRows.heads(db, job)) {
            OutcomeRows.Settled known = settled.get(head.row());
            boolean doubtful = known == null ? sent.get(head.row()) : Outcome.inDoubt(known.state(), known.error());
            if (head.kind() == ChangeKind.CREATE && doubtful && !handled.contains(head.row())) {
                marks.add(Marker.of(id, head.row()));
            }
        }
    }
}

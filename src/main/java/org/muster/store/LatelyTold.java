package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from the journal of which contacts jobs were told lately that they are there. See {@link org.muster.jobs.Journal#toldLately}. */
final class LatelyTold {
    /** What was done since; of jobs that ended before, nothing is looked at. What is of a time to come was noted before the clock was put back. */
    private static final String DONE = """
            SELECT o.job, o.rows, o.lines, i.deletes > 0 FROM job j JOIN outcomes o ON o.job = j.n JOIN job_index i ON i.job = j.n
            WHERE j.account = ?1 AND j.id <> ?2 AND (j.ended IS NULL OR j.ended >= ?3) AND o.state = 'DONE' AND o.at >= ?3 ORDER BY o.n""";

    private LatelyTold() {}

    static Set<String> of(Connection db, String account, String besides, Instant since) throws SQLException {
        Set<String> there = new HashSet<>();
        Map<Long, List<ChangeRows.Head>> heads = new HashMap<>();
        try (PreparedStatement sql = db.prepareStatement(DONE)) {
            sql.setString(1, account);
            sql.setString(2, besides);
            sql.setLong(3, since.toEpochMilli());
            try (ResultSet piece = sql.executeQuery()) {
                while (piece.next()) {
                    if (piece.getBoolean(4) && !there.isEmpty()) {
                        List<ChangeRows.Head> all = heads.containsKey(piece.getLong(1)) ? heads.get(piece.getLong(1)) : ChangeRows.heads(db, piece.getLong(1));
                        heads.put(piece.getLong(1), all);
                        Rows.read(piece.getString(2)).stream().map(all::get).filter(head -> head.kind() == ChangeKind.DELETE).forEach(head -> there.remove(head.contact()));
                    }
                    Lines.read(piece.getBytes(3)).stream().map(OutcomeRows::name).filter(name -> !name.isEmpty()).forEach(there::add);
                }
            }
        }
        return there;
    }
}

package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muster.contacts.Folding;
import org.muster.jobs.JobState;
import org.muster.jobs.OutcomeState;

/** Finds jobs by what is asked of them. */
final class JobQuery {
    private static final OutcomeState[] ENDS = {OutcomeState.DONE, OutcomeState.FAILED, OutcomeState.CONFLICT, OutcomeState.UNKNOWN, OutcomeState.SKIPPED};

    private JobQuery() {}

    static List<JobSummary> run(Connection db, String account, JobFilter filter) throws SQLException {
        FoldedWords words = FoldedWords.of(filter.words());
        List<JobSummary> jobs = new ArrayList<>();
        // The long text comes last: where it is not asked for, it is not read.
        try (PreparedStatement sql = db.prepareStatement("""
                SELECT j.n, j.id, j.title, j.accepted, j.ended, j.state, i.creates, i.updates, i.deletes, i.photos, e.done, e.failed, e.conflict, e.unknown, e.skipped,
                  (SELECT count(*) FROM handled h WHERE h.job = j.n), j.reverses, EXISTS (SELECT 1 FROM job r WHERE r.reverses = j.id), %s
                FROM job j JOIN job_index i ON i.job = j.n LEFT JOIN job_end e ON e.job = j.n
                WHERE j.account = ?1 AND j.accepted >= ?2 AND j.accepted < ?3%s%s ORDER BY j.n DESC""".formatted(words.isEmpty() ? "''" : "i.words", kinds(filter),
                " AND instr(i.words, ?) > 0".repeat(words.words().size())))) {
            sql.setString(1, account);
            sql.setLong(2, filter.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE));
            sql.setLong(3, filter.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
            for (int i = 0; i < words.words().size(); i++) {
                sql.setString(4 + i, words.words().get(i));
            }
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    job(db, row, words).filter(job -> came(job, filter.came())).ifPresent(jobs::add);
                }
            }
        }
        return jobs;
    }

    private static String kinds(JobFilter filter) {
        return filter.kinds().isEmpty() ? "" : filter.kinds().stream().sorted().map(kind -> switch (kind) {
            case CREATE -> "i.creates > 0";
            case UPDATE -> "i.updates > 0";
            case DELETE -> "i.deletes > 0";
            case PHOTO -> "i.photos > 0";
        }).collect(Collectors.joining(" OR ", " AND (", ")"));
    }

    private static boolean came(JobSummary job, JobFilter.Came came) {
        return switch (came) {
            case ANYHOW -> true;
            case ALL_DONE -> job.ended().isPresent() && job.count(OutcomeState.DONE) == job.size();
            case SOMETHING_MISSED -> job.notDone() + job.count(OutcomeState.SKIPPED) > 0;
            case UNFINISHED -> job.ended().isEmpty();
        };
    }

    /** @return nothing when it has the words in different places only */
    private static Optional<JobSummary> job(Connection db, ResultSet row, FoldedWords words) throws SQLException {
        long number = row.getLong(1);
        FoldedWords inNames = words.missingIn(Folding.fold(row.getString(3)));
        Optional<String> found = Optional.empty();
        if (!inNames.isEmpty()) {
            int at = line(row.getString(19), inNames);
            if (at < 0) {
                return Optional.empty();
            }
            found = ChangeRows.head(db, number, at).map(ChangeRows.Head::display);
        }
        Map<ChangeKind, Integer> kinds = new EnumMap<>(Map.of(ChangeKind.CREATE, row.getInt(7), ChangeKind.UPDATE, row.getInt(8), ChangeKind.DELETE, row.getInt(9), ChangeKind.PHOTO, row.getInt(10)));
        Optional<Instant> ended = row.getObject(5) == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.getLong(5)));
        Map<OutcomeState, Integer> counts = row.getObject(11) == null ? counted(db, number) : new EnumMap<>(OutcomeState.class);
        for (int i = 0; i < ENDS.length && row.getObject(11) != null; i++) {
            counts.put(ENDS[i], row.getInt(11 + i));
        }
        for (OutcomeState state : OutcomeState.values()) {
            counts.putIfAbsent(state, 0);
        }
        int size = kinds.values().stream().mapToInt(Integer::intValue).sum();
        counts.put(OutcomeState.WAITING, size - counts.entrySet().stream().filter(e -> e.getKey() != OutcomeState.WAITING).mapToInt(Map.Entry::getValue).sum());
        return Optional.of(new JobSummary(row.getString(2), row.getString(3), Instant.ofEpochMilli(row.getLong(4)), ended, Optional.ofNullable(row.getString(6)).map(JobState::valueOf),
                kinds, counts, row.getInt(16), Optional.ofNullable(row.getString(17)), row.getString(17) != null && Reversals.root(db, row.getString(2)).reversals() % 2 == 0, row.getBoolean(18) ? Reversals.takenBack(db, row.getString(2)) : 0, found));
    }

    /** @return the first row whose name has the words; -1 when none has all of them. The first line is the title. */
    private static int line(String lines, FoldedWords words) {
        int row = 0;
        for (int start = lines.indexOf('\n') + 1; start > 0; row++) {
            int end = lines.indexOf('\n', start);
            if (words.in(lines.substring(start, end < 0 ? lines.length() : end))) {
                return row;
            }
            start = end + 1;
        }
        return -1;
    }

    /** Of a job that has not ended. */
    private static Map<OutcomeState, Integer> counted(Connection db, long job) throws SQLException {
        Map<OutcomeState, Integer> counts = new EnumMap<>(OutcomeState.class);
        BitSet open = History.sent(db, job);
        OutcomeRows.states(db, job).forEach((row, state) -> {
            open.clear(row);
            counts.merge(state, 1, Integer::sum);
        });
        counts.put(OutcomeState.SENT, open.cardinality());
        return counts;
    }
}

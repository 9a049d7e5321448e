package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes jobs that were noted before there was a History findable in it. Part of a step that was published: it reads the tables as they were then. */
final class EarlierJobs {
    private static final String JOBS = "SELECT n, title, ended FROM job";
    private static final String CHANGES = "SELECT kind, display, contact, (SELECT json_extract(value, '$.id') FROM json_each(known, '$.metadata.sources') WHERE json_extract(value, '$.type') = 'CONTACT' LIMIT 1) FROM change WHERE job = ? ORDER BY row";
    /** Of contacts that were made, or have another name since. */
    private static final String NAMES = """
            SELECT outcome.row, outcome.contact, outcome.source FROM outcome JOIN change ON change.job = outcome.job AND change.row = outcome.row
            WHERE outcome.job = ? AND outcome.contact IS NOT NULL AND outcome.contact IS NOT change.contact ORDER BY outcome.row""";

    private EarlierJobs() {}

    static void index(Connection db) throws SQLException {
        try (Statement sql = db.createStatement(); ResultSet job = sql.executeQuery(JOBS)) {
            while (job.next()) {
                index(db, job.getLong(1), job.getString(2));
                if (job.getObject(3) != null) {
                    JobIndex.ended(db, job.getLong(1));
                }
            }
        }
    }

    private static void index(Connection db, long job, String title) throws SQLException {
        Map<ChangeKind, Integer> kinds = new EnumMap<>(ChangeKind.class);
        List<String> names = new ArrayList<>();
        List<List<String>> keys = new ArrayList<>();
        try (PreparedStatement sql = db.prepareStatement(CHANGES)) {
            sql.setLong(1, job);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    kinds.merge(ChangeKind.valueOf(row.getString(1)), 1, Integer::sum);
                    names.add(row.getString(2));
                    keys.add(keys(row.getString(3), row.getString(4)));
                }
            }
        }
        JobIndex.of(kinds, title, names, keys).write(db, job);
        StringBuilder lines = new StringBuilder();
        try (PreparedStatement sql = db.prepareStatement(NAMES)) {
            sql.setLong(1, job);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    lines.append(row.getInt(1)).append(JobIndex.line(keys(row.getString(2), row.getString(3)))).append('\n');
                }
            }
        }
        JobIndex.named(db, job, lines.toString());
    }

    private static List<String> keys(String contact, String source) {
        return Stream.of(contact, source).filter(Objects::nonNull).toList();
    }
}

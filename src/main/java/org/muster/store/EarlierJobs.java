package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.contacts.Folding;

/**
 * Makes jobs that were noted before there was a History findable in it. Part of a step that was published: it reads and writes the tables as they were then, and does so by
 * itself. What it has in common with {@link JobIndex} stands here a second time on purpose. That class goes with the tables as they are today; were it called from here, a later
 * Muster would write today's columns into a table that gets them in a later step only. The one thing that is shared is how text is folded: words are looked for as they
 * are folded today, and a change of that has to make all of these texts anew, whichever Muster wrote them.
 */
final class EarlierJobs {
    private static final String JOBS = "SELECT n, title, ended FROM job";
    private static final String CHANGES = "SELECT kind, display, contact, (SELECT json_extract(value, '$.id') FROM json_each(known, '$.metadata.sources') WHERE json_extract(value, '$.type') = 'CONTACT' LIMIT 1) FROM change WHERE job = ? ORDER BY row";
    private static final String INDEX = """
            INSERT INTO job_index (job, creates, updates, deletes, photos, words, contacts)
            SELECT ?1, count(*) FILTER (WHERE kind = 'CREATE'), count(*) FILTER (WHERE kind = 'UPDATE'), count(*) FILTER (WHERE kind = 'DELETE'), count(*) FILTER (WHERE kind = 'PHOTO'), ?2, ?3
            FROM change WHERE job = ?1""";
    /** Of contacts that were made, or have another name since. */
    private static final String NAMES = """
            SELECT outcome.row, outcome.contact, outcome.source FROM outcome JOIN change ON change.job = outcome.job AND change.row = outcome.row
            WHERE outcome.job = ? AND outcome.contact IS NOT NULL AND outcome.contact IS NOT change.contact ORDER BY outcome.row""";
    private static final String NAMED = "INSERT INTO named (job, lines) VALUES (?, ?)";
    private static final String END = """
            INSERT INTO job_end (job, done, failed, conflict, unknown, skipped)
            SELECT ?1, count(*) FILTER (WHERE state = 'DONE'), count(*) FILTER (WHERE state = 'FAILED'), count(*) FILTER (WHERE state = 'CONFLICT'),
              count(*) FILTER (WHERE state = 'UNKNOWN'), count(*) FILTER (WHERE state = 'SKIPPED') FROM outcome WHERE job = ?1""";

    private EarlierJobs() {}

    static void index(Connection db) throws SQLException {
        try (Statement sql = db.createStatement(); ResultSet job = sql.executeQuery(JOBS)) {
            while (job.next()) {
                index(db, job.getLong(1), job.getString(2));
                names(db, job.getLong(1));
                if (job.getObject(3) != null) {
                    end(db, job.getLong(1));
                }
            }
        }
    }

    private static void index(Connection db, long job, String title) throws SQLException {
        StringBuilder words = new StringBuilder(Folding.fold(title));
        StringBuilder contacts = new StringBuilder();
        try (PreparedStatement sql = db.prepareStatement(CHANGES)) {
            sql.setLong(1, job);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    words.append('\n').append(Folding.fold(row.getString(2)));
                    contacts.append(keys(row.getString(3), row.getString(4))).append('\n');
                }
            }
        }
        try (PreparedStatement sql = db.prepareStatement(INDEX)) {
            sql.setLong(1, job);
            sql.setString(2, words.toString());
            sql.setString(3, contacts.toString());
            sql.executeUpdate();
        }
    }

    private static void names(Connection db, long job) throws SQLException {
        StringBuilder lines = new StringBuilder();
        try (PreparedStatement sql = db.prepareStatement(NAMES)) {
            sql.setLong(1, job);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    lines.append(row.getInt(1)).append(keys(row.getString(2), row.getString(3))).append('\n');
                }
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        try (PreparedStatement sql = db.prepareStatement(NAMED)) {
            sql.setLong(1, job);
            sql.setString(2, lines.toString());
            sql.executeUpdate();
        }
    }

    private static void end(Connection db, long job) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement(END)) {
            sql.setLong(1, job);
            sql.executeUpdate();
        }
    }

    /** What a contact is known by, each between two spaces; nothing, when it is not known yet. */
    private static String keys(String contact, String source) {
        String keys = Stream.of(contact, source).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return keys.isEmpty() ? "" : " " + keys + " ";
    }
}

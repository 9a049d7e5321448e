package org.muster.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The database's tables, version by version. A database is brought forward one step after another, each in a transaction of its own; a step that
 * was published is never changed.
 */
final class Schema {
    /** What is done within a step, once. */
    @FunctionalInterface
    private interface Part {
        void run(Connection db) throws SQLException;
    }

    /** What leads from each version to the next; the first from an empty file to version 1. */
    private static final List<List<Part>> STEPS = List.of(
            List.of(
                    // state and ended: null while the job has not ended. Times in milliseconds since 1970, UTC.
                    sql("""
                    CREATE TABLE job (
                      n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, account TEXT NOT NULL, title TEXT NOT NULL, size INTEGER NOT NULL,
                      read_back TEXT NOT NULL, sources TEXT NOT NULL, accepted INTEGER NOT NULL, ended INTEGER, state TEXT)"""),
                    sql("CREATE INDEX job_of_account ON job (account, n)"),
                    // One row per contact of a job: what was to be done. contact: the resource name as the job knew it, null for one that is made.
                    // known: of a contact that is there, what the job must remember to go on; wanted: the contact as it shall be.
                    sql("""
                    CREATE TABLE change (
                      job INTEGER NOT NULL REFERENCES job (n), row INTEGER NOT NULL, kind TEXT NOT NULL, contact TEXT, display TEXT NOT NULL, origin TEXT NOT NULL,
                      mask TEXT NOT NULL, loaded TEXT NOT NULL, known TEXT, wanted TEXT, PRIMARY KEY (job, row))"""), // with a rowid, since its rows are long
                    // One row per request that was about to be sent. rows: their numbers, as ranges.
                    sql("CREATE TABLE request (job INTEGER NOT NULL REFERENCES job (n), seq INTEGER NOT NULL, rows TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (job, seq)) WITHOUT ROWID"),
                    // One row per contact whose state is known. contact to updated: its resource name and version as Google answered it; theirs: the contact that stood against it, in a conflict.
                    sql("""
                    CREATE TABLE outcome (
                      job INTEGER NOT NULL REFERENCES job (n), row INTEGER NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL, cause TEXT, http INTEGER, status TEXT, reason TEXT, message TEXT,
                      contact TEXT, etag TEXT, source TEXT, source_etag TEXT, updated TEXT, theirs TEXT, theirs_loaded TEXT, PRIMARY KEY (job, row)) WITHOUT ROWID"""),
                    // Rows the user has dealt with elsewhere.
                    sql("CREATE TABLE handled (job INTEGER NOT NULL REFERENCES job (n), row INTEGER NOT NULL, PRIMARY KEY (job, row)) WITHOUT ROWID")),
            // Undo and History.
            List.of(
                    // reverses: the id of the job it takes back, if it is an undo.
                    sql("ALTER TABLE job ADD COLUMN reverses TEXT"),
                    sql("CREATE INDEX job_reversing ON job (reverses) WHERE reverses IS NOT NULL"),
                    // formerly: what a contact that comes back was called before; reverses: the row it takes back of the job that its own job reverses. wanted may be a photo's id by now.
                    sql("ALTER TABLE change ADD COLUMN formerly TEXT"),
                    sql("ALTER TABLE change ADD COLUMN reverses INTEGER"),
                    sql("CREATE INDEX change_brought_back ON change (formerly) WHERE formerly IS NOT NULL"),
                    // Contacts as they were right before they were deleted. photo: which of the table photo, null for none; lost: it had one that could not be had.
                    sql("""
                    CREATE TABLE image (
                      job INTEGER NOT NULL REFERENCES job (n), row INTEGER NOT NULL, person TEXT NOT NULL, loaded TEXT NOT NULL, photo TEXT, lost INTEGER NOT NULL,
                      PRIMARY KEY (job, row))"""), // with a rowid too
                    sql("CREATE TABLE photo (id TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL)"),
                    // What labels were called while a job deleted contacts that carried them.
                    sql("CREATE TABLE label (job INTEGER NOT NULL REFERENCES job (n), label TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (job, label)) WITHOUT ROWID"),
                    // One row per job, written with it: what it is found by. words: its title and its contacts' names, folded; contacts: what they are known by. A line for each row.
                    sql("""
                    CREATE TABLE job_index (
                      job INTEGER PRIMARY KEY REFERENCES job (n), creates INTEGER NOT NULL, updates INTEGER NOT NULL, deletes INTEGER NOT NULL, photos INTEGER NOT NULL, words TEXT NOT NULL, contacts TEXT NOT NULL)"""),
                    // What contacts are called that a job made or that have another name since: lines of many, as they became known. Read as a whole, so it needs no index.
                    sql("CREATE TABLE named (job INTEGER NOT NULL REFERENCES job (n), lines TEXT NOT NULL)"),
                    // One row per job that has ended: what became of its contacts, in numbers.
                    sql("""
                    CREATE TABLE job_end (
                      job INTEGER PRIMARY KEY REFERENCES job (n), done INTEGER NOT NULL, failed INTEGER NOT NULL, conflict INTEGER NOT NULL, unknown INTEGER NOT NULL, skipped INTEGER NOT NULL)"""),
                    EarlierJobs::index),
            // Neighbours in one row: writing them takes a third of the time. Lines are JSON; kept as bytes, CAST(… AS TEXT) shows them.
            List.of(
                    // first: the row of the first line. comes_back: whether any of them is a contact that comes back. What the lines of heads, known and wanted say, see ChangeRows.
                    sql("CREATE TABLE changes (job INTEGER NOT NULL REFERENCES job (n), first INTEGER NOT NULL, comes_back INTEGER NOT NULL, heads BLOB NOT NULL, known BLOB NOT NULL, wanted BLOB NOT NULL, PRIMARY KEY (job, first))"),
                    sql("CREATE INDEX changes_coming_back ON changes (job) WHERE comes_back"),
                    // Rows that became known together and came out alike. rows: their numbers, as ranges; of a row that is there again, that with the highest n counts. Lines: see OutcomeRows.
                    sql("CREATE TABLE outcomes (n INTEGER PRIMARY KEY, job INTEGER NOT NULL REFERENCES job (n), state TEXT NOT NULL, at INTEGER NOT NULL, rows TEXT NOT NULL, lines BLOB NOT NULL)"),
                    sql("CREATE INDEX outcomes_of_job ON outcomes (job)"),
                    // Contacts as they were right before they were deleted, those that were saved together. Lines: see ImageRows.
                    sql("CREATE TABLE images (n INTEGER PRIMARY KEY, job INTEGER NOT NULL REFERENCES job (n), rows TEXT NOT NULL, loaded TEXT NOT NULL, heads BLOB NOT NULL, persons BLOB NOT NULL)"),
                    sql("CREATE INDEX images_of_job ON images (job)"),
                    sql("""
                    INSERT INTO changes SELECT job, min(row), max(formerly IS NOT NULL),
                      CAST(group_concat(json_array(kind, coalesce(contact, ''), display, origin, mask, loaded, coalesce(formerly, ''), coalesce(reverses, -1)), char(10) ORDER BY row) AS BLOB),
                      CAST(group_concat(coalesce(known, ''), char(10) ORDER BY row) AS BLOB), CAST(group_concat(CASE kind WHEN 'PHOTO' THEN json_quote(wanted) ELSE coalesce(wanted, '') END, char(10) ORDER BY row) AS BLOB)
                    FROM change GROUP BY job, row / 250"""),
                    sql("""
                    INSERT INTO outcomes (job, state, at, rows, lines) SELECT job, state, at, group_concat(row, ',' ORDER BY row),
                      CAST(group_concat(json_array(coalesce(contact, ''), coalesce(etag, ''), coalesce(source, ''), coalesce(source_etag, ''), coalesce(updated, ''), coalesce(cause, ''), coalesce(http, 0),
                        coalesce(status, ''), coalesce(reason, ''), coalesce(message, ''), coalesce(theirs, ''), coalesce(theirs_loaded, '')), char(10) ORDER BY row) AS BLOB)
                    FROM outcome GROUP BY job, at, state ORDER BY job, at"""),
                    sql("""
                    INSERT INTO images (job, rows, loaded, heads, persons) SELECT job, group_concat(row, ',' ORDER BY row), loaded,
                      CAST(group_concat(json_array(coalesce(photo, ''), lost), char(10) ORDER BY row) AS BLOB), CAST(group_concat(person, char(10) ORDER BY row) AS BLOB)
                    FROM image GROUP BY job, loaded, row / 250 ORDER BY job"""),
                    sql("DROP TABLE change"),
                    sql("DROP TABLE outcome"),
                    sql("DROP TABLE image")));

    private Schema() {}

    private static Part sql(String statement) {
        return db -> {
            try (Statement sql = db.createStatement()) {
                sql.execute(statement);
            }
        };
    }

    /** The version this Muster writes. */
    static int version() {
        return STEPS.size();
    }

    /** The version of a database; 0 for one that is new. */
    static int versionOf(Connection db) throws SQLException {
        try (Statement sql = db.createStatement(); ResultSet found = sql.executeQuery("PRAGMA user_version")) {
            return found.next() ? found.getInt(1) : 0;
        }
    }

    /** Brings a database of this or an earlier version to this one. */
    static void bringForward(Connection db) throws SQLException {
        bringForward(db, version());
    }

    /** Brings a database of an earlier version to a certain one. */
    static void bringForward(Connection db, int to) throws SQLException {
        for (int version = versionOf(db); version < to; version++) {
            try (Statement sql = db.createStatement()) {
                sql.execute("BEGIN IMMEDIATE");
                try {
                    if (versionOf(db) == version) { // else another process was quicker
                        for (Part part : STEPS.get(version)) {
                            part.run(db);
                        }
                        sql.execute("PRAGMA user_version=" + (version + 1));
                    }
                    sql.execute("COMMIT");
                } catch (SQLException | RuntimeException e) {
                    sql.execute("ROLLBACK");
                    throw e;
                }
            }
        }
    }
}

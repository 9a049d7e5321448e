package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the account in one SQLite file that this process holds for itself. A damaged file is set aside, never written over; one that is sound
 * but cannot be used now, as on a full disk, stays where it is.
 */
final class SqliteKeeper implements Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteKeeper.class);
    private static final int SCHEMA = 1;
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_NOTADB = 26;

    private final Connection db;

    private final Optional<Path> aside;

    private SqliteKeeper(Connection db, Optional<Path> aside) {
        this.db = db;
        this.aside = aside;
    }

    @Override
    public Optional<Path> setAside() {
        return aside;
    }

    /**
     * Opens or makes the file.
     *
     * @throws PracticeProblem when another process holds it, it is of a later version, or it cannot be read, made or written
     */
    static SqliteKeeper open(Path file) throws IOException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                return connect(file, Optional.empty());
            } catch (SQLException e) {
                if (!damaged(e)) {
                    throw e;
                }
                return connect(file, Optional.of(setAside(file, e)));
            }
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xff) == SQLITE_BUSY) {
                throw new PracticeProblem(PracticeProblem.Reason.IN_USE, "The practice account in " + file + " is open in another program", e);
            }
            throw notKept(e);
        } catch (PracticeProblem e) {
            throw e;
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    /** SQLite's extended codes carry the plain one in their lowest byte. */
    private static boolean damaged(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
    }

    private static PracticeProblem notKept(Exception cause) {
        return new PracticeProblem(PracticeProblem.Reason.NOT_KEPT, "The practice account cannot be kept", cause);
    }

    private static Path setAside(Path file, SQLException cause) throws IOException {
        String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).format(LocalDateTime.now());
        for (String suffix : List.of("", "-wal", "-shm")) {
            Path part = file.resolveSibling(file.getFileName() + suffix);
            if (Files.exists(part)) {
                Files.move(part, file.resolveSibling(file.getFileName() + ".damaged-" + stamp + suffix));
            }
        }
        LOG.warn("The practice account's file was damaged and set aside as {}.damaged-{}", file.getFileName(), stamp,
                cause);
        return file.resolveSibling(file.getFileName() + ".damaged-" + stamp);
    }

    private static SqliteKeeper connect(Path file, Optional<Path> aside) throws SQLException, PracticeProblem {
        Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement sql = db.createStatement()) {
            sql.execute("PRAGMA busy_timeout=500");
            sql.execute("PRAGMA locking_mode=EXCLUSIVE");
            sql.execute("PRAGMA journal_mode=WAL");
            sql.execute("PRAGMA synchronous=NORMAL");
            try (ResultSet check = sql.executeQuery("PRAGMA quick_check(1)")) {
                if (!check.next() || !check.getString(1).equals("ok")) {
                    throw new SQLException("quick_check found damage", null, SQLITE_CORRUPT);
                }
            }
            db.setAutoCommit(false);
            int version;
            try (ResultSet found = sql.executeQuery("PRAGMA user_version")) {
                version = found.next() ? found.getInt(1) : 0;
            }
            if (version > SCHEMA) {
                throw new PracticeProblem(PracticeProblem.Reason.NEWER, "The file was written by a later version: " + version, null);
            }
            sql.execute("CREATE TABLE IF NOT EXISTS contact (source_id INTEGER PRIMARY KEY, name_id INTEGER NOT NULL, "
                    + "version INTEGER NOT NULL, seq INTEGER NOT NULL, created_seq INTEGER NOT NULL, "
                    + "updated INTEGER NOT NULL, deleted INTEGER NOT NULL, own TEXT NOT NULL, profile TEXT, "
                    + "profile_id TEXT NOT NULL, former_names TEXT NOT NULL, photo TEXT NOT NULL)");
            sql.execute("CREATE TABLE IF NOT EXISTS contact_group (id TEXT PRIMARY KEY, name TEXT NOT NULL, "
                    + "client_data TEXT NOT NULL, version INTEGER NOT NULL, seq INTEGER NOT NULL, "
                    + "updated INTEGER NOT NULL, deleted INTEGER NOT NULL)");
            sql.execute("CREATE TABLE IF NOT EXISTS account (one INTEGER PRIMARY KEY CHECK (one = 1), "
                    + "floor INTEGER NOT NULL)");
            sql.execute("PRAGMA user_version=" + SCHEMA);
            db.commit();
            return new SqliteKeeper(db, aside);
        } catch (SQLException | PracticeProblem e) {
            db.close();
            throw e;
        }
    }

    @Override
    public synchronized Contents load() {
        try (Statement sql = db.createStatement()) {
            List<StoredPerson> people = new ArrayList<>();
            try (ResultSet row = sql.executeQuery("SELECT source_id, name_id, version, seq, created_seq, updated, deleted, "
                    + "own, profile, profile_id, former_names, photo FROM contact ORDER BY seq")) {
                while (row.next()) {
                    people.add(person(row));
                }
            }
            List<StoredGroup> groups = new ArrayList<>();
            try (ResultSet row = sql.executeQuery("SELECT id, name, client_data, version, seq, updated, deleted "
                    + "FROM contact_group ORDER BY rowid")) {
                while (row.next()) {
                    groups.add(new StoredGroup(row.getString(1), row.getString(2), row.getString(2), false,
                            row.getString(3), row.getLong(4), row.getLong(5), instant(row.getLong(6)),
                            row.getBoolean(7)));
                }
            }
            try (ResultSet row = sql.executeQuery("SELECT floor FROM account")) {
                boolean used = row.next();
                return new Contents(people, groups, used ? row.getLong(1) : 0, used);
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(notKept(e));
        }
    }

    private static StoredPerson person(ResultSet row) throws SQLException {
        String[] own = fields(row.getString(8));
        String[] profile = row.getString(9) == null ? null : fields(row.getString(9));
        List<String> groups = new ArrayList<>();
        if (own[PersonFields.MEMBERSHIPS] != null) {
            for (JsonElement item : JsonParser.parseString(own[PersonFields.MEMBERSHIPS]).getAsJsonArray()) {
                groups.add(Json.text(Json.child(item.getAsJsonObject(), "contactGroupMembership"),
                        "contactGroupResourceName"));
            }
        }
        List<String> former = new ArrayList<>();
        for (JsonElement name : JsonParser.parseString(row.getString(11)).getAsJsonArray()) {
            former.add(name.getAsString());
        }
        return new StoredPerson(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5),
                instant(row.getLong(6)), row.getBoolean(7), own, profile, row.getString(10), List.copyOf(groups),
                List.copyOf(former), row.getString(12));
    }

    private static String[] fields(String json) {
        String[] fields = new String[PersonFields.COUNT];
        JsonObject object = JsonParser.parseString(json).getAsJsonObject();
        object.asMap().forEach((name, items) -> {
            int index = PersonFields.index(name);
            if (index >= 0) {
                fields[index] = Json.write(items);
            }
        });
        return fields;
    }

    private static String text(String[] fields) {
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] != null) {
                out.append(out.length() == 1 ? "\"" : ",\"").append(PersonFields.READ.get(i)).append("\":")
                        .append(fields[i]);
            }
        }
        return out.append('}').toString();
    }

    @Override
    public synchronized void write(List<StoredPerson> people, List<StoredGroup> groups) {
        transaction(() -> {
            putPeople(people);
            putGroups(groups);
        });
    }

    @Override
    public synchronized void replace(long floor, List<StoredPerson> people, List<StoredGroup> groups) {
        transaction(() -> {
            try (Statement sql = db.createStatement()) {
                sql.execute("DELETE FROM contact");
                sql.execute("DELETE FROM contact_group");
                sql.execute("INSERT OR REPLACE INTO account (one, floor) VALUES (1, " + floor + ")");
            }
            putPeople(people);
            putGroups(groups);
        });
    }

    private void putPeople(List<StoredPerson> people) throws SQLException {
        if (people.isEmpty()) {
            return;
        }
        try (PreparedStatement put = db.prepareStatement("INSERT OR REPLACE INTO contact (source_id, name_id, "
                + "version, seq, created_seq, updated, deleted, own, profile, profile_id, former_names, photo) "
                + "VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")) {
            for (StoredPerson person : people) {
                put.setLong(1, person.sourceId());
                put.setLong(2, person.nameId());
                put.setLong(3, person.version());
                put.setLong(4, person.seq());
                put.setLong(5, person.createdSeq());
                put.setLong(6, micros(person.updated()));
                put.setBoolean(7, person.deleted());
                put.setString(8, text(person.own()));
                put.setString(9, person.profile() == null ? null : text(person.profile()));
                put.setString(10, person.profileId());
                JsonArray former = new JsonArray();
                person.formerNames().forEach(former::add);
                put.setString(11, Json.write(former));
                put.setString(12, person.photo());
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    private void putGroups(List<StoredGroup> groups) throws SQLException {
        if (groups.isEmpty()) {
            return;
        }
        try (PreparedStatement put = db.prepareStatement("INSERT INTO contact_group (id, name, client_data, "
                + "version, seq, updated, deleted) VALUES (?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET "
                + "name=excluded.name, client_data=excluded.client_data, version=excluded.version, "
                + "seq=excluded.seq, updated=excluded.updated, deleted=excluded.deleted")) {
            for (StoredGroup group : groups) {
                put.setString(1, group.id());
                put.setString(2, group.name());
                put.setString(3, group.clientData());
                put.setLong(4, group.version());
                put.setLong(5, group.seq());
                put.setLong(6, micros(group.updated()));
                put.setBoolean(7, group.deleted());
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void transaction(Work work) {
        try {
            work.run();
            db.commit();
        } catch (SQLException e) {
            try {
                db.rollback();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw new UncheckedIOException(notKept(e));
        }
    }

    @Override
    public synchronized void close() {
        try {
            db.close();
        } catch (SQLException e) {
            LOG.warn("The practice account's file did not close", e);
        }
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}

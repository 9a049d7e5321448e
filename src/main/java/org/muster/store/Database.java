package org.muster.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one SQLite database of a data folder. Several processes may have it open; what one of them commits, the others see. A file that is damaged or
 * was written by a later version of Muster is set aside, never written over.
 */
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_NOTADB = 26;

    /** Why a file was set aside. */
    public enum Fault {
        /** SQLite cannot read it. */
        DAMAGED,
        /** A later version of Muster wrote it. */
        NEWER
    }

    /**
     * A file that could not be used and was put out of the way.
     *
     * @param fault what was wrong
     * @param now where it lies now
     */
    public record SetAside(Fault fault, Path now) {}

    private final Path file;
    private final Optional<SetAside> setAside;

    private Database(Path file, Optional<SetAside> setAside) {
        this.file = file;
        this.setAside = setAside;
    }

    /** Makes sure that {@code file} is a database of this version, which no other process has open. */
    public static Database open(Path file) throws StoreProblem {
        return open(file, () -> true);
    }

    /**
     * Makes sure that {@code file} is a database of this version.
     *
     * @param alone makes sure that no other process has it open until this returns, or says that one may have: asked before it is set aside, since the other would
     *     write on
     * @throws StoreProblem when it cannot be read, made or written
     */
    public static Database open(Path file, BooleanSupplier alone) throws StoreProblem {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            makeForOwnerOnly(file);
            Optional<Fault> fault = prepare(file);
            if (fault.isEmpty()) {
                return new Database(file, Optional.empty());
            }
            boolean mine = alone.getAsBoolean();
            // Another process may have found the same fault, and put the file out of the way before this one was alone.
            fault = prepare(file);
            if (fault.isEmpty()) {
                return new Database(file, Optional.empty());
            }
            if (!mine) {
                throw new StoreProblem(StoreProblem.Reason.IN_USE, file, null);
            }
            SetAside aside = setAside(file, fault.get());
            makeForOwnerOnly(file);
            if (prepare(file).isPresent()) {
                throw new StoreProblem(StoreProblem.Reason.NOT_KEPT, file, null);
            }
            return new Database(file, Optional.of(aside));
        } catch (SQLException e) {
            throw new StoreProblem(code(e) == SQLITE_BUSY ? StoreProblem.Reason.IN_USE : StoreProblem.Reason.NOT_KEPT, file, e);
        } catch (IOException e) {
            throw new StoreProblem(StoreProblem.Reason.NOT_KEPT, file, e);
        }
    }

    /** It holds people's contacts. SQLite gives the files it puts beside it the same rights; on Windows the user's folder has them. */
    private static void makeForOwnerOnly(Path file) throws IOException {
        if (!Files.exists(file) && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    /** @return what is wrong with the file, if it must be set aside */
    private static Optional<Fault> prepare(Path file) throws SQLException {
        try (Connection db = connect(file)) {
            if (Schema.versionOf(db) > Schema.version()) {
                return Optional.of(Fault.NEWER);
            }
            try (Statement sql = db.createStatement(); ResultSet check = sql.executeQuery("PRAGMA quick_check(1)")) {
                if (!check.next() || !check.getString(1).equals("ok")) {
                    return Optional.of(Fault.DAMAGED);
                }
            }
            Schema.bringForward(db);
            return Optional.empty();
        } catch (SQLException e) {
            if (code(e) == SQLITE_CORRUPT || code(e) == SQLITE_NOTADB) {
                LOG.warn("{} cannot be read", file.getFileName(), e);
                return Optional.of(Fault.DAMAGED);
            }
            throw e;
        }
    }

    private static SetAside setAside(Path file, Fault fault) throws IOException {
        String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).format(LocalDateTime.now());
        Path now = file.resolveSibling(file.getFileName() + "." + fault.name().toLowerCase(Locale.ROOT) + "-" + stamp);
        for (String suffix : List.of("", "-wal", "-shm")) {
            Path part = file.resolveSibling(file.getFileName() + suffix);
            if (Files.exists(part)) {
                Files.move(part, now.resolveSibling(now.getFileName() + suffix));
            }
        }
        LOG.warn("{} is {} and was set aside as {}", file.getFileName(), fault, now.getFileName());
        return new SetAside(fault, now);
    }

    Path file() {
        return file;
    }

    /** What was found in its place and put out of the way, if anything. */
    public Optional<SetAside> setAside() {
        return setAside;
    }

    /** Another connection, which belongs to the caller. Each commit is on the disk when it returns. */
    Connection connect() throws SQLException {
        return connect(file);
    }

    /** Something to be read. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Connection db) throws SQLException;
    }

    /** Reads with a connection of its own, in one transaction, so that all of it is of the same moment. */
    <T> T read(Question<T> question) throws StoreProblem {
        try (Connection db = connect()) {
            db.setAutoCommit(false);
            return question.ask(db);
        } catch (SQLException e) {
            throw new StoreProblem(StoreProblem.Reason.NOT_KEPT, file, e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement sql = db.createStatement()) {
            sql.execute("PRAGMA busy_timeout=10000");
            sql.execute("PRAGMA journal_mode=WAL");
            sql.execute("PRAGMA synchronous=FULL");
            // On macOS a plain fsync leaves what was written in the drive's own memory (fsync(2)). Without effect elsewhere.
            sql.execute("PRAGMA fullfsync=ON");
            sql.execute("PRAGMA checkpoint_fullfsync=ON");
            // What a job writes is moved into the database in a lull (see Writer), unless it is very much: 256 MB. After that the log is cut back.
            sql.execute("PRAGMA wal_autocheckpoint=64000");
            sql.execute("PRAGMA journal_size_limit=33554432");
        } catch (SQLException e) {
            db.close();
            throw e;
        }
        return db;
    }

    /** Whether there was no room on the disk. SQLite's extended codes carry the plain one in their lowest byte. */
    static boolean diskFull(SQLException e) {
        return code(e) == SQLITE_FULL;
    }

    private static int code(SQLException e) {
        return e.getErrorCode() & 0xff;
    }
}

package org.muster.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The folder Muster keeps its data in. Several processes may have it open: each account is changed by one of them at a time ({@link AccountLocks}), and what they share
 * stands being shared.
 */
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Where the system keeps the data of applications: XDG on Linux, Application Support on macOS, AppData on Windows. */
    public static Path usual(Map<String, String> environment, Path home, String os) {
        String name = os.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return Optional.ofNullable(environment.get("APPDATA")).map(Path::of).orElse(home.resolve("AppData/Roaming")).resolve("Muster");
        }
        if (name.contains("mac")) {
            return home.resolve("Library/Application Support/Muster");
        }
        return Optional.ofNullable(environment.get("XDG_DATA_HOME")).filter(s -> s.startsWith("/")).map(Path::of).orElse(home.resolve(".local/share")).resolve("muster");
    }

    /**
     * Opens the folder, making it if need be.
     *
     * @throws IOException when it cannot be made or written
     */
    public static DataFolder open(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel channel = FileChannel.open(path.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new DataFolder(path, channel, share(channel));
    }

    /** @return {@code null} when this very process has the folder open already, or is about to put something in it out of the way */
    private static FileLock share(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, true);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Whether nobody else has the folder open, so that a file nobody can read may be put out of the way. */
    public synchronized boolean alone() {
        if (lock == null) {
            return false;
        }
        try {
            lock.release();
            lock = channel.tryLock();
            boolean alone = lock != null;
            if (alone) {
                lock.release();
            }
            lock = share(channel);
            return alone;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    /** Where the logs of a data folder are. */
    static Path logs(Path folder) {
        return folder.resolve("logs");
    }

    /** Where the logs are. */
    public Path logs() {
        return logs(path);
    }

    /** The database of everything Muster keeps itself: the journal of jobs. */
    public Path database() {
        return path.resolve("muster.db");
    }

    /** Where it stands which process changes which account. */
    Path locks() {
        return path.resolve("locks");
    }

    /** Where the practice account is served at the moment. */
    Path practiceSign() {
        return path.resolve("practice.server");
    }

    /** Where the backups of all accounts are. */
    public Path backups() {
        return path.resolve("backups");
    }

    /** The practice account's database. */
    public Path practiceDatabase() {
        return path.resolve("practice.db");
    }

    @Override
    public void close() throws IOException {
        channel.close(); // and the lock with it
    }
}

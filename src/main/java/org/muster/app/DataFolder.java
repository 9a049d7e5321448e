package org.muster.app;

import java.io.IOException;
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
 * The folder Muster keeps its data in, held by one process at a time.
 */
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

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
     * Opens the folder, making it if need be, and holds it until {@link #close}.
     *
     * @return empty when another process holds it
     * @throws IOException when it cannot be made or written
     */
    public static Optional<DataFolder> open(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel channel = FileChannel.open(path.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new DataFolder(path, channel, lock));
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: in use all the same
        }
        channel.close();
        return Optional.empty();
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
        lock.release();
        channel.close();
    }
}

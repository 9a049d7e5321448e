package org.muster.app;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder Muster keeps its data in. Several processes may have it open: each account is changed by one of them at a time ({@link AccountLocks}), and what they share
 * stands being shared. A Muster that could not share held the folder's lock for itself alone; so does, for a moment, one that puts a file out of the way which nobody can
 * read. Nobody goes on beside either.
 */
public final class DataFolder implements AutoCloseable {
    /** To put a file out of the way and make a new one takes far less. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Another process has the folder for itself alone. */
    static final class InUse extends IOException {
        private static final long serialVersionUID = 1L;

        private InUse(Path folder) {
            super(folder + " is held by another process");
        }
    }

    private final Path path;
    private final FileChannel channel;
    private FileLock lock;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
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
     * Opens the folder, making it if need be. Waits for a moment while another process holds it for itself alone.
     *
     * @throws InUse when that one does not let go of it
     * @throws IOException when it cannot be made or written
     */
    public static DataFolder open(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel channel = FileChannel.open(path.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        DataFolder folder = new DataFolder(path, channel);
        try {
            folder.lockShared();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return folder;
    }

    private void lockShared() throws IOException {
        try {
            lock = channel.tryLock(0, Long.MAX_VALUE, true);
        } catch (OverlappingFileLockException e) {
            log().debug("this very process has the folder open already", e);
            return;
        }
        if (lock == null) {
            lock = awaited();
        }
    }

    /** Whoever gives up waiting closes the file: a lock cannot be waited for by halves. */
    private FileLock awaited() throws IOException {
        CompletableFuture<FileLock> coming = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("lock of the data folder").start(() -> {
            try {
                coming.complete(channel.lock(0, Long.MAX_VALUE, true));
            } catch (IOException | OverlappingFileLockException e) {
                coming.completeExceptionally(e);
            }
        });
        try {
            return coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            channel.close();
            throw new InUse(path);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /**
     * Takes the folder for this process alone, if nobody else has it open, so that a file nobody can read may be put out of the way. To be followed by {@link #share}.
     *
     * @return whether it has; if not, others may have it open, or have put the file out of the way by now
     */
    public synchronized boolean alone() {
        if (lock == null) {
            return false;
        }
        try {
            lock.release();
            lock = channel.tryLock();
            if (lock == null) {
                lockShared();
            }
            return lock != null && !lock.isShared();
        } catch (InUse e) {
            log().warn("another process does not let go of the data folder", e);
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shares the folder with others again, if it was {@link #alone}. */
    public synchronized void share() {
        if (lock == null || lock.isShared()) {
            return;
        }
        try {
            lock.release();
            lockShared();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    /** Not a field: this class is asked where logs go before that is told to the logger, which looks once. */
    private static Logger log() {
        return LoggerFactory.getLogger(DataFolder.class);
    }

    /** Where the logs of a data folder are. */
    static Path logs(Path folder) {
        return folder.resolve("logs");
    }

    /** Where the logs are. */
    public Path logs() {
        return logs(path);
    }

    /** The database of everything Muster keeps itself: the journal of jobs, with what they deleted. */
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

package org.muster.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import org.muster.contacts.Contact;
import org.muster.jobs.Kept;
import org.muster.jobs.Safekeeping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backup being written: into a file beside its place first, from there onto the disk, counted, and then into its place in one step that never writes over what is
 * there. Until then it does not count.
 */
final class BackupCopy implements Safekeeping.Copy {
    private static final Logger LOG = LoggerFactory.getLogger(BackupCopy.class);
    static final String PART = ".part";
    /** Less room than this after a failed write means that the disk is full: the system's words for it differ, the room that is left does not. */
    private static final long HARDLY_ANY_ROOM = 64 * 1024;

    /** Where a finished copy goes. */
    interface Place {
        /** The folder it lies in, also while it is written. */
        Path folder();

        /** The names it may have: the first that is not taken. When all are taken, it is dropped. */
        Iterator<Path> names();

        /** It lies there now. */
        void taken(Path file);
    }

    private final Place place;
    private FileChannel channel;
    private Writer out;
    private Path beside;
    private Path file;
    private long countAt;
    private int count;
    private Kept state = Kept.SAFE;

    /** Begins; whether it can be written is told with the first contacts. */
    BackupCopy(Place place, BackupHeader header) {
        this.place = place;
        try {
            PrivateFiles.folder(place.folder());
            beside = place.folder().resolve("." + Long.toUnsignedString(System.nanoTime(), 36) + "-" + ProcessHandle.current().pid() + PART);
            channel = PrivateFiles.file(beside);
            out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE), -1), 1 << 16);
            String line = header.line();
            countAt = line.getBytes(StandardCharsets.UTF_8).length - BackupHeader.count(0).length();
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            failed(e);
        }
    }

    @Override
    public Kept add(List<Contact> contacts) {
        try {
            if (state == Kept.SAFE) {
                for (Contact contact : contacts) {
                    out.write(PersonJson.write(contact.copy()));
                    out.write('\n');
                    count++;
                }
            }
        } catch (IOException e) {
            failed(e);
        }
        return state;
    }

    @Override
    public Kept finish() {
        try {
            if (state == Kept.SAFE) {
                out.flush();
                channel.write(ByteBuffer.wrap(BackupHeader.count(count).getBytes(StandardCharsets.UTF_8)), countAt);
                channel.force(true);
                if (lines(beside) != count + 1L) {
                    throw new IOException("what was written is not what is there");
                }
                intoPlace();
            }
        } catch (IOException e) {
            failed(e);
        }
        return state;
    }

    /** Line ends are never within a contact's line. */
    static long lines(Path file) throws IOException {
        long lines = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        lines++;
                    }
                }
            }
        }
        return lines;
    }

    private void intoPlace() throws IOException {
        Iterator<Path> names = place.names();
        while (file == null && names.hasNext()) {
            Path name = names.next();
            if (moved(name)) {
                file = name;
            } else if (!names.hasNext()) {
                file = name; // somebody else was quicker; theirs counts
            }
        }
        PrivateFiles.sync(place.folder());
        place.taken(file);
    }

    /** A second name for the file appears in one step and never takes another's place, which a move does; some file systems have no second names. */
    private boolean moved(Path name) throws IOException {
        try {
            Files.createLink(name, beside);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | IOException e) {
            if (Files.exists(name)) {
                return false;
            }
            Files.move(beside, name, StandardCopyOption.ATOMIC_MOVE);
            return true;
        }
    }

    private void failed(IOException e) {
        LOG.warn("a backup cannot be written", e);
        state = full() ? Kept.DISK_FULL : Kept.NOT_WRITABLE;
    }

    private boolean full() {
        try {
            return Files.getFileStore(place.folder()).getUsableSpace() < HARDLY_ANY_ROOM;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            LOG.warn("a backup half written stays behind, and counts for nothing", e);
        }
    }
}

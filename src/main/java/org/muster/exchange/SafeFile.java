package org.muster.exchange;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import org.muster.contacts.PersonField;
import org.muster.exchange.Problem.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a text file in UTF-8 so that there is either all of it or what stood there before: beside its place first, onto the disk, and
 * then into its place in one step. Only its owner may read the new file, since it holds other people's addresses.
 */
final class SafeFile {
    /** Writes the text. */
    interface Body {
        /**
         * Writes.
         *
         * @return for each field that is not carried in full, the number of contacts
         */
        Map<PersonField, Integer> write(Writer out) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(SafeFile.class);
    /** Less room than this after a failed write means that the disk is full. */
    private static final long HARDLY_ANY_ROOM = 64 * 1024;

    private SafeFile() {}

    static ExportResult write(Path file, int rows, Body body) {
        String name = Objects.toString(file.getFileName(), file.toString());
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file.toAbsolutePath());
        if (!Files.isDirectory(folder)) {
            return new ExportResult.Failed(Problem.error(Code.NO_FOLDER, name));
        }
        if (Files.isDirectory(file)) {
            return new ExportResult.Failed(Problem.error(Code.IS_FOLDER, name));
        }
        Path beside = null;
        try {
            // A link stays a link: what it points to is replaced
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            beside = Files.createTempFile(target.getParent(), ".muster-", ".part");
            Map<PersonField, Integer> leftOut = fill(beside, body);
            move(beside, target);
            return new ExportResult.Written(file, rows, leftOut);
        } catch (WatchedInput.Stopped e) {
            return new ExportResult.Cancelled();
        } catch (UncheckedIOException e) {
            return new ExportResult.Failed(problem(e.getCause(), folder, name));
        } catch (IOException e) {
            return new ExportResult.Failed(problem(e, folder, name));
        } finally {
            remove(beside);
        }
    }

    private static Map<PersonField, Integer> fill(Path beside, Body body) throws IOException {
        var encoder = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (FileOutputStream bytes = new FileOutputStream(beside.toFile()); Writer out = new BufferedWriter(new OutputStreamWriter(bytes, encoder))) {
            Map<PersonField, Integer> leftOut = body.write(new Kept(out));
            out.flush();
            bytes.getFD().sync();
            return Map.copyOf(leftOut);
        }
    }

    /** Stays open when the writer of a format closes it, since the file is still to be brought onto the disk. */
    private static final class Kept extends FilterWriter {
        Kept(Writer out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private static void move(Path beside, Path target) throws IOException {
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The system's words for a full disk differ; the room that is left does not. */
    private static Problem problem(IOException e, Path folder, String name) {
        LOG.info("Writing a file failed", e);
        if (e instanceof AccessDeniedException) {
            return Problem.error(Code.NOT_WRITABLE, name);
        }
        if (e instanceof NoSuchFileException) {
            return Problem.error(Code.NO_FOLDER, name);
        }
        try {
            boolean full = Files.getFileStore(folder).getUsableSpace() < HARDLY_ANY_ROOM;
            return Problem.error(full ? Code.DISK_FULL : Code.WRITE_FAILED, name);
        } catch (IOException unknown) {
            return Problem.error(Code.WRITE_FAILED, name);
        }
    }

    private static void remove(Path beside) {
        try {
            if (beside != null) {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            LOG.warn("A file half written stays behind", e);
        }
    }
}

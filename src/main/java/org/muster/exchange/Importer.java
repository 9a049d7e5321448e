package org.muster.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muster.exchange.Problem.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files of contacts: CSV of Google (both generations), Outlook and others, and vCard 2.1, 3.0 and 4.0. Reading takes as long as
 * the disk does, so call it on a thread of its own; an importer holds no state and may be used by several at once. Whatever is wrong
 * with a file comes back as a {@link Problem}, never as an exception.
 *
 * <p>Limits: {@value #MAX_MEGABYTES} MB per file, refused before it is opened. There is no limit on rows; above the
 * {@value #MAX_CONTACTS} contacts Google keeps in an account (support.google.com/contacts/answer/148779) the table says so.
 */
public final class Importer {
    /** The biggest file, in megabytes of 1,000,000 bytes. */
    public static final int MAX_MEGABYTES = 100;
    /** How many contacts Google keeps in an account. */
    public static final int MAX_CONTACTS = 25_000;

    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);
    private static final int HEAD = 1 << 16;
    private static final Pattern CARD = Pattern.compile("(?im)^\\s*BEGIN\\s*:\\s*VCARD\\s*$");
    private static final Pattern MARKUP = Pattern.compile("(?s)\\s*(<[!?a-zA-Z]|\\{|\\[\\s*[{\\[\"]).*");

    private final Headers headers = new Headers();

    /**
     * Reads a file.
     *
     * @param file the file
     * @param progress told in bytes, the file counted twice when its encoding is to be found out; asked whether to stop
     */
    public ImportResult read(ImportFile file, Progress progress) {
        String name = file.name();
        try {
            Optional<Problem> outside = lookAtOutside(file.path(), name);
            return outside.isPresent() ? new ImportResult.Refused(outside.get()) : readContent(file, progress);
        } catch (WatchedInput.Stopped e) {
            return new ImportResult.Cancelled();
        } catch (UncheckedIOException e) {
            return e.getCause() instanceof WatchedInput.Stopped ? new ImportResult.Cancelled() : failed(e.getCause(), name);
        } catch (IOException e) {
            return failed(e, name);
        }
    }

    private static ImportResult failed(IOException e, String name) {
        LOG.info("Reading a file of contacts failed", e);
        return new ImportResult.Refused(switch (e) {
            case NoSuchFileException _ -> Problem.error(Code.NOT_THERE, name);
            case AccessDeniedException _ -> Problem.error(Code.NOT_READABLE, name);
            default -> Problem.error(Code.READ_FAILED, name);
        });
    }

    private static Optional<Problem> lookAtOutside(Path path, String name) throws IOException {
        if (Files.isDirectory(path)) {
            return Optional.of(Problem.error(Code.IS_FOLDER, name));
        }
        long size = Files.size(path);
        if (size > MAX_MEGABYTES * 1_000_000L) {
            return Optional.of(Problem.error(Code.TOO_BIG_FILE, name, (size + 999_999) / 1_000_000, MAX_MEGABYTES));
        }
        return size == 0 ? Optional.of(Problem.error(Code.EMPTY_FILE, name)) : Optional.empty();
    }

    private ImportResult readContent(ImportFile file, Progress progress) throws IOException {
        Path path = file.path();
        String name = file.name();
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(HEAD);
        }
        Optional<Code> foreign = FileKind.foreign(head);
        if (foreign.isPresent()) {
            return new ImportResult.Refused(Problem.error(foreign.get(), name));
        }
        long size = Files.size(path);
        long total = file.charset().isPresent() ? size : 2 * size;
        Optional<Charset> charset = file.charset();
        if (charset.isEmpty()) {
            try (InputStream in = new WatchedInput(Files.newInputStream(path), progress, 0, total)) {
                charset = Encodings.detect(head, in);
            }
        }
        if (charset.isEmpty()) {
            return new ImportResult.Refused(Problem.error(Code.BINARY, name));
        }
        String beginning = withoutMark(new String(head, charset.get()));
        if (beginning.isBlank()) {
            return new ImportResult.Refused(Problem.error(Code.EMPTY_FILE, name));
        }
        try (InputStream in = new WatchedInput(Files.newInputStream(path), progress, total - size, total);
                Reader reader = reader(in, charset.get())) {
            ImportResult result = CARD.matcher(beginning).find()
                    ? new VCardLoader(headers, name, charset.get()).load(reader)
                    : MARKUP.matcher(beginning).matches()
                            ? new ImportResult.Refused(Problem.error(Code.NOT_CONTACTS, name))
                            : new CsvLoader(headers, name, charset.get()).load(reader, beginning);
            return result instanceof ImportResult.Loaded(var table) ? new ImportResult.Loaded(withCommonProblems(table)) : result;
        }
    }

    private static Reader reader(InputStream in, Charset charset) throws IOException {
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, decoder), HEAD);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static ImportedTable withCommonProblems(ImportedTable table) {
        List<Problem> problems = new ArrayList<>(table.problems());
        long odd = table.rows().stream().flatMap(r -> r.cells().stream()).filter(c -> c.indexOf('\ufffd') >= 0).count();
        if (odd > 0) {
            problems.add(Problem.warning(Code.ODD_SIGNS, odd, table.charset().displayName()));
        }
        if (table.rows().size() > MAX_CONTACTS) {
            problems.add(Problem.warning(Code.TOO_MANY_ROWS, table.rows().size(), MAX_CONTACTS));
        }
        return new ImportedTable(table.sourceName(), table.format(), table.charset(), table.columns(), table.rows(), problems);
    }
}

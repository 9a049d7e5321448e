package org.muster.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.muster.exchange.Problem.Code;

/** Reads files whose meaning the reader knows beforehand, so that nothing has to be guessed but encoding and separator. */
public final class PlainText {
    private static final int HEAD = 1 << 16;

    /** How reading ended. */
    public sealed interface Read {
        /** It was read; a byte order mark is left out. */
        record Text(String text) implements Read {}

        /** It cannot be read. */
        record Refused(Problem problem) implements Read {}
    }

    private PlainText() {}

    /** The text of a file of at most {@value Importer#MAX_MEGABYTES} MB, whatever its encoding. */
    public static Read read(Path file) {
        String name = Objects.toString(file.getFileName(), file.toString());
        try {
            if (Files.isDirectory(file)) {
                return refused(Code.IS_FOLDER, name);
            }
            long size = Files.size(file);
            if (size > Importer.MAX_MEGABYTES * 1_000_000L) {
                return refused(Code.TOO_BIG_FILE, name, (size + 999_999) / 1_000_000, Importer.MAX_MEGABYTES);
            }
            byte[] bytes = Files.readAllBytes(file);
            byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, HEAD));
            Optional<Code> foreign = FileKind.foreign(head);
            if (foreign.isPresent()) {
                return refused(foreign.get(), name);
            }
            Optional<Charset> charset = bytes.length == 0 ? Optional.empty() : Encodings.detect(head, new ByteArrayInputStream(bytes));
            String text = charset.map(c -> new String(bytes, c)).orElse("");
            text = text.startsWith("\ufeff") ? text.substring(1) : text;
            return text.isBlank() ? refused(bytes.length == 0 || charset.isPresent() ? Code.EMPTY_FILE : Code.BINARY, name) : new Read.Text(text);
        } catch (NoSuchFileException e) {
            return refused(Code.NOT_THERE, name);
        } catch (AccessDeniedException e) {
            return refused(Code.NOT_READABLE, name);
        } catch (IOException e) {
            return refused(Code.READ_FAILED, name);
        }
    }

    private static Read refused(Code code, Object... args) {
        return new Read.Refused(Problem.error(code, args));
    }

    /** The rows of CSV text, the header first, each as wide as the widest; empty when a quotation mark swallows it all. */
    public static Optional<List<List<String>>> rows(String text) {
        Optional<Character> said = Delimiters.said(text);
        String body = said.isPresent() ? text.substring(text.indexOf('\n') + 1) : text;
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(said.orElseGet(() -> Delimiters.detect(body)).charValue())
                .allowExtraFields(true).allowMissingFields(true).skipEmptyLines(true).ofCsvRecord(body)) {
            reader.forEach(record -> rows.add(record.getFields()));
        } catch (CsvParseException | IOException e) {
            return Optional.empty();
        }
        return Optional.of(rows);
    }

    /** Where columns of these names go, as far as any table of column names knows. */
    public static List<Column> columns(List<String> header) {
        Headers headers = new Headers();
        return headers.columns(header, headers.format(header));
    }
}

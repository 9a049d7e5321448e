package org.muster.exchange;

import java.util.List;
import java.util.Objects;
import org.muster.changes.Severity;
import org.muster.texts.Texts;

/**
 * Something about a file that people should know: what, where, and what to do about it.
 *
 * @param code what it is
 * @param severity {@link Severity#ERROR} when the file, or the row, is not taken as it is
 * @param row the row concerned, from 1; 0 when it is the file as a whole
 * @param column the column concerned, from 1; 0 when it is none in particular
 * @param args what the sentence names; see {@link Code}
 */
public record Problem(Code code, Severity severity, int row, int column, List<Object> args) {
    /** What can be the matter. The comment tells the arguments. Row and column follow behind them. */
    public enum Code {
        /** There is no such file. Name. */
        NOT_THERE,
        /** It is a folder. Name. */
        IS_FOLDER,
        /** The system does not allow reading it. Name. */
        NOT_READABLE,
        /** Reading broke off. Name. */
        READ_FAILED,
        /** It is too big to be a list of contacts. Name, megabytes, limit. */
        TOO_BIG_FILE,
        /** There is nothing in it. Name. */
        EMPTY_FILE,
        /** There is a header and nothing below it. Name. */
        NO_ROWS,
        /** An Excel workbook. Name. */
        EXCEL,
        /** An archive. Name. */
        ARCHIVE,
        /** A picture. Name. */
        PICTURE,
        /** A PDF document. Name. */
        PDF,
        /** Some other file of a program. Name. */
        BINARY,
        /** A text, but not one with contacts in rows or cards. Name. */
        NOT_CONTACTS,
        /** More rows than Google keeps contacts. Rows, limit. */
        TOO_MANY_ROWS,
        /** A quoted cell that never ends. Name, line where it begins. */
        CUT_OFF_QUOTE,
        /** A quoted cell that swallows all rows, or megabytes. Name. */
        ENDLESS_CELL,
        /** More cells than the header has columns. Cells, columns. */
        TOO_MANY_CELLS,
        /** A card without its end. Name, line where it begins. */
        CUT_OFF_CARD,
        /** Lines of a card that could not be read. Count, first line. */
        BROKEN_LINES,
        /** Pictures and sounds within cards are not taken over. Count of cards. */
        MEDIA_LEFT_OUT,
        /** Signs that are none in this encoding. Count of cells, name of the encoding. */
        ODD_SIGNS,
        /** There are no column names. */
        NO_HEADER,
        /** The server did not take it. Its reason. */
        REFUSED,
        /** It may not be written there. Name. */
        NOT_WRITABLE,
        /** The folder is not there. Name. */
        NO_FOLDER,
        /** The disk is full. Name. */
        DISK_FULL,
        /** Writing broke off. Name. */
        WRITE_FAILED
    }

    public Problem {
        Objects.requireNonNull(code);
        Objects.requireNonNull(severity);
        args = List.copyOf(args);
    }

    static Problem error(Code code, Object... args) {
        return new Problem(code, Severity.ERROR, 0, 0, List.of(args));
    }

    static Problem warning(Code code, Object... args) {
        return new Problem(code, Severity.WARNING, 0, 0, List.of(args));
    }

    static Problem atRow(Code code, int row, int column, Object... args) {
        return new Problem(code, Severity.ERROR, row, column, List.of(args));
    }

    /** The sentence for people, in the default locale. */
    public String sentence() {
        Object[] words = new Object[args.size() + 2];
        for (int i = 0; i < args.size(); i++) {
            words[i] = args.get(i);
        }
        words[args.size()] = row;
        words[args.size() + 1] = column;
        return Texts.of(Problem.class).get("problem." + code, words);
    }
}

package org.muster.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.muster.exchange.Problem.Code;

/** Tells by its first bytes what a file that is no text is, so that people hear more than "not a CSV". */
final class FileKind {
    private record Magic(String hex, Code code) {
        boolean fits(byte[] head) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            return head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
        }
    }

    private static final Magic[] MAGIC = {
        new Magic("89504e47", Code.PICTURE),
        new Magic("ffd8ff", Code.PICTURE),
        new Magic("47494638", Code.PICTURE),
        new Magic("25504446", Code.PDF),
        new Magic("d0cf11e0a1b11ae1", Code.EXCEL),
        new Magic("1f8b", Code.ARCHIVE),
        new Magic("377abcaf271c", Code.ARCHIVE),
        new Magic("52617221", Code.ARCHIVE),
        new Magic("504b0304", Code.ARCHIVE),
    };

    private FileKind() {}

    /** What the file is when its first bytes say that it is no text. */
    static Optional<Code> foreign(byte[] head) {
        for (Magic magic : MAGIC) {
            if (magic.fits(head)) {
                return Optional.of(magic.code == Code.ARCHIVE && workbook(head) ? Code.EXCEL : magic.code);
            }
        }
        return Optional.empty();
    }

    /** A workbook is a ZIP whose first entries have these names; they stand in clear within the first bytes. */
    private static boolean workbook(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.contains("xl/") || text.contains("[Content_Types].xml") || text.contains("opendocument.spreadsheet");
    }
}

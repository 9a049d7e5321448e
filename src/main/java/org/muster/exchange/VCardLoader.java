package org.muster.exchange;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.muster.exchange.Problem.Code;
import org.muster.exchange.VCardCells.Key;

/**
 * Reads a file of vCards into the same table a CSV makes: a column for each part that occurs. The text is cut into cards here and each
 * is parsed alone, so that a broken one costs no other and thousands need no more memory than one.
 */
final class VCardLoader {
    private static final Pattern BEGIN = Pattern.compile("\\s*BEGIN\\s*:\\s*VCARD\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile("\\s*END\\s*:\\s*VCARD\\s*", Pattern.CASE_INSENSITIVE);
    private static final String END_LINE = "END:VCARD\r\n";

    private final Headers headers;
    private final String name;
    private final Charset charset;
    private final List<Map<Key, String>> cards = new ArrayList<>();
    private final Map<Integer, Problem> cutOff = new HashMap<>();
    private final Map<VCardVersion, Integer> versions = new EnumMap<>(VCardVersion.class);
    private int brokenLines;
    private long firstBroken;
    private int withMedia;

    VCardLoader(Headers headers, String name, Charset charset) {
        this.headers = headers;
        this.name = name;
        this.charset = charset;
    }

    ImportResult load(Reader text) throws IOException {
        BufferedReader lines = text instanceof BufferedReader buffered ? buffered : new BufferedReader(text);
        StringBuilder card = new StringBuilder();
        int depth = 0;
        long line = 0;
        long begunIn = 0;
        for (String next; (next = lines.readLine()) != null; ) {
            line++;
            if (BEGIN.matcher(next).matches()) {
                // A card may hold another one (AGENT), but that one never follows a missing end on the margin of a new card
                if (depth > 0 && !endsWithAgent(card)) {
                    cutOff(begunIn);
                    take(card.append(END_LINE.repeat(depth)));
                    depth = 0;
                }
                begunIn = depth == 0 ? line : begunIn;
                depth++;
            } else if (depth == 0) {
                broken(next.isBlank() ? 0 : 1, line);
                continue;
            }
            card.append(next).append("\r\n");
            if (END.matcher(next).matches() && --depth == 0) {
                take(card);
            }
        }
        if (depth > 0) {
            cutOff(begunIn);
            take(card.append(END_LINE.repeat(depth)));
        }
        return new ImportResult.Loaded(table());
    }

    private static boolean endsWithAgent(StringBuilder card) {
        int last = card.lastIndexOf("\n", card.length() - 2) + 1;
        return card.substring(last).toUpperCase(Locale.ROOT).startsWith("AGENT");
    }

    private void cutOff(long begunIn) {
        int row = cards.size() + 1;
        cutOff.put(row, Problem.atRow(Code.CUT_OFF_CARD, row, 0, name, begunIn));
    }

    private void broken(int count, long line) {
        if (count > 0 && brokenLines == 0) {
            firstBroken = line;
        }
        brokenLines += count;
    }

    private void take(StringBuilder text) {
        VCard card = Ezvcard.parse(text.toString()).first();
        text.setLength(0);
        if (card == null) {
            return;
        }
        if (card.getVersion() != null) {
            versions.merge(card.getVersion(), 1, Integer::sum);
        }
        VCardCells cells = VCardCells.of(card);
        withMedia += cells.media() ? 1 : 0;
        cards.add(cells.cells());
    }

    private ImportedTable table() {
        SortedSet<Key> keys = new TreeSet<>();
        cards.forEach(c -> keys.addAll(c.keySet()));
        Map<Key, Integer> places = new HashMap<>();
        List<Column> columns = new ArrayList<>(keys.size());
        for (Key key : keys) {
            places.put(key, columns.size());
            columns.add(column(key));
        }
        List<ImportedRow> rows = new ArrayList<>(cards.size());
        for (Map<Key, String> card : cards) {
            String[] cells = new String[columns.size()];
            Arrays.fill(cells, "");
            card.forEach((key, text) -> cells[places.get(key)] = text);
            Optional<Problem> own = Optional.ofNullable(cutOff.get(rows.size() + 1));
            rows.add(ImportedRow.of(rows.size() + 1, List.of(cells), own.stream().toList()));
        }
        return new ImportedTable(name, format(), charset, columns, rows, problems());
    }

    private Column column(Key key) {
        return switch (key) {
            case Key.Known k -> new Column(headers.nameOf(k.part(), k.index()), new Target.MapsTo(k.part().field(), k.part(), k.index(), ""));
            case Key.Other o -> new Column(o.name(), new Target.Unknown());
        };
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(cutOff.values());
        if (brokenLines > 0) {
            problems.add(Problem.warning(Code.BROKEN_LINES, brokenLines, firstBroken));
        }
        if (withMedia > 0) {
            problems.add(Problem.warning(Code.MEDIA_LEFT_OUT, withMedia));
        }
        return problems;
    }

    private Format format() {
        VCardVersion most = versions.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(VCardVersion.V3_0);
        return switch (most) {
            case V2_1 -> Format.VCARD_2_1;
            case V3_0 -> Format.VCARD_3_0;
            case V4_0 -> Format.VCARD_4_0;
        };
    }
}

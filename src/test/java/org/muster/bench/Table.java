package org.muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The one table of results, in Markdown, with remarks below it. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Table() {
        row("what", "measured", "baseline", "result", "goal", "spread (min–max)");
    }

    /** @param cells as many as there are columns */
    void row(String... cells) {
        rows.add(List.of(cells));
    }

    void remark(String text) {
        remarks.add(text);
    }

    void publish(Path file) throws IOException {
        String text = this + System.lineSeparator();
        System.out.println(System.lineSeparator() + text);
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Files.writeString(file, text);
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.getFirst().size()).map(i -> rows.stream().mapToInt(r -> r.get(i).length()).max().orElse(0)).toArray();
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add(IntStream.range(0, widths.length).mapToObj(i -> pad(row.get(i), widths[i])).collect(Collectors.joining(" | ", "| ", " |")));
            if (lines.size() == 1) {
                lines.add(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining(" | ", "| ", " |")));
            }
        }
        lines.add("");
        lines.addAll(remarks);
        return String.join(System.lineSeparator(), lines);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}

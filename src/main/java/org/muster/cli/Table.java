package org.muster.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.exchange.ReportTable;
import org.muster.texts.Texts;

/** Writes tables of texts as results. */
final class Table {
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final int WIDEST = 48;

    private Table() {}

    /** Writes {@code table}; its header serves as the names of members where it is JSON. */
    static void write(PrintStream out, ReportTable table, Output output) throws Refusal {
        switch (output) {
            case table -> aligned(out, table);
            case csv -> csv(out, table);
            case json -> {
                List<String> objects = objects(table);
                out.println("[");
                for (int i = 0; i < objects.size(); i++) {
                    out.println(objects.get(i) + (i + 1 < objects.size() ? "," : ""));
                }
                out.println("]");
            }
            case jsonl -> objects(table).forEach(out::println);
            case vcf -> throw new Refusal(Exit.USAGE, Texts.of(Table.class).get("output.vcf"));
        }
        out.flush();
    }

    private static List<String> objects(ReportTable table) {
        List<String> objects = new ArrayList<>();
        for (List<String> row : table.rows()) {
            Map<String, String> members = new LinkedHashMap<>();
            for (int c = 0; c < row.size(); c++) {
                members.put(table.header().get(c), row.get(c));
            }
            objects.add(JSON.toJson(members));
        }
        return objects;
    }

    static void csv(PrintStream out, ReportTable table) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(table.header());
        table.rows().forEach(csv::writeRecord);
        flush(csv);
        out.print(text);
        out.flush();
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void aligned(PrintStream out, ReportTable table) {
        int columns = table.header().size();
        int[] widths = new int[columns];
        List<List<String>> lines = new ArrayList<>(List.of(table.header()));
        lines.addAll(table.rows());
        for (List<String> line : lines) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], Math.min(WIDEST, length(line.get(c))));
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                boolean last = c == columns - 1;
                String cell = last ? line.get(c).strip() : cut(line.get(c).strip());
                text.append(cell);
                if (!last) {
                    text.append(" ".repeat(Math.max(0, widths[c] - length(cell)) + 2));
                }
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static String cut(String cell) {
        return length(cell) <= WIDEST ? cell : cell.substring(0, cell.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

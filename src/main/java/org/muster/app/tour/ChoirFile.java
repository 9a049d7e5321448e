package org.muster.app.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A list of a choir's members as somebody might keep it: a hundred rows, three of them bad, two columns Google does not know. */
final class ChoirFile {
    private static final List<String> FIRST = List.of("Ines", "Tomasz", "Bob", "Amélie", "Kwame", "", "Hana", "Doe", "Dmytro", "Sara", "Yusuf", "Mei", "Björn", "Chiara", "Nuala", "Ravi", "Zsófia", "Þóra", "Eleni", "Joost");
    private static final List<String> LAST = List.of("Duarte", "Wiśniewski", "Young", "Roux", "Mensah", "", "Kim", "Lorem", "Koval", "Lind", "Şahin", "Lin", "Åkesson", "Conti", "Ní Bhriain", "Iyer", "Szabó", "Jónsdóttir", "Pappa", "de Wit");
    private static final List<String> VOICES = List.of("Soprano", "Alto", "Tenor", "Bass");
    private static final int ROWS = 100;
    /** Longer than the 1,024 characters Google takes. */
    private static final int TOO_LONG = 1_312;

    private ChoirFile() {}

    /** Writes it. */
    static Path write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("First Name,Last Name,E-mail 1 - Value,Phone 1 - Value,Labels,Voice part,Paid until");
        for (int i = 0; i < ROWS; i++) {
            lines.add(switch (i) {
                case 2 -> "Bob,Young,bob at example.com,+1 415 555 0163,Choir,Bass,2026";
                case 5 -> ",,,,,,";
                case 7 -> "Lorem ipsum ".repeat(TOO_LONG / 12 + 1).substring(0, TOO_LONG) + ",Doe,lorem@example.org,,Choir,Alto,2025";
                default -> row(i);
            });
        }
        return Files.write(folder.resolve("choir-2026.csv"), lines, StandardCharsets.UTF_8);
    }

    private static String row(int i) {
        int name = i % FIRST.size() == 5 ? 0 : i % FIRST.size();
        int family = (i / FIRST.size() * 3 + name) % LAST.size();
        String last = LAST.get(family).isEmpty() ? "Duarte" : LAST.get(family);
        return "%s,%s,member%02d@choir.example,020 7946 0%03d,Choir,%s,%d".formatted(FIRST.get(name), last, i + 1, i + 100, VOICES.get(i % VOICES.size()), 2024 + i % 4);
    }
}

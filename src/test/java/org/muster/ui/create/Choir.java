package org.muster.ui.create;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A choir's list as a spreadsheet exports it: three rows cannot be sent, two columns mean nothing to Google. */
final class Choir {
    /** The rows that are wrong, from 1: no e-mail address, empty, far too long a name. */
    static final List<Integer> WRONG = List.of(3, 6, 8);

    private static final String[][] PEOPLE = {
        {"Ines", "Duarte", "ines@example.pt", "+351 21 555 0101"}, {"Tomasz", "Wiśniewski", "tomasz@przyklad.pl", "22 555 01 22"}, {"Bob", "Young", "bob at example.com", "+1 415 555 0163"},
        {"Amélie", "Roux", "amelie@exemple.fr", "01 55 50 13 37"}, {"Kwame", "Mensah", "kwame@example.gh", "+233 30 255 0144"}, {"", "", "", ""},
        {"Hana", "Kim", "hana@example.kr", "02-555-0188"}, {"Lorem ipsum dolor ".repeat(73), "Doe", "lorem@example.org", ""}, {"Dmytro", "Koval", "dmytro@example.ua", "+380 44 555 0102"}, {"Sara", "Lind", "sara@exempel.se", "08-555 010 15"}
    };

    private Choir() {}

    static Path csv(Path folder, int rows, String label) throws IOException {
        List<String> lines = new ArrayList<>(List.of("First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Labels,Voice part,Paid until"));
        for (int i = 0; i < rows; i++) {
            String[] p = i < PEOPLE.length ? PEOPLE[i] : new String[] {"Singer", "No " + (i + 1), "singer" + (i + 1) + "@example.org", "030 555 0" + (1000 + i)};
            lines.add(p[1].isEmpty() ? ",,,,,,,," : String.join(",", p[0].strip(), p[1], "", p[2], "", p[3], label, i % 2 == 0 ? "Alto" : "Bass", "2026"));
        }
        Path file = folder.resolve("choir-2026.csv");
        Files.write(file, lines);
        return file;
    }
}

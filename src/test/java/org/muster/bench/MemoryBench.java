package org.muster.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the contacts take in memory, after everything the window computes from them has been computed once. */
final class MemoryBench {
    /** What is in use, in bytes. */
    private record Memory(long heap, long resident) {
        static Memory now() throws IOException {
            for (int i = 0; i < 4; i++) {
                System.gc();
            }
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            String line = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
            return new Memory(heap, Long.parseLong(line.replaceAll("\\D", "")) * 1024);
        }
    }

    private final Table table;

    MemoryBench(Table table) {
        this.table = table;
    }

    void run(PracticeProcess server, int contacts) throws IOException {
        try (BenchWindow window = BenchWindow.open(server)) {
            Memory empty = Memory.now();
            window.load(contacts);
            Keyboard keyboard = new Keyboard(window);
            keyboard.type('a');
            keyboard.backspace();
            Memory full = Memory.now();
            row(contacts, "heap after GC", full.heap(), empty.heap());
            row(contacts, "resident memory", full.resident(), empty.resident());
        }
    }

    private void row(int contacts, String what, long full, long empty) {
        table.row(String.format(Locale.ROOT, "%s, %,d contacts shown", what, contacts), megabytes(full), megabytes(empty) + " empty window",
                String.format(Locale.ROOT, "%,d bytes a contact", (full - empty) / contacts), "", "");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}

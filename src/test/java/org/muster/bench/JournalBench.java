package org.muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.muster.jobs.MemoryJournal;
import org.muster.people.GooglePeopleGateway;
import org.muster.store.Database;
import org.muster.store.SqliteJournal;
import org.muster.store.StoreProblem;

/** What it costs a job that its journal is on the disk. */
final class JournalBench {
    private final Table table;
    private final int contacts;

    JournalBench(Table table, int contacts) {
        this.table = table;
        this.contacts = contacts;
    }

    void run(int rounds) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "journal");
        try (PracticeProcess server = PracticeProcess.start(0); SqliteJournal disk = new SqliteJournal(Database.open(folder.resolve("muster.db")), Clock.systemUTC())) {
            Drafts drafts = Drafts.of(GooglePeopleGateway.withToken(server.endpoint(), server::token));
            MusterSender kept = new MusterSender(server, drafts, disk);
            MusterSender forgotten = new MusterSender(server, drafts, new MemoryJournal());
            kept.run(contacts);
            forgotten.run(contacts);
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                ours.add(seconds(kept.run(contacts)));
                theirs.add(seconds(forgotten.run(contacts)));
                ratios.add(ours.getLast() / theirs.getLast());
            }
            table.row(String.format(Locale.ROOT, "job: the same %,d at 0 ms, journal on the disk", contacts), text("%.2f s", new Numbers(ours).median()),
                    text("%.2f s journal in memory", new Numbers(theirs).median()), text("× %.3f", new Numbers(ratios).median()), "≤ 1.1", "× " + new Numbers(ratios).range("%.3f"));
        } catch (StoreProblem e) {
            throw new IOException(e);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static double seconds(Phase.Each<Long> nanos) {
        return (nanos.create() + nanos.update() + nanos.delete()) / 1e9;
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

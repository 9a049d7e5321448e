package org.muster.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muster.jobs.MemoryJournal;
import org.muster.people.GooglePeopleGateway;

/** How much longer a job takes than a bare sender needs for the same requests. */
final class JobBench {
    private final Table table;
    private final int contacts;

    JobBench(Table table, int contacts) {
        this.table = table;
        this.contacts = contacts;
    }

    void run(int latencyMillis, int rounds, double goal) throws IOException {
        try (PracticeProcess server = PracticeProcess.start(latencyMillis); BareClient client = new BareClient(server.endpoint(), server.token())) {
            Drafts drafts = Drafts.of(GooglePeopleGateway.withToken(server.endpoint(), server::token));
            MusterSender muster = new MusterSender(server, drafts, new MemoryJournal());
            BareSender bare = new BareSender(client, muster.record(contacts));
            bare.run();
            muster.run(contacts);
            bare.run();
            Rounds measured = new Rounds();
            for (int round = 0; round < rounds; round++) {
                measured.add(muster.run(contacts), bare.run());
            }
            measured.report(latencyMillis, goal);
        }
    }

    /** What the rounds of one server took. */
    private final class Rounds {
        private final List<Double> muster = new ArrayList<>();
        private final List<Double> bare = new ArrayList<>();
        private final List<Double> ratios = new ArrayList<>();
        private final List<Double> reading = new ArrayList<>();
        private final List<Double> readingDeletes = new ArrayList<>();
        private final Map<Phase, List<Double>> phases = new EnumMap<>(Phase.class);

        void add(Phase.Each<Long> ours, BareSender.Times bareTimes) {
            Phase.Each<Long> theirs = bareTimes.phases();
            reading.add(seconds(ours) / (seconds(theirs) + bareTimes.reading() / 1e9));
            readingDeletes.add((double) ours.delete() / (theirs.delete() + bareTimes.reading()));
            for (Phase phase : Phase.values()) {
                phases.computeIfAbsent(phase, p -> new ArrayList<>()).add((double) ours.of(phase) / theirs.of(phase));
            }
            muster.add(seconds(ours));
            bare.add(seconds(theirs));
            ratios.add(muster.getLast() / bare.getLast());
        }

        private static double seconds(Phase.Each<Long> nanos) {
            return (nanos.create() + nanos.update() + nanos.delete()) / 1e9;
        }

        void report(int latencyMillis, double goal) {
            Numbers all = new Numbers(ratios);
            table.row(String.format(Locale.ROOT, "job: %,d creates, updates, deletes at %d ms", contacts, latencyMillis),
                    text("%.2f s", new Numbers(muster).median()), text("%.2f s bare sender", new Numbers(bare).median()),
                    text("× %.3f", all.median()), "≤ " + goal, "× " + all.range("%.3f"));
            phases.forEach((phase, some) -> {
                Numbers of = new Numbers(some);
                table.row("– " + phase.name().toLowerCase(Locale.ROOT) + "s alone", "", "", text("× %.3f", of.median()), "", "× " + of.range("%.3f"));
            });
            beside("– deletes beside a sender that reads them first", readingDeletes);
            beside("– all three beside that sender", reading);
            table.remark(String.format(Locale.ROOT, "Noise: the bare sender's own times at %d ms lie %.1f %% apart (%s s, %d rounds).",
                    latencyMillis, new Numbers(bare).spreadPercent(), new Numbers(bare).range("%.2f"), bare.size()));
        }

        /** Muster reads every contact whole before it deletes it, or it could not be taken back. */
        private void beside(String what, List<Double> some) {
            Numbers of = new Numbers(some);
            table.row(what, "", "", text("× %.3f", of.median()), "", "× " + of.range("%.3f"));
        }

        private static String text(String format, double value) {
            return String.format(Locale.ROOT, format, value);
        }
    }
}

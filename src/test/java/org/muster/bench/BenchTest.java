package org.muster.bench;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The benchmark: {@code mvn -Pbench verify}. Prints one table and asserts no time. Every measure stands beside a baseline taken in the same run against
 * the same server, which lives in a process of its own; {@link Sizes} says how to make it smaller.
 */
@Tag("bench")
class BenchTest {
    @Test
    void table() throws IOException {
        Sizes sizes = Sizes.fromProperties();
        Table table = new Table();
        // the window first: what jobs leave behind in memory must not stand in its numbers
        window(table, sizes);
        JobBench jobs = new JobBench(table, sizes.job());
        jobs.run(0, sizes.rounds(), 1.3);
        new JournalBench(table, sizes.job()).run(sizes.rounds());
        jobs.run(sizes.latency(), sizes.slowRounds(), 1.03);
        new LanesBench(table, sizes.accounts(), sizes.each(), sizes.lanesLatency()).run(sizes.slowRounds());
        table.remark("Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors, both shared with the server. Ratios: median over the rounds, which alternate with the baseline's.");
        table.publish(sizes.report());
    }

    private static void window(Table table, Sizes sizes) throws IOException {
        try (PracticeProcess server = PracticeProcess.start(0)) {
            int contacts = populate(server, sizes.contacts());
            Fx.start();
            new MemoryBench(table).run(server, contacts);
            new LoadBench(table, server, contacts).run(sizes.rounds());
            try (BenchWindow window = BenchWindow.open(server)) {
                window.load(contacts);
                new InputBench(table, window).run(contacts, sizes.keys(), sizes.sorts());
                new PulseBench(table, window).run(contacts, Math.min(contacts, sizes.job()));
            }
        }
    }

    /** @return how many contacts there are now: never fewer than the sample people */
    private static int populate(PracticeProcess server, int contacts) throws IOException {
        try {
            if (PracticeProcess.java(Populate.class, server.endpoint().toString(), server.token(), Integer.toString(contacts)).waitFor() != 0) {
                throw new IllegalStateException("The account could not be filled");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Math.max(contacts, 1_204);
    }
}

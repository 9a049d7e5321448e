package org.muster.bench;

import java.nio.file.Path;

/**
 * How large the benchmark is. Each can be set by a system property of its name in lower case after {@code bench.}, such as
 * {@code -Dbench.contacts=2000}.
 *
 * @param job contacts of a job
 * @param contacts contacts in the window
 * @param rounds rounds of jobs without latency, and of loading
 * @param slowRounds rounds of jobs with latency
 * @param latency of the slow server, in milliseconds
 * @param accounts whose jobs run side by side
 * @param each contacts of each of them
 * @param lanesLatency of their servers, in milliseconds
 * @param keys keystrokes measured
 * @param sorts sorts measured
 * @param report where the table is written, beside being printed
 */
record Sizes(int job, int contacts, int rounds, int slowRounds, int latency, int accounts, int each, int lanesLatency, int keys, int sorts, Path report) {
    static Sizes fromProperties() {
        return new Sizes(
                Integer.getInteger("bench.job", 10_000),
                Integer.getInteger("bench.contacts", 25_000),
                Integer.getInteger("bench.rounds", 7),
                Integer.getInteger("bench.slowrounds", 3),
                Integer.getInteger("bench.latency", 100),
                Integer.getInteger("bench.accounts", 200),
                Integer.getInteger("bench.each", 500),
                Integer.getInteger("bench.laneslatency", 500),
                Integer.getInteger("bench.keys", 60),
                Integer.getInteger("bench.sorts", 20),
                Path.of(System.getProperty("bench.report", "target/bench.md")));
    }
}

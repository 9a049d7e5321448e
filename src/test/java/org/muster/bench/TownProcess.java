package org.muster.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A {@link Town} in a process of its own, so that what it costs is not taken for what its clients cost. */
final class TownProcess implements AutoCloseable {
    /** Where an account is, and the token it takes. */
    record Address(URI endpoint, String token) {}

    /**
     * What an account saw.
     *
     * @param requests mutates that were carried out
     * @param contacts contacts in them
     * @param atOnce mutates in flight at once, at most
     */
    record Seen(int requests, int contacts, int atOnce) {}

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;
    private final List<Address> accounts = new ArrayList<>();

    TownProcess(int accounts, int contacts) throws IOException {
        // with so much room that what is measured is not how the accounts' memory is tidied up
        process = PracticeProcess.java(List.of("-XX:+UseParallelGC", "-Xms3g", "-Xmx3g", "-Xmn2g"), Town.class, Integer.toString(accounts), Integer.toString(contacts));
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        for (int i = 0; i < accounts; i++) {
            String[] words = line().split(" ");
            this.accounts.add(new Address(URI.create(words[0]), words[1]));
        }
    }

    private String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The practice accounts are gone");
        }
        return line;
    }

    List<Address> accounts() {
        return accounts;
    }

    void latency(int millis) {
        orders.println("latency " + millis);
    }

    /** What each account saw since the last time. */
    List<Seen> count() throws IOException {
        orders.println("count");
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            String[] words = line().split(" ");
            seen.add(new Seen(Integer.parseInt(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2])));
        }
        return seen;
    }

    /** Nanoseconds of processor time the accounts have used so far. */
    long cpu() throws IOException {
        orders.println("cpu");
        return Long.parseLong(line());
    }

    @Override
    public void close() {
        orders.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}

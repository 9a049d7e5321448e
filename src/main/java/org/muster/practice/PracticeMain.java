package org.muster.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a practice account by itself, for clients in other languages:
 * {@code PracticeMain [--port N] [--database FILE] [--token TOKEN] [--latency MILLISECONDS] [--switch NAME=POSITION]…}, where
 * a position is the number of one in {@link Switch#positions()}. Prints one line with address and token and serves until its input ends.
 */
public final class PracticeMain {
    private PracticeMain() {}

    /** @param args see the class */
    public static void main(String[] args) throws IOException {
        Path database = null;
        int port = 0;
        String token = null;
        Duration latency = Duration.ZERO;
        List<String[]> switches = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (i + 1 == args.length) {
                usage("A value is missing after " + args[i]);
                return;
            }
            switch (args[i++]) {
                case "--port" -> port = Integer.parseInt(args[i]);
                case "--database" -> database = Path.of(args[i]);
                case "--token" -> token = args[i];
                case "--latency" -> latency = Duration.ofMillis(Long.parseLong(args[i]));
                case "--switch" -> switches.add(args[i].split("=", 2));
                default -> {
                    usage("Unknown option " + args[i - 1]);
                    return;
                }
            }
        }
        try (PracticeServer server = PracticeServer.start(
                new PracticeConfig(database, port, token, SampleData.standard()))) {
            for (String[] moved : switches) {
                server.switches().all().stream().filter(s -> s.name().equals(moved[0])).findFirst().orElseThrow()
                        .choose(Integer.parseInt(moved[1]));
            }
            server.faults().latency(latency);
            System.out.println("listening " + server.endpoint() + " token " + server.token());
            System.out.flush();
            while (System.in.read() >= 0) {
                // Whatever is typed is nobody's business; the end of the input is the sign to stop.
            }
        }
    }

    private static void usage(String problem) {
        System.err.println(problem + "\nUsage: PracticeMain [--port N] [--database FILE] [--token TOKEN] [--latency MILLISECONDS] [--switch NAME=POSITION]...");
    }
}

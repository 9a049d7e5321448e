package org.muster.bench;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.people.v1.model.ListConnectionsResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muster.contacts.PersonField;

/** How much longer it takes to load contacts and show them than to read and parse the same pages. */
final class LoadBench {
    private static final double GOAL = 1.3;

    private final Table table;
    private final PracticeProcess server;
    private final int contacts;

    LoadBench(Table table, PracticeProcess server, int contacts) {
        this.table = table;
        this.server = server;
        this.contacts = contacts;
    }

    void run(int rounds) {
        window();
        parse();
        window();
        List<Double> shown = new ArrayList<>();
        List<Double> parsed = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            parsed.add(parse());
            shown.add(window());
            ratios.add(shown.getLast() / parsed.getLast());
        }
        Numbers all = new Numbers(ratios);
        table.row(String.format(Locale.ROOT, "%,d contacts loaded and shown", contacts), String.format(Locale.ROOT, "%.2f s", new Numbers(shown).median()),
                String.format(Locale.ROOT, "%.2f s bare paging and parsing", new Numbers(parsed).median()), String.format(Locale.ROOT, "× %.3f", all.median()), "≤ " + GOAL, "× " + all.range("%.3f"));
        table.remark(String.format(Locale.ROOT, "Noise: the bare paging loop's own times lie %.1f %% apart (%s s, %d rounds).", new Numbers(parsed).spreadPercent(), new Numbers(parsed).range("%.2f"), rounds));
    }

    /** @return seconds */
    private double window() {
        try (BenchWindow window = BenchWindow.open(server)) {
            System.gc();
            return window.load(contacts) / 1e9;
        }
    }

    /** @return seconds */
    private double parse() {
        try (BareClient client = new BareClient(server.endpoint(), server.token())) {
            System.gc();
            long start = System.nanoTime();
            int read = 0;
            String next = null;
            do {
                ListConnectionsResponse page = page(client, next);
                read += page.getConnections().size();
                next = page.getNextPageToken();
            } while (next != null && !next.isEmpty());
            if (read != contacts) {
                throw new IllegalStateException("read " + read + " contacts");
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static ListConnectionsResponse page(BareClient client, String token) {
        String mask = Drafts.FIELDS.plus(PersonField.METADATA).toString();
        byte[] answer = client.get("/v1/people/me/connections?pageSize=1000&personFields=" + encoded(mask) + (token == null ? "" : "&pageToken=" + encoded(token)));
        try {
            return GsonFactory.getDefaultInstance().createJsonParser(new ByteArrayInputStream(answer), StandardCharsets.UTF_8).parseAndClose(ListConnectionsResponse.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.jobs.OutcomeState;

/** What jobs did to one contact. It may have gone by many names: what is found under one of them may tell of another, until nothing new is heard. */
final class ContactStory {
    private final Connection db;
    private final String account;
    private final SortedMap<Long, SortedSet<Integer>> rows = new TreeMap<>();
    private final Set<String> names = new LinkedHashSet<>();

    private ContactStory(Connection db, String account) {
        this.db = db;
        this.account = account;
    }

    static List<ContactEvent> of(Connection db, String account, Set<String> knownAs) throws SQLException {
        ContactStory story = new ContactStory(db, account);
        Set<String> fresh = new LinkedHashSet<>(knownAs);
        while (!fresh.isEmpty()) {
            story.names.addAll(fresh);
            fresh = story.follow(fresh);
            fresh.removeAll(story.names);
        }
        List<ContactEvent> events = new ArrayList<>();
        for (Map.Entry<Long, SortedSet<Integer>> job : story.rows.entrySet()) {
            for (int row : job.getValue()) {
                event(db, job.getKey(), row).ifPresent(events::add);
            }
        }
        return events;
    }

    /** Finds all rows under these names. @return every name these rows tell of */
    private Set<String> follow(Set<String> wanted) throws SQLException {
        Map<Long, Set<Integer>> found = new HashMap<>();
        text("SELECT j.n, i.contacts FROM job j JOIN job_index i ON i.job = j.n WHERE j.account = ?1 AND ", "i.contacts", wanted, (job, contacts) -> {
            int row = 0;
            for (String line : (Iterable<String>) contacts.lines()::iterator) {
                if (anyIn(line, wanted)) {
                    found.computeIfAbsent(job, j -> new HashSet<>()).add(row);
                }
                row++;
            }
        });
        text("SELECT j.n, n.lines FROM named n JOIN job j ON j.n = n.job WHERE j.account = ?1 AND ", "n.lines", wanted, (job, lines) -> lines.lines().filter(line -> anyIn(line, wanted))
                .forEach(line -> found.computeIfAbsent(job, j -> new HashSet<>()).add(Integer.parseInt(line.substring(0, line.indexOf(' '))))));
        Set<String> heard = new LinkedHashSet<>();
        for (Map.Entry<Long, Set<Integer>> job : found.entrySet()) {
            SortedSet<Integer> known = rows.computeIfAbsent(job.getKey(), j -> new TreeSet<>());
            for (int row : job.getValue()) {
                if (known.add(row)) {
                    hear(job.getKey(), row, heard);
                }
            }
        }
        return heard;
    }

    private interface Taker {
        void take(long job, String text);
    }

    private void text(String select, String column, Set<String> wanted, Taker taker) throws SQLException {
        String any = IntStream.rangeClosed(2, wanted.size() + 1).mapToObj(i -> "instr(" + column + ", ?" + i + ") > 0").collect(Collectors.joining(" OR ", "(", ")"));
        try (PreparedStatement sql = db.prepareStatement(select + any)) {
            sql.setString(1, account);
            int at = 2;
            for (String name : wanted) {
                sql.setString(at++, key(name));
            }
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    taker.take(row.getLong(1), row.getString(2));
                }
            }
        }
    }

    /** Takes down what the contact of a row was known by before and is since. */
    private void hear(long job, int row, Set<String> heard) throws SQLException {
        Optional<Change> change = ChangeRows.read(db, job, row);
        change.ifPresent(c -> heard.addAll(JobIndex.known(c)));
        OutcomeRows.read(db, job, row).ifPresent(settled -> heard.addAll(settled.keys()));
    }

    private static boolean anyIn(String line, Set<String> wanted) {
        return wanted.stream().anyMatch(name -> line.contains(key(name)));
    }

    private static String key(String name) {
        return " " + name + " ";
    }

    static Optional<ContactEvent> event(Connection db, long job, int row) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("SELECT id, title, accepted FROM job WHERE n = ?")) {
            sql.setLong(1, job);
            try (ResultSet found = sql.executeQuery()) {
                Optional<Change> change = ChangeRows.read(db, job, row);
                Optional<Contact> image = ImageRows.read(db, job, row);
                Optional<OutcomeRows.Settled> settled = OutcomeRows.read(db, job, row);
                if (!found.next() || change.isEmpty()) {
                    return Optional.empty();
                }
                OutcomeState state = settled.isEmpty() ? History.open(History.sent(db, job), row) : settled.get().state();
                Instant at = settled.map(OutcomeRows.Settled::at).orElse(Instant.ofEpochMilli(found.getLong(3)));
                return Optional.of(new ContactEvent(found.getString(1), found.getString(2), at, row,
                        change.get() instanceof Change.Delete && image.isPresent() ? new Change.Delete(image.get()) : change.get(), state, settled.flatMap(OutcomeRows.Settled::error)));
            }
        }
    }
}

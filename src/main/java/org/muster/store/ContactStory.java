package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
        Set<String> heard = new HashSet<>();
        String lines = IntStream.rangeClosed(2, wanted.size() + 1).mapToObj(i -> "instr(i.contacts, ?%1$d) > 0 OR instr(e.made, ?%1$d) > 0".formatted(i)).collect(Collectors.joining(" OR "));
        try (PreparedStatement sql = db.prepareStatement("SELECT i.job, i.contacts, e.made FROM job j JOIN job_index i ON i.job = j.n LEFT JOIN job_end e ON e.job = j.n WHERE j.account = ?1 AND (e.job IS NULL OR "
                + lines + ")")) {
            sql.setString(1, account);
            int at = 2;
            for (String name : wanted) {
                sql.setString(at++, key(name));
            }
            try (ResultSet job = sql.executeQuery()) {
                while (job.next()) {
                    List<String> made = job.getString(3) == null ? openMade(job.getLong(1)) : job.getString(3).lines().toList();
                    take(job.getLong(1), job.getString(2), made, wanted, heard);
                }
            }
        }
        return heard;
    }

    private void take(long job, String contacts, List<String> made, Set<String> wanted, Set<String> heard) {
        Set<Integer> found = new HashSet<>();
        int row = 0;
        for (String line : (Iterable<String>) contacts.lines()::iterator) {
            if (anyIn(line, wanted)) {
                found.add(row);
                heard.addAll(keys(line));
            }
            row++;
        }
        for (String line : made) {
            int number = Integer.parseInt(line.substring(0, line.indexOf(' ')));
            if (found.contains(number) || anyIn(line, wanted)) {
                found.add(number);
                heard.addAll(keys(line.substring(line.indexOf(' '))));
                heard.addAll(keys(contacts.lines().skip(number).findFirst().orElse("")));
            }
        }
        if (!found.isEmpty()) {
            rows.computeIfAbsent(job, j -> new TreeSet<>()).addAll(found);
        }
    }

    /** What a job that has not ended has made so far, in the form in which its end will note it. */
    private List<String> openMade(long job) throws SQLException {
        List<String> made = new ArrayList<>();
        try (PreparedStatement sql = db.prepareStatement("SELECT row, contact, source FROM outcome WHERE job = ? AND contact IS NOT NULL")) {
            sql.setLong(1, job);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    made.add(row.getInt(1) + " " + row.getString(2) + " " + (row.getString(3) == null ? "" : row.getString(3) + " "));
                }
            }
        }
        return made;
    }

    private static boolean anyIn(String line, Set<String> wanted) {
        return wanted.stream().anyMatch(name -> line.contains(key(name)));
    }

    private static String key(String name) {
        return " " + name + " ";
    }

    private static Collection<String> keys(String line) {
        return Arrays.stream(line.split(" ")).filter(key -> !key.isEmpty()).toList();
    }

    static Optional<ContactEvent> event(Connection db, long job, int row) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("""
                SELECT j.id, j.title, coalesce(o.at, j.accepted), o.state, o.cause, o.http, o.status, o.reason, o.message
                FROM job j LEFT JOIN outcome o ON o.job = j.n AND o.row = ?2 WHERE j.n = ?1""")) {
            sql.setLong(1, job);
            sql.setInt(2, row);
            try (ResultSet found = sql.executeQuery()) {
                Optional<Change> change = ChangeRows.read(db, job, row);
                if (!found.next() || change.isEmpty()) {
                    return Optional.empty();
                }
                OutcomeState state = found.getString(4) == null ? History.open(History.sent(db, job), row) : OutcomeState.valueOf(found.getString(4));
                return Optional.of(new ContactEvent(found.getString(1), found.getString(2), Instant.ofEpochMilli(found.getLong(3)), row, change.get(), state, OutcomeRows.error(found, 5)));
            }
        }
    }
}

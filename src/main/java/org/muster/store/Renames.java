package org.muster.store;

import com.google.api.services.people.v1.model.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.changes.Families;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;

/**
 * Reads from the journal which contacts Google has given another name, here or elsewhere: the id of a contact's own source stays, and stands beside each name by which a job met it. Goes through
 * what all jobs of the account are found by: not for every batch.
 */
final class Renames {
    private static final String BEFORE = "SELECT i.job, 0, i.contacts FROM job j JOIN job_index i ON i.job = j.n WHERE j.account = ?";
    private static final String SINCE = "SELECT n.job, n.rowid, n.lines FROM job j JOIN named n ON n.job = j.n WHERE j.account = ?";

    /**
     * That a contact had another name.
     *
     * @param job the number of the job that met it under its new name first
     */
    record Rename(long job, Families.Return names) {}

    private static final String IMAGES = "SELECT i.job, i.persons FROM job j JOIN images i ON i.job = j.n WHERE j.account = ?";
    private static final String NAME = "\"resourceName\"";

    private record Sighting(long job, long place, String name) {}

    private interface Taker {
        void take(long job, long place, String name, String source);
    }

    private Renames() {}

    /** By id, the name a contact was last known by, of those that were deleted by jobs which met them. */
    static Map<String, String> deleted(Connection db, String account) throws SQLException {
        Map<String, String> names = new HashMap<>();
        each(db, BEFORE + " AND i.deletes > 0 ORDER BY i.job", account, (job, place, name, source) -> names.put(source, name));
        return names;
    }

    /** Every other name of the contacts of these names, in the order in which they got them. */
    static List<Rename> of(Connection db, String account, Set<String> names) throws SQLException {
        Map<String, List<Sighting>> sightings = new HashMap<>();
        Set<String> unknown = new HashSet<>(names);
        Taker meeting = (job, place, name, source) -> {
            if (names.contains(name)) {
                sightings.computeIfAbsent(source, id -> new ArrayList<>());
                unknown.remove(name);
            }
        };
        each(db, BEFORE, account, meeting);
        each(db, SINCE, account, meeting);
        if (!unknown.isEmpty()) {
            saved(db, account, unknown, (job, place, name, source) -> sightings.computeIfAbsent(source, id -> new ArrayList<>()).add(new Sighting(job, place, name)));
        }
        Taker taker = (job, place, name, source) -> {
            if (sightings.get(source) instanceof List<Sighting> known) {
                known.add(new Sighting(job, place, name));
            }
        };
        each(db, BEFORE, account, taker);
        each(db, SINCE, account, taker);
        List<Rename> renames = new ArrayList<>();
        sightings.values().forEach(one -> follow(one, renames));
        renames.sort(Comparator.comparingLong(Rename::job));
        return renames;
    }

    private static void follow(List<Sighting> sightings, List<Rename> renames) {
        sightings.sort(Comparator.comparingLong(Sighting::job).thenComparingLong(Sighting::place));
        Set<String> known = new HashSet<>();
        String last = "";
        for (Sighting sighting : sightings) {
            if (known.add(sighting.name())) { // a job that was put together earlier may still know it by an earlier name
                if (!last.isEmpty()) {
                    renames.add(new Rename(sighting.job(), new Families.Return(last, sighting.name())));
                }
                last = sighting.name();
            }
        }
    }

    /** Contacts that had got another name when they were deleted, and nobody else has met under it: their images know it. Lines are taken apart for those only. */
    private static void saved(Connection db, String account, Set<String> names, Taker taker) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement(IMAGES)) {
            sql.setString(1, account);
            try (ResultSet piece = sql.executeQuery()) {
                while (piece.next()) {
                    for (String line : Lines.read(piece.getBytes(2))) {
                        int name = line.indexOf('"', line.indexOf(NAME) + NAME.length() + 1) + 1;
                        if (names.contains(line.substring(name, line.indexOf('"', name)))) {
                            Contact saved = new Contact(PersonJson.read(line), FieldMask.none());
                            Optional<String> source = saved.contactSource().map(Source::getId);
                            if (source.isPresent()) {
                                taker.take(piece.getLong(1), Long.MAX_VALUE, saved.resourceName(), source.get());
                            }
                        }
                    }
                }
            }
        }
    }

    /** Lines of {@link JobIndex}: what may stand before the first space, the name, and the id if that is known. */
    private static void each(Connection db, String select, String account, Taker taker) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement(select)) {
            sql.setString(1, account);
            try (ResultSet found = sql.executeQuery()) {
                while (found.next()) {
                    long job = found.getLong(1);
                    long place = found.getLong(2);
                    found.getString(3).lines().forEach(line -> {
                        int name = line.indexOf(' ') + 1;
                        int id = line.indexOf(' ', name) + 1;
                        int end = id > 0 ? line.indexOf(' ', id) : -1;
                        if (name > 0 && end > 0) {
                            taker.take(job, place, line.substring(name, id - 1), line.substring(id, end));
                        }
                    });
                }
            }
        }
    }
}

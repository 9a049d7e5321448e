package org.muster.practice;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Everything one person's address book consists of, and the one lock that mutates hold. */
final class Account {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Keeper keeper;
    private final SimClock clock;
    private final SampleData sample;
    private final ContactStore contacts;
    private final GroupStore groups;
    private final PersonEditor editor;
    private volatile long floor;

    Account(Keeper keeper, SimClock clock, SampleData sample, Switches switches) {
        this.keeper = keeper;
        this.clock = clock;
        this.sample = sample;
        this.contacts = new ContactStore(keeper, clock, switches);
        this.groups = new GroupStore(keeper);
        this.editor = new PersonEditor(new PersonValidator(switches, groups), new Deriver(switches), contacts, clock,
                switches);
    }

    /** Takes up what the keeper has; a new account starts with the sample. */
    void open() {
        Keeper.Contents kept = keeper.load();
        floor = kept.floor();
        contacts.seqAtLeast(floor);
        contacts.load(kept.people());
        groups.load(kept.groups());
        kept.groups().forEach(group -> contacts.seqAtLeast(group.seq()));
        if (!kept.used()) {
            reset();
        }
    }

    /** Forgets everything and brings the sample back. */
    void reset() {
        exclusively(() -> {
            long newFloor = contacts.nextSeq();
            List<StoredGroup> newGroups = new ArrayList<>();
            sample.groups().forEach(group -> adoptGroup(group).ifPresent(newGroups::add));
            Map<Long, StoredPerson> people = new LinkedHashMap<>();
            int n = 0;
            for (JsonObject person : sample.people()) {
                long id = sampleId(person, n++);
                long free = people.containsKey(id) ? contacts.freshId() : id;
                people.put(free, editor.adopt(person, editor.blank(free)));
            }
            List<StoredPerson> newPeople = List.copyOf(people.values());
            keeper.replace(newFloor, newPeople, newGroups);
            floor = newFloor;
            groups.replace(newGroups);
            contacts.replace(newPeople);
            return null;
        });
    }

    /** The same sample contact has the same name after every reset: a hexadecimal practiceId is its source id. */
    private static long sampleId(JsonObject person, int position) {
        String given = Json.text(person, "practiceId");
        if (given.matches("[1-9a-f][0-9a-f]{5,14}")) {
            return Long.parseLong(given, 16);
        }
        String key = "practice contact " + (given.isEmpty() ? String.valueOf(position) : given);
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits() & Long.MAX_VALUE;
    }

    private Optional<StoredGroup> adoptGroup(JsonObject group) {
        String resource = Json.text(group, "resourceName");
        String id = resource.isEmpty() ? Long.toHexString(contacts.freshId())
                : resource.substring(StoredGroup.PREFIX.length());
        if (StoredGroup.SYSTEM.stream().anyMatch(system -> system.id().equals(id))) {
            return Optional.empty();
        }
        String data = group.has("clientData") ? Json.write(group.get("clientData")) : "";
        return Optional.of(new StoredGroup(id, Json.text(group, "name"), Json.text(group, "name"), false, data, 1,
                contacts.nextSeq(), clock.now(), false));
    }

    <T> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    ContactStore contacts() {
        return contacts;
    }

    GroupStore groups() {
        return groups;
    }

    PersonEditor editor() {
        return editor;
    }

    SimClock clock() {
        return clock;
    }

    /** Sync tokens at or below this place are of an account that was reset. */
    long floor() {
        return floor;
    }
}

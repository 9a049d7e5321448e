package org.muster.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The contacts of the account, in memory for reading and written through to the {@link Keeper}. Every method is atomic;
 * whoever reads in order to write holds the account's lock around both.
 */
final class ContactStore {
    private static final Duration TRASH = Duration.ofDays(30);

    private final Keeper keeper;
    private final SimClock clock;
    private final Switches switches;
    private final Map<Long, StoredPerson> bySource = new HashMap<>();
    private final Map<Long, Long> sourceByName = new HashMap<>();
    private final TreeMap<Long, StoredPerson> bySeq = new TreeMap<>();
    private final Map<Long, Deque<Past>> past = new HashMap<>();
    private final Map<String, Integer> members = new HashMap<>();
    private int live;
    private long lastSeq;

    private record Past(StoredPerson person, Instant until) {}

    ContactStore(Keeper keeper, SimClock clock, Switches switches) {
        this.keeper = keeper;
        this.clock = clock;
        this.switches = switches;
    }

    /** Takes over what was kept; graves older than the trash are left behind. */
    synchronized void load(Collection<StoredPerson> people) {
        Instant oldest = clock.now().minus(TRASH);
        for (StoredPerson person : people) {
            lastSeq = Math.max(lastSeq, person.seq());
            if (!person.deleted() || person.updated().isAfter(oldest)) {
                place(person);
            }
        }
    }

    /** Puts these contacts in the place of all that were. The caller has told the keeper. */
    synchronized void replace(List<StoredPerson> people) {
        bySource.clear();
        sourceByName.clear();
        bySeq.clear();
        past.clear();
        members.clear();
        live = 0;
        people.forEach(this::place);
    }

    /** The next place in the order of changes. */
    synchronized long nextSeq() {
        return ++lastSeq;
    }

    /** Never hand out a number again that a group already has. */
    synchronized void seqAtLeast(long seq) {
        lastSeq = Math.max(lastSeq, seq);
    }

    synchronized long lastSeq() {
        return lastSeq;
    }

    /** An id no contact has. */
    synchronized long freshId() {
        long id;
        do {
            id = ThreadLocalRandom.current().nextLong(1L << 40, Long.MAX_VALUE);
        } while (sourceByName.containsKey(id) || bySource.containsKey(id));
        return id;
    }

    /** Writes contacts through to the keeper and then shows them. */
    synchronized void write(List<StoredPerson> people) {
        keeper.write(people, List.of());
        boolean lagging = !switches.readLag().get().isZero();
        for (StoredPerson person : people) {
            StoredPerson before = bySource.get(person.sourceId());
            if (lagging && before != null) {
                past.computeIfAbsent(person.sourceId(), k -> new ArrayDeque<>()).addLast(new Past(before, clock.now()));
            }
            place(person);
        }
    }

    private void place(StoredPerson person) {
        StoredPerson before = bySource.put(person.sourceId(), person);
        if (before != null) {
            bySeq.remove(before.seq());
            count(before, -1);
        }
        bySeq.put(person.seq(), person);
        sourceByName.put(person.nameId(), person.sourceId());
        for (String former : person.formerNames()) {
            parse(former).ifPresent(id -> sourceByName.put(id, person.sourceId()));
        }
        count(person, 1);
    }

    private void count(StoredPerson person, int by) {
        if (!person.deleted()) {
            live += by;
            person.groups().forEach(group -> members.merge(group, by, Integer::sum));
        }
    }

    /** The contact behind a resource name, also a former one; empty when there is none or it was deleted. */
    synchronized Optional<StoredPerson> find(String resourceName) {
        return parse(resourceName).map(sourceByName::get).map(bySource::get).filter(p -> !p.deleted());
    }

    /** What is left of a contact that was deleted. */
    synchronized Optional<StoredPerson> grave(String resourceName) {
        return parse(resourceName).map(sourceByName::get).map(bySource::get).filter(StoredPerson::deleted);
    }

    /** The contact as a reader sees it, who may be shown an older state. */
    synchronized Optional<StoredPerson> read(String resourceName) {
        return parse(resourceName).map(sourceByName::get).map(bySource::get).map(this::seen).filter(p -> !p.deleted());
    }

    synchronized Optional<StoredPerson> bySourceId(long sourceId) {
        return Optional.ofNullable(bySource.get(sourceId)).filter(p -> !p.deleted());
    }

    private StoredPerson seen(StoredPerson person) {
        Deque<Past> former = past.get(person.sourceId());
        if (former == null) {
            return person;
        }
        Instant horizon = clock.now().minus(switches.readLag().get());
        while (!former.isEmpty() && !former.peekFirst().until().isAfter(horizon)) {
            former.removeFirst();
        }
        if (former.isEmpty()) {
            past.remove(person.sourceId());
            return person;
        }
        return former.peekFirst().person();
    }

    /** Contacts after a place in the order of changes, oldest change first, as a reader sees them. */
    synchronized List<StoredPerson> listAfter(long seq, int limit) {
        List<StoredPerson> out = new ArrayList<>(Math.min(limit, live));
        Instant horizon = listHorizon();
        for (StoredPerson person : bySeq.tailMap(seq, false).values()) {
            if (listed(person, horizon)) {
                out.add(person);
                if (out.size() == limit) {
                    break;
                }
            }
        }
        return out;
    }

    /** How a lister sees a contact that {@link #listAfter} gave. */
    synchronized StoredPerson asSeen(StoredPerson person) {
        return past.isEmpty() ? person : seen(person);
    }

    /** All contacts as a lister sees them, oldest change first. */
    List<StoredPerson> listAll() {
        return listAfter(0, Integer.MAX_VALUE);
    }

    private Instant listHorizon() {
        Duration lag = switches.listLag().get();
        return lag.isZero() ? Instant.MAX : clock.now().minus(lag);
    }

    private static boolean listed(StoredPerson person, Instant horizon) {
        boolean fresh = person.createdSeq() == person.seq() && person.updated().isAfter(horizon);
        return !person.deleted() && !fresh;
    }

    /** Changes after a place in the order, graves included, that had time to spread. */
    synchronized List<StoredPerson> changesAfter(long seq, long upTo, int limit) {
        List<StoredPerson> out = new ArrayList<>();
        if (seq < upTo) {
            for (StoredPerson person : bySeq.subMap(seq, false, upTo, true).values()) {
                out.add(person);
                if (out.size() == limit) {
                    break;
                }
            }
        }
        return out;
    }

    /** The last place in the order of changes that is at least that old. */
    synchronized long settledSeq(Duration delay) {
        if (delay.isZero()) {
            return lastSeq;
        }
        Instant horizon = clock.now().minus(delay);
        for (Map.Entry<Long, StoredPerson> entry : bySeq.descendingMap().entrySet()) {
            if (!entry.getValue().updated().isAfter(horizon)) {
                return entry.getKey();
            }
        }
        return 0;
    }

    /** Live contacts. */
    synchronized int count() {
        return live;
    }

    /** What counts towards the cap. */
    synchronized int weighed() {
        if (!switches.trashCounts().get()) {
            return live;
        }
        Instant oldest = clock.now().minus(TRASH);
        int trash = 0;
        if (bySource.size() > live) {
            for (StoredPerson person : bySource.values()) {
                trash += person.deleted() && person.updated().isAfter(oldest) ? 1 : 0;
            }
        }
        return live + trash;
    }

    synchronized int memberCount(String group) {
        return members.getOrDefault(group, 0);
    }

    synchronized List<StoredPerson> members(String group) {
        return bySeq.values().stream().filter(p -> !p.deleted() && p.groups().contains(group)).toList();
    }

    private static Optional<Long> parse(String resourceName) {
        if (!resourceName.startsWith(StoredPerson.PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseUnsignedLong(resourceName.substring(StoredPerson.PREFIX.length())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

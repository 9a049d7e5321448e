package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Biography;
import com.google.api.services.people.v1.model.Person;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.practice.Fault;
import org.muster.practice.Switch;

/** Any positions of all switches, several faults in a row, bad rows, other devices and the same contact twice: what is said of each contact is what the account holds. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class StormTest {
    private static final List<String> METHODS = List.of("people.batchCreateContacts", "people.batchUpdateContacts", "people.batchDeleteContacts", "people.getBatchGet", "people.connections.list");
    private static final List<Fault> FAULTS = EnumSet.complementOf(EnumSet.of(Fault.HANG_BEFORE, Fault.HANG_AFTER)).stream().toList();

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("muster.storms", 100));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsSaidIsSo(int seed) {
        Random random = new Random(seed);
        try (JobWorld world = new JobWorld()) {
            List<Contact> there = world.given(12);
            List<Change> changes = changes(random, there);
            elsewhere(random, world, there);
            anyWeather(random, world);
            world.server.log().clear();

            Job job = JobWorld.finish(world.submit(changes, JobWorld.FIELDS));

            assertThat(world.server.log().maxMutatesInFlight()).isLessThanOrEqualTo(1);
            Map<String, Contact> now = accountFor("seed " + seed, world, job.outcomes());
            assertThat(world.book.contacts().stream().map(Contact::resourceName)).as("seed " + seed).containsExactlyInAnyOrderElementsOf(now.keySet());
        }
    }

    /** What is said of each contact is what the account holds. */
    static Map<String, Contact> accountFor(String where, JobWorld world, List<Outcome> outcomes) {
        Map<String, Long> given = world.listed(JobWorld.FIELDS).stream().collect(Collectors.groupingBy(JobWorld::given, Collectors.counting()));
        Map<String, Contact> now = new HashMap<>();
        world.listed(JobWorld.FIELDS).forEach(c -> now.put(c.resourceName(), c));
        for (Outcome outcome : outcomes) {
            String what = where + " row " + outcome;
            boolean done = outcome.state() == OutcomeState.DONE;
            assertThat(outcome.state()).as(what).isIn(OutcomeState.DONE, OutcomeState.FAILED, OutcomeState.CONFLICT);
            switch (outcome.change()) {
                case Change.SetPhoto photo -> throw new AssertionError("no photos here");
                case Change.Create create -> assertThat(given.getOrDefault(create.draft().getNames().getFirst().getGivenName(), 0L)).as(what).isEqualTo(done ? 1L : 0L);
                case Change.Update update -> {
                    if (!done) {
                        String wanted = update.after().getNames().getFirst().getGivenName();
                        assertThat(given.getOrDefault(wanted, 0L)).as(what).isZero();
                    }
                }
                case Change.Delete delete -> assertThat(now.containsKey(delete.before().resourceName())).as(what).isEqualTo(!done);
            }
        }
        return now;
    }

    /** Any position of every switch, and some faults to come. */
    static void anyWeather(Random random, JobWorld world) {
        for (Switch<?> each : world.server.switches().all()) {
            if (!each.name().equals("consent") && !each.name().endsWith("Life") && !each.name().equals("refreshLimit")) {
                each.choose(random.nextInt(each.positions().size()));
            }
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            world.server.faults().next(FAULTS.get(random.nextInt(FAULTS.size())), METHODS.get(random.nextInt(METHODS.size())), 1 + random.nextInt(2));
        }
    }

    static List<Change> changes(Random random, List<Contact> there) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Person person = JobWorld.named("New" + i);
            if (random.nextInt(4) == 0) {
                person.setBiographies(List.of(new Biography().setValue("one"), new Biography().setValue("two")));
            }
            changes.add(new Change.Create(person, ""));
        }
        for (int i = 0; i < there.size(); i++) {
            Contact contact = there.get(i);
            switch (random.nextInt(5)) {
                case 0 -> changes.add(new Change.Delete(contact));
                case 1 -> {
                    changes.add(JobWorld.rename(contact, "Renamed" + i));
                    changes.add(new Change.Delete(contact));
                }
                case 2 -> {
                    changes.add(JobWorld.rename(contact, "Renamed" + i));
                    changes.add(JobWorld.rename(contact, "Again" + i));
                }
                default -> changes.add(JobWorld.rename(contact, random.nextInt(4) == 0 ? "x".repeat(2_000) : "Renamed" + i));
            }
        }
        if (random.nextBoolean()) {
            Collections.shuffle(changes, random);
        }
        return changes;
    }

    static void elsewhere(Random random, JobWorld world, List<Contact> there) {
        for (Contact contact : there) {
            switch (random.nextInt(8)) {
                case 0 -> world.server.changeElsewhere(contact.resourceName(), person -> person.add("names", name("Theirs")));
                case 1 -> world.server.changeElsewhere(contact.resourceName(), person -> person.add("nicknames", nickname()));
                case 2 -> world.server.deleteElsewhere(contact.resourceName());
                default -> { }
            }
        }
    }

    private static JsonArray name(String given) {
        return one("givenName", given);
    }

    private static JsonArray nickname() {
        return one("value", "Nick");
    }

    private static JsonArray one(String key, String value) {
        JsonObject item = new JsonObject();
        item.addProperty(key, value);
        JsonArray items = new JsonArray();
        items.add(item);
        return items;
    }
}

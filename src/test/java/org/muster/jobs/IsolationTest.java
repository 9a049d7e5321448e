package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.muster.changes.Change;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.practice.Switches;

/** Any set of bad contacts in any batch: every good one lands once, every bad one is named, within the stated number of requests. */
class IsolationTest {
    private static JobWorld world;

    @BeforeContainer
    static void open() {
        world = new JobWorld();
    }

    @AfterContainer
    static void close() {
        world.close();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void goodOnesLandOnceAndBadOnesAreNamed(@ForAll @IntRange(min = 1, max = 60) int size, @ForAll Set<@IntRange(max = 59) Integer> spots, @ForAll boolean details, @ForAll boolean foreseeable) {
        Set<Integer> bad = new TreeSet<>(spots.stream().filter(i -> i < size).toList());
        world.server.reset();
        world.server.log().clear();
        world.server.switches().contactErrors().set(details ? Switches.ContactErrors.PRESENT : Switches.ContactErrors.ABSENT);
        List<Change> changes = foreseeable ? JobWorld.creates(size, bad::contains) : IntStream.range(0, size).<Change>mapToObj(i -> unforeseeable(i, bad.contains(i))).toList();

        Job job = world.run(changes, FieldMask.of(PersonField.NAMES));

        assertThat(job.outcomes().stream().filter(o -> o.state() == OutcomeState.FAILED).map(Outcome::row)).containsExactlyElementsOf(bad);
        assertThat(job.outcomes().stream().filter(o -> o.state() == OutcomeState.DONE)).hasSize(size - bad.size());
        assertThat(world.server.contactCount()).isEqualTo(size - bad.size());
        int most = details ? Math.min(2, 1 + bad.size()) : mostRequests(size, bad.size());
        assertThat(world.server.log().count("people.batchCreateContacts")).isLessThanOrEqualTo(most);
    }

    /** The bound that {@link Isolation} promises for when no refusal names anybody. */
    private static int mostRequests(int rows, int bad) {
        if (bad == 0 || rows <= 1) {
            return 1;
        }
        int levels = 32 - Integer.numberOfLeadingZeros(rows - 1);
        return Math.min(2 * rows - 1, 3 + 2 * bad * levels);
    }

    /** Refused for two preferred values of a field, which our own check does not know of. */
    private static Change unforeseeable(int i, boolean bad) {
        var person = JobWorld.named("New" + i);
        if (bad) {
            person.setEmailAddresses(IntStream.range(0, 2).mapToObj(n -> new com.google.api.services.people.v1.model.EmailAddress().setValue(n + "@example.org")
                    .setMetadata(new com.google.api.services.people.v1.model.FieldMetadata().setSourcePrimary(true))).toList());
        }
        return new Change.Create(person, "");
    }

    @Property(tries = 200)
    void partsAreTheWholeInOrder(@ForAll @IntRange(min = 2, max = 500) int size, @ForAll Set<@IntRange(max = 499) Integer> doubtful) {
        List<Integer> rows = IntStream.range(0, size).boxed().toList();
        List<List<Integer>> parts = Isolation.part(rows, doubtful::contains);
        assertThat(parts).hasSize(2).allSatisfy(p -> assertThat(p).isNotEmpty().isSorted());
        assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(rows);
        if (rows.stream().noneMatch(doubtful::contains)) {
            assertThat(Math.abs(parts.getFirst().size() - parts.getLast().size())).isLessThanOrEqualTo(1);
        }
    }
}

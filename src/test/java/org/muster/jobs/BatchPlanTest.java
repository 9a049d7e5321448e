package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;

/** What holds of every plan. */
class BatchPlanTest {
    private static final List<FieldMask> MASKS = List.of(FieldMask.of(PersonField.NAMES), FieldMask.of(PersonField.EMAIL_ADDRESSES), FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES));

    /** Changes among few contacts (so that some meet twice) or many (so that limits are met). */
    @Provide
    Arbitrary<List<Change>> changeSets() {
        Arbitrary<Integer> contacts = Arbitraries.of(3, 60, 100_000);
        Arbitrary<Integer> sizes = Arbitraries.integers().between(0, 1_500);
        return Combinators.combine(contacts, sizes, Arbitraries.longs()).as((among, size, seed) -> {
            java.util.Random random = new java.util.Random(seed);
            List<Change> changes = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                Contact contact = new Contact(new Person().setResourceName("people/c" + random.nextInt(among)), FieldMask.all());
                changes.add(switch (random.nextInt(6)) {
                    case 0 -> new Change.Create(new Person(), "");
                    case 1 -> new Change.Delete(contact);
                    default -> new Change.Update(contact, new Person(), MASKS.get(random.nextInt(MASKS.size())));
                });
            }
            return changes;
        });
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void everyRowIsInOneBatchOfItsKindWithinItsLimit(@ForAll("changeSets") List<Change> changes) {
        Set<Integer> seen = new HashSet<>();
        for (BatchPlan.Batch batch : BatchPlan.of(changes).batches()) {
            assertThat(batch.rows()).hasSizeBetween(1, batch.kind().limit()).isSorted();
            for (int row : batch.rows()) {
                assertThat(seen.add(row)).isTrue();
                switch (changes.get(row)) {
                    case Change.Create c -> assertThat(batch.kind()).isEqualTo(BatchPlan.Kind.CREATE);
                    case Change.SetPhoto p -> assertThat(batch.kind()).isEqualTo(BatchPlan.Kind.PHOTO);
                    case Change.Delete d -> assertThat(batch.kind()).isEqualTo(BatchPlan.Kind.DELETE);
                    case Change.Update u -> {
                        assertThat(batch.kind()).isEqualTo(BatchPlan.Kind.UPDATE);
                        assertThat(batch.mask()).isEqualTo(u.mask());
                    }
                }
            }
        }
        assertThat(seen).hasSize(changes.size());
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void changesToOneContactKeepTheirOrderAndNeverMeetInABatch(@ForAll("changeSets") List<Change> changes) {
        Map<String, int[]> last = new HashMap<>();
        List<BatchPlan.Batch> batches = BatchPlan.of(changes).batches();
        for (int b = 0; b < batches.size(); b++) {
            for (int row : batches.get(b).rows()) {
                String name = switch (changes.get(row)) {
                    case Change.Create c -> null;
                    case Change.Update u -> u.before().resourceName();
                    case Change.Delete d -> d.before().resourceName();
                    case Change.SetPhoto p -> p.of();
                };
                if (name != null) {
                    int[] before = last.put(name, new int[] {b, row});
                    if (before != null) {
                        assertThat(before[0]).isLessThan(b);
                        assertThat(before[1]).isLessThan(row);
                    }
                }
            }
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void batchesAreAsFewAsTheLimitsAllowAndInTheOrderOfTheirFirstRow(@ForAll("changeSets") List<Change> changes) {
        List<Change> once = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.Create || names.add(change instanceof Change.Update u ? u.before().resourceName() : ((Change.Delete) change).before().resourceName())) {
                once.add(change);
            }
        }
        List<BatchPlan.Batch> batches = BatchPlan.of(once).batches();
        assertThat(batches.stream().map(b -> b.rows().getFirst())).isSorted();
        Map<Object, Long> sizes = once.stream().collect(Collectors.groupingBy(c -> c instanceof Change.Update u ? u.mask() : c.getClass(), Collectors.counting()));
        long least = sizes.entrySet().stream().mapToLong(e -> Math.ceilDiv(e.getValue(), e.getKey().equals(Change.Delete.class) ? 500 : 200)).sum();
        assertThat((long) batches.size()).isEqualTo(least);
    }

    @Example
    void limitsAreGooglesOwn() {
        assertThat(List.of(BatchPlan.Kind.CREATE.limit(), BatchPlan.Kind.UPDATE.limit(), BatchPlan.Kind.DELETE.limit())).containsExactly(200, 200, 500);
    }
}

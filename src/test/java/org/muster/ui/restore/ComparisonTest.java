package org.muster.ui.restore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PhoneNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.changes.Change;
import org.muster.changes.LabelsThen;
import org.muster.changes.MassChange;
import org.muster.changes.Restore;
import org.muster.changes.Returns;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.SearchText;
import org.muster.ui.jobs.Some;

/** The numbers on the sheet are those of what is sent. */
class ComparisonTest {
    private static Person person(int i, String company, boolean phone) {
        Person person = Some.person("Name" + i, company);
        return phone ? person.setPhoneNumbers(new ArrayList<>(List.of(new PhoneNumber().setValue("+44 20 " + i)))) : person;
    }

    /** Of ten contacts one is gone, some are different in one field or two, some have a phone number that would be emptied, some are the same. */
    private static Comparison comparison() {
        List<Contact> now = new ArrayList<>();
        IntStream.range(1, 10).forEach(i -> now.add(Some.contact(i, "2", person(i, i % 2 == 0 ? "Then" : "Now", i % 3 == 0))));
        Restore restore = new Restore(now, new LabelsThen(List.of(), List.of()), Returns.NONE);
        Restore.Wish wish = new Restore.Wish(FieldMask.writable(), true, "backup");
        return Comparison.of(IntStream.range(0, 10).mapToObj(i -> Some.contact(i, "1", person(i, "Then", false))).map(then -> Comparison.Item.of(restore.look(then, wish), SearchText.of(then, Map.of()))).toList(), Set.of());
    }

    @Test
    void theyAreCountedWithoutMakingIt() {
        Comparison comparison = comparison();
        Set<String> ticked = new HashSet<>();
        for (Comparison.Item next : comparison.items()) {
            ticked.add(next.name());
            for (FieldMask mask : List.of(FieldMask.writable(), FieldMask.of(PersonField.ORGANIZATIONS), FieldMask.of(PersonField.PHONE_NUMBERS), FieldMask.of(PersonField.URLS), FieldMask.none())) {
                List<Change> changes = comparison.changes(ticked, mask);
                Comparison.Sums sums = comparison.sums(ticked, mask);
                assertThat(sums.created()).isEqualTo(changes.stream().filter(Change.Create.class::isInstance).count());
                assertThat(new MassChange(sums.emptied(), sums.changes(), 9)).isEqualTo(MassChange.of(changes, 9));
            }
        }
        assertThat(comparison.sums(ticked, FieldMask.writable())).isEqualTo(new Comparison.Sums(1, 6, 3, 0));
        assertThat(comparison.numbers()).isEqualTo(new Comparison.Numbers(1, 6, 3));
    }
}

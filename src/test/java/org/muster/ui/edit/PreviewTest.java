package org.muster.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Biography;
import com.google.api.services.people.v1.model.ClientData;
import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Organization;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.changes.Change;
import org.muster.changes.Edit;
import org.muster.changes.EditPlan;
import org.muster.changes.TextPattern;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.ui.mask.Counts;

class PreviewTest {
    private static final FieldMask LOADED = FieldMask.of(PersonField.NAMES, PersonField.ORGANIZATIONS, PersonField.BIOGRAPHIES);
    private static final EditPlan PLAN = new EditPlan(List.of(new Edit.Set(PersonField.ORGANIZATIONS.mainSubField(), "ACME"), new Edit.Clear(PersonField.BIOGRAPHIES)));

    /** Every tenth has a note, every hundredth is in ACME already. */
    private static List<Contact> contacts(int count, FieldMask loaded) {
        return IntStream.range(0, count).mapToObj(i -> {
            Person person = new Person().setResourceName("people/c" + i).setNames(List.of(new Name().setGivenName("Person " + i)))
                    .setOrganizations(List.of(new Organization().setName(i % 100 == 0 ? "ACME" : "Company " + i)));
            if (i % 10 == 0) {
                person.setBiographies(List.of(new Biography().setValue("note")));
            }
            return new Contact(person, loaded);
        }).toList();
    }

    private static Preview preview(List<Contact> contacts) {
        return Preview.of(contacts, PLAN, rows -> {}).orElseThrow();
    }

    @Test
    void rowsComeInPortionsAndAddUp() {
        List<Integer> portions = new ArrayList<>();
        List<PreviewRow> all = new ArrayList<>();
        Preview preview = Preview.of(contacts(5_000, LOADED), PLAN, rows -> {
            portions.add(rows.size());
            all.addAll(rows);
        }).orElseThrow();

        assertThat(portions).hasSize(4);
        assertThat(portions.getFirst()).isEqualTo(198 + 20);
        assertThat(all).isEqualTo(preview.rows()).hasSize(4_950 + 500);
    }

    @Test
    void countsAddUpToAllContacts() {
        Preview preview = preview(contacts(300, LOADED));

        assertThat(preview.counts(Set.of())).isEqualTo(Map.of(PersonField.NAMES, new Counts(0, 0, 300), PersonField.ORGANIZATIONS, new Counts(297, 0, 3), PersonField.BIOGRAPHIES, new Counts(0, 30, 270)));
        assertThat(preview.counts(Set.of("people/c10")).get(PersonField.BIOGRAPHIES)).isEqualTo(new Counts(0, 29, 271));
        assertThat(PreviewNumbers.of(preview, LOADED, Set.of("people/c10"))).isEqualTo(new PreviewNumbers(296 + 29, 299, 29, 29, 0));
    }

    @Test
    void marksThatAreTakenAwayEmptyNothing() {
        FieldMask loaded = LOADED.plus(PersonField.CLIENT_DATA);
        Contact marked = new Contact(new Person().setResourceName("people/c1").setClientData(List.of(new ClientData().setKey("muster").setValue("job/1"))), loaded);
        Contact others = new Contact(new Person().setResourceName("people/c2").setClientData(List.of(new ClientData().setKey("other").setValue("1"))), loaded);

        Preview marks = Preview.of(List.of(marked, others), new EditPlan(List.of(new Edit.RemoveMarkers())), rows -> {}).orElseThrow();
        assertThat(marks.rows()).singleElement().matches(row -> row.diff().takesOnlyMarks()).matches(row -> !row.clears());
        assertThat(PreviewNumbers.of(marks, loaded, Set.of())).isEqualTo(new PreviewNumbers(1, 1, 0, 0, 0));
        assertThat(marks.updates(FieldMask.of(PersonField.CLIENT_DATA), Set.of())).singleElement().matches(u -> u.after().getClientData() == null || u.after().getClientData().isEmpty());

        Preview all = Preview.of(List.of(marked, others), new EditPlan(List.of(new Edit.Clear(PersonField.CLIENT_DATA))), rows -> {}).orElseThrow();
        assertThat(all.rows()).filteredOn(PreviewRow::clears).extracting(PreviewRow::resourceName).as("what another program keeps there is lost").containsExactly("people/c2");
    }

    @Test
    void onlyTickedFieldsOfContactsThatStayInAreSent() {
        Preview preview = preview(contacts(300, LOADED));

        List<Change.Update> updates = preview.updates(FieldMask.of(PersonField.ORGANIZATIONS), Set.of("people/c1"));
        assertThat(updates).hasSize(296).allMatch(u -> u.mask().equals(FieldMask.of(PersonField.ORGANIZATIONS))).noneMatch(u -> u.before().resourceName().equals("people/c1"));
        assertThat(preview.updates(LOADED, Set.of())).hasSize(300);
        assertThat(preview.updates(FieldMask.none(), Set.of())).isEmpty();
    }

    @Test
    void batchesHoldOneMaskAndAtMost200() {
        // 270 set only; 27 set and clear; 3 clear only
        assertThat(new EditRun(preview(contacts(300, LOADED)).updates(LOADED, Set.of())).batches()).isEqualTo(2 + 1 + 1);
        assertThat(new EditRun(List.of()).batches()).isZero();
    }

    @Test
    void whatWasNotReadIsCountedAndLeftAlone() {
        List<Contact> mixed = new ArrayList<>(contacts(10, LOADED));
        mixed.addAll(contacts(20, FieldMask.of(PersonField.NAMES, PersonField.ORGANIZATIONS)).subList(10, 20));
        Preview preview = preview(mixed);

        assertThat(preview.missing()).isEqualTo(Map.of(PersonField.BIOGRAPHIES, 10));
        assertThat(preview.loaded()).isEqualTo(FieldMask.of(PersonField.NAMES, PersonField.ORGANIZATIONS));
        assertThat(preview.counts(Set.of())).doesNotContainKey(PersonField.BIOGRAPHIES);
    }

    @Test
    void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThat(Preview.of(contacts(1_000, LOADED), PLAN, rows -> {})).isEmpty();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aValueThatIsNotAsItShouldBeIsPointedOut() {
        Contact fine = new Contact(new Person().setResourceName("people/fine").setEmailAddresses(List.of(new EmailAddress().setValue("ann@example.org"))), FieldMask.all());
        Contact broken = new Contact(new Person().setResourceName("people/broken").setEmailAddresses(List.of(new EmailAddress().setValue("bob@"), new EmailAddress().setValue("b@example.org"))), FieldMask.all());

        Preview set = Preview.of(List.of(fine, broken), new EditPlan(List.of(new Edit.Set(PersonField.EMAIL_ADDRESSES.mainSubField(), "+1 555"))), rows -> {}).orElseThrow();
        assertThat(set.rows()).extracting(r -> r.findings().getFirst().sentence()).containsOnly("“+1 555” is not an e-mail address");
        assertThat(set.rows()).as("Google keeps it all the same").noneMatch(PreviewRow::refused);
        assertThat(PreviewNumbers.of(set, FieldMask.all(), Set.of()).toCheck()).isEqualTo(2);

        Preview append = Preview.of(List.of(fine, broken), new EditPlan(List.of(new Edit.Append(PersonField.EMAIL_ADDRESSES, "new@example.org", ""))), rows -> {}).orElseThrow();
        assertThat(append.rows()).as("what was broken before is not the edit's doing").hasSize(2).noneMatch(PreviewRow::toCheck);
    }

    @Test
    void whatWouldBeOverGooglesLimitsIsSaid() {
        List<GenericJson> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(new PhoneNumber().setValue("555 0" + i));
        }
        Person full = new Person().setResourceName("people/full").setNames(List.of(new Name().setGivenName("Full")));
        full.set("phoneNumbers", many.subList(0, 499));
        Contact atTheLimit = new Contact(full, FieldMask.all());
        Contact other = new Contact(new Person().setResourceName("people/other").setNames(List.of(new Name().setGivenName("Other"))).setOrganizations(List.of(new Organization().setName("x".repeat(1_024)))), FieldMask.all());
        Edit append = new Edit.Append(PersonField.NICKNAMES, "Nick", "");
        TextPattern pattern = ((TextPattern.Compiled.Ok) TextPattern.compile("^x", "xx", true, false)).pattern();
        Edit longer = new Edit.Replace(List.of(PersonField.ORGANIZATIONS.mainSubField()), pattern);

        Preview preview = Preview.of(List.of(atTheLimit, other), new EditPlan(List.of(append, longer)), rows -> {}).orElseThrow();
        assertThat(preview.rows()).filteredOn(PreviewRow::refused).extracting(r -> r.resourceName() + " " + r.diff().field().path() + ": " + r.findings().getFirst().sentence()).containsExactlyInAnyOrder(
                "people/full nicknames: This contact has 501 values; Google takes up to 500", "people/other organizations: Company has 1,025 characters; Google takes up to 1,024");
        assertThat(PreviewNumbers.of(preview, FieldMask.all(), Set.of()).toCheck()).isEqualTo(2);
        assertThat(PreviewNumbers.of(preview, FieldMask.of(PersonField.NICKNAMES), Set.of("people/full")).toCheck()).isZero();
    }
}

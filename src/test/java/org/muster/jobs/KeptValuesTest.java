package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.Address;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.changes.Change;
import org.muster.changes.Edit;
import org.muster.changes.EditPlan;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.contacts.SubField;
import org.muster.practice.Switches;

/** What an edit does not mean stays as it is, down to what Google keeps beside the values. */
@Timeout(60)
class KeptValuesTest {
    private static final FieldMask FIELDS = FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES, PersonField.ADDRESSES, PersonField.BIRTHDAYS, PersonField.MEMBERSHIPS);

    private final JobWorld world = new JobWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private Contact given(String json) {
        JsonObject person = JsonParser.parseString(json).getAsJsonObject();
        world.server.putContact(person);
        List<Contact> all = world.listed(FIELDS);
        world.book.replaceAll(all);
        return all.getLast();
    }

    private Contact edited(Contact before, Edit... edits) {
        Change.Update update = new EditPlan(List.of(edits)).apply(before).orElseThrow();
        Job job = JobWorld.finish(world.submit(List.of(update), FIELDS));
        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1));
        return world.listed(FIELDS).getLast();
    }

    private static SubField part(PersonField field, String name) {
        return field.subField(name).orElseThrow();
    }

    private static String preferred(Contact contact) {
        return contact.items(PersonField.EMAIL_ADDRESSES).stream().map(i -> (EmailAddress) i)
                .filter(e -> Boolean.TRUE.equals(e.getMetadata().getSourcePrimary())).map(EmailAddress::getValue).findFirst().orElse("");
    }

    @Test
    void aFieldEditedKeepsWhichValueIsPreferred() {
        Contact before = given("""
                {"names":[{"givenName":"Ada"}],"emailAddresses":[{"value":"old@example.org"},{"value":"best@example.org","metadata":{"sourcePrimary":true}}]}""");
        assertThat(preferred(before)).isEqualTo("best@example.org");

        Contact after = edited(before, new Edit.Append(PersonField.EMAIL_ADDRESSES, "third@example.org", "work"));
        assertThat(after.items(PersonField.EMAIL_ADDRESSES)).hasSize(3);
        assertThat(preferred(after)).isEqualTo("best@example.org");
    }

    @ParameterizedTest
    @EnumSource
    void aNameInOnePieceSurvivesBesideItsPhonetics(Switches.NameConflict conflict) {
        world.server.switches().nameConflict().set(conflict);
        Person draft = new Person().setNames(List.of(new Name().setUnstructuredName("Ada Lovelace").setPhoneticGivenName("Ey-da")));
        world.run(new Change.Create(draft, ""));
        Contact made = world.listed(FIELDS).getLast();
        assertThat(Contact.displayName(made.copy())).contains("Lovelace");
    }

    @Test
    void anAddressInOnePieceSurvivesBesideItsCountry() {
        Person draft = new Person().setNames(List.of(new Name().setGivenName("Ada")))
                .setAddresses(List.of(new Address().setFormattedValue("Ockham Park\nSurrey").setCountryCode("GB")));
        world.run(new Change.Create(draft, ""));
        Contact made = world.listed(FIELDS).getLast();
        assertThat(((Address) made.items(PersonField.ADDRESSES).getFirst()).getFormattedValue()).contains("Ockham Park");
    }

    @Test
    void anotherAddressIsLeftAsItIsWhenOneIsEdited() {
        Contact before = given("""
                {"names":[{"givenName":"Ada"}],"addresses":[{"formattedValue":"Ockham Park\\nSurrey","countryCode":"GB","type":"home"},{"city":"London","type":"work"}]}""");
        Contact after = edited(before, new Edit.Append(PersonField.ADDRESSES, "12 St James's Square", "other"));
        List<GenericJson> addresses = after.items(PersonField.ADDRESSES);
        assertThat(addresses).hasSize(3).anySatisfy(a -> assertThat(((Address) a).getFormattedValue()).contains("Ockham Park"));
        assertThat(part(PersonField.ADDRESSES, "city").read(addresses.get(1))).isEqualTo("London");
    }

    @Test
    void valuesThatWereNotReadBecauseOnlyTheProfileWasAreNotOverwritten() {
        given("""
                {"names":[{"givenName":"Ada"}],"emailAddresses":[{"value":"own@example.org"},{"value":"profile@example.org","metadata":{"source":{"type":"PROFILE","id":"117"}}}]}""");
        List<Contact> read = new ArrayList<>();
        world.gateway.list(FIELDS, Set.of(ReadSource.PROFILE), page -> read.addAll(page.contacts()));
        EditPlan plan = new EditPlan(List.of(new Edit.Append(PersonField.EMAIL_ADDRESSES, "new@example.org", "")));
        Contact seen = read.getLast();
        assertThat(seen.items(PersonField.EMAIL_ADDRESSES)).hasSize(1);

        plan.apply(seen, seen.loaded().intersect(FieldMask.writable())).ifPresent(update -> JobWorld.finish(world.submit(List.of(update), FIELDS)));

        assertThat(world.listed(FIELDS).getLast().ownItems(PersonField.EMAIL_ADDRESSES)).anyMatch(item -> "own@example.org".equals(item.get("value")));
    }
}

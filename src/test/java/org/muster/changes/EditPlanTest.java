package org.muster.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muster.changes.People.ada;
import static org.muster.changes.People.contact;
import static org.muster.changes.People.edited;
import static org.muster.changes.People.from;
import static org.muster.changes.People.label;
import static org.muster.changes.People.part;
import static org.muster.changes.People.pattern;
import static org.muster.changes.People.person;
import static org.muster.changes.People.values;

import com.google.api.services.people.v1.model.Biography;
import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Organization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;

class EditPlanTest {
    @Test
    void setReplacesTheFirstAndLeavesTheOthers() {
        Change.Update update = edited(ada(), new Edit.Set(part("organizations.name"), "ACME"));

        assertThat(values(update, "organizations.name")).containsExactly("ACME", "Royal Society");
        assertThat(values(update, "organizations.title")).containsExactly("Countess", "");
        assertThat(update.mask()).isEqualTo(FieldMask.of(PersonField.ORGANIZATIONS));
        assertThat(FieldDiff.changesOf(update)).singleElement().extracting(FieldDiff::kind).isEqualTo(FieldDiff.Kind.SET);
    }

    @Test
    void setMakesAValueWhereThereIsNone() {
        assertThat(values(edited(person(), new Edit.Set(part("organizations.title"), "Poet")), "organizations.title")).containsExactly("Poet");
    }

    @Test
    void aValueIsChosenByItsPlace() {
        Change.Update update = edited(ada(), new Edit.SetAt(part("organizations.name"), new Edit.Spot.Nth(2), "Society"), new Edit.SetAt(part("organizations.title"), new Edit.Spot.Nth(9), "Poet"),
                new Edit.SetAt(part("organizations.department"), new Edit.Spot.Every(), "Board"));

        assertThat(values(update, "organizations.name")).containsExactly("Analytical Engines", "Society", "");
        assertThat(values(update, "organizations.title")).containsExactly("Countess", "", "Poet");
        assertThat(values(update, "organizations.department")).containsExactly("Board", "Board", "Board");
    }

    @Test
    void partsOfOneNewValueComeTogetherInAnyOrder() {
        Change.Update update = edited(person(), new Edit.SetAt(part("urls.type"), new Edit.Spot.New(0), "work"), new Edit.SetAt(part("urls.value"), new Edit.Spot.New(0), "https://a"),
                new Edit.SetAt(part("urls.value"), new Edit.Spot.New(1), "https://b"));

        assertThat(values(update, "urls.value")).containsExactly("https://a", "https://b");
        assertThat(values(update, "urls.type")).containsExactly("work", "");
    }

    @Test
    void whatSaysNothingInTheEndGoesAndPlacesDoNotShiftBefore() {
        Change.Update update = edited(ada(), new Edit.SetAt(part("organizations.name"), new Edit.Spot.Nth(1), ""), new Edit.SetAt(part("organizations.title"), new Edit.Spot.Nth(1), ""),
                new Edit.SetAt(part("organizations.name"), new Edit.Spot.Nth(2), "Society"));

        assertThat(values(update, "organizations.name")).containsExactly("Society");
        assertThat(new EditPlan(List.of(new Edit.SetAt(part("urls.type"), new Edit.Spot.New(0), "work"))).apply(contact(ada()))).isEmpty();
    }

    @Test
    void aTypeMakesNoValueByItself() {
        assertThat(new EditPlan(List.of(new Edit.Set(part("emailAddresses.type"), "home"))).apply(contact(person()))).isEmpty();
    }

    @Test
    void theContactReadIsNeverChanged() {
        Contact before = contact(ada());
        new EditPlan(List.of(new Edit.Set(part("organizations.name"), "ACME"), new Edit.Clear(PersonField.NAMES))).apply(before);

        assertThat(before.copy()).isEqualTo(ada());
    }

    @Test
    void nothingToDoIsNoChange() {
        assertThat(new EditPlan(List.of(new Edit.Set(part("organizations.name"), "Analytical Engines"), new Edit.Clear(PersonField.EVENTS))).apply(contact(ada()))).isEmpty();
    }

    @Test
    void valuesFromAProfileAreNeitherSentNorTouched() {
        Change.Update update = edited(ada(), new Edit.Set(part("emailAddresses.value"), "new@example.org"));
        assertThat(values(update, "emailAddresses.value")).containsExactly("new@example.org");

        assertThat(new EditPlan(List.of(new Edit.Clear(PersonField.EMAIL_ADDRESSES)))
                        .apply(contact(person().setEmailAddresses(List.of(new EmailAddress().setValue("p@example.org").setMetadata(from("PROFILE")))))))
                .isEmpty();
    }

    @Test
    void onlyWhatCanBeWrittenIsSent() {
        Change.Update update = edited(ada(), new Edit.Set(part("emailAddresses.type"), "home"));

        assertThat(Contact.items(update.after(), PersonField.EMAIL_ADDRESSES).getFirst()).containsOnlyKeys("value", "type");
        assertThat(update.after()).containsOnlyKeys("resourceName", "etag", "emailAddresses");
    }

    @Test
    void structuredNamePartsAndTheFreeFormDoNotContradictEachOther() {
        Change.Update structured = edited(ada(), new Edit.Set(part("names.givenName"), "Augusta"));
        assertThat(Contact.items(structured.after(), PersonField.NAMES).getFirst()).containsOnlyKeys("givenName", "familyName");

        Change.Update free = edited(ada(), new Edit.Set(part("names.unstructuredName"), "Countess of Lovelace"));
        assertThat(Contact.items(free.after(), PersonField.NAMES).getFirst()).containsOnlyKeys("unstructuredName");
    }

    @Test
    void anAddressPartDropsTheWholeAddress() {
        Change.Update update = edited(ada(), new Edit.Set(part("addresses.city"), "Paris"));
        assertThat(Contact.items(update.after(), PersonField.ADDRESSES).getFirst()).containsOnlyKeys("streetAddress", "city");
    }

    @Test
    void aFreeFormNameThatStandsAloneCanBeChanged() {
        Change.Update update = edited(person().setNames(List.of(new Name().setUnstructuredName("ACME"))), new Edit.Set(part("names.unstructuredName"), "ACME Ltd"));

        assertThat(values(update, "names.unstructuredName")).containsExactly("ACME Ltd");
        assertThat(FieldDiff.changesOf(update)).hasSize(1);
    }

    @Test
    void appendAddsAValueOnce() {
        Edit append = new Edit.Append(PersonField.EMAIL_ADDRESSES, "b@example.org", "home");
        Change.Update update = edited(ada(), append, append);

        assertThat(values(update, "emailAddresses.value")).containsExactly("ada@example.org", "b@example.org");
        assertThat(values(update, "emailAddresses.type")).containsExactly("work", "home");
    }

    @Test
    void appendToNotesWritesOneMoreLine() {
        assertThat(values(edited(ada(), new Edit.Append(PersonField.BIOGRAPHIES, "Met in May", "")), "biographies.value")).containsExactly("Prefers letters.\nMet in May");
        assertThat(values(edited(person(), new Edit.Append(PersonField.BIOGRAPHIES, "Met in May", "")), "biographies.value")).containsExactly("Met in May");
        assertThatThrownBy(() -> new Edit.Append(PersonField.NAMES, "x", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void clearLeavesNothing() {
        Change.Update update = edited(ada(), new Edit.Clear(PersonField.BIOGRAPHIES));

        assertThat(update.after().getBiographies()).isNull();
        assertThat(FieldDiff.changesOf(update)).singleElement().extracting(FieldDiff::kind).isEqualTo(FieldDiff.Kind.CLEARED);
    }

    @Test
    void clearingAPartDropsValuesThatSayNothingWithoutIt() {
        Change.Update title = edited(ada(), new Edit.ClearPart(part("organizations.title")));
        assertThat(values(title, "organizations.name")).containsExactly("Analytical Engines", "Royal Society");

        Change.Update name = edited(ada(), new Edit.ClearPart(part("organizations.name")));
        assertThat(values(name, "organizations.title")).containsExactly("Countess");
    }

    @Test
    void replacesTextInEveryPart() {
        Edit everywhere = new Edit.Replace(People.everyText(), pattern("LONDON", "Turin", false, false));
        assertThat(values(edited(ada(), everywhere), "addresses.city")).containsExactly("Turin");
        assertThat(new EditPlan(List.of(new Edit.Replace(People.everyText(), pattern("LONDON", "Turin", false, true)))).apply(contact(ada()))).isEmpty();

        Edit swap = new Edit.Replace(List.of(part("emailAddresses.value")), pattern("^(\\w+)@(?P<host>.*)$", "${host}@$1", true, true));
        assertThat(values(edited(ada(), swap), "emailAddresses.value")).containsExactly("example.org@ada");
    }

    @Test
    void aWholeNameThatOnlyRepeatsItsPartsIsNotLookedInto() {
        Change.Update update = edited(ada(), new Edit.Replace(Edit.Replace.partsOf(PersonField.NAMES), pattern("Ada", "Augusta", false, true)));

        assertThat(values(update, "names.givenName")).containsExactly("Augusta");
        assertThat(values(update, "names.familyName")).containsExactly("Lovelace");
    }

    @Test
    void plainTextIsTakenAsItStands() {
        Change.Update update = edited(person().setBiographies(List.of(new Biography().setValue("a.b (c) a-b"))), new Edit.Replace(List.of(part("biographies.value")), pattern("a.b (c)", "$1\\", false, true)));
        assertThat(values(update, "biographies.value")).containsExactly("$1\\ a-b");
    }

    @Test
    void aValueReplacedByNothingGoes() {
        Change.Update update = edited(
                person().setOrganizations(List.of(new Organization().setName("n/a").setType("work"), new Organization().setName("ACME"))),
                new Edit.Replace(List.of(part("organizations.name")), pattern("n/a", "", false, true)));
        assertThat(values(update, "organizations.name")).containsExactly("ACME");
    }

    @Test
    void laterEditsSeeWhatEarlierOnesDid() {
        Change.Update update = edited(ada(), new Edit.Clear(PersonField.BIOGRAPHIES), new Edit.Append(PersonField.BIOGRAPHIES, "new", ""), new Edit.Replace(People.everyText(), pattern("new", "newer", false, true)));
        assertThat(values(update, "biographies.value")).containsExactly("newer");
    }

    @Test
    void labelsAreGivenAndTakenButNeverTheLast() {
        assertThat(values(edited(ada(), new Edit.AddLabel("contactGroups/work1")), "memberships.contactGroupMembership")).containsExactly("contactGroups/friends1", "contactGroups/myContacts", "contactGroups/work1");
        assertThat(values(edited(ada(), new Edit.RemoveLabel("contactGroups/friends1")), "memberships.contactGroupMembership")).containsExactly("contactGroups/myContacts");
        assertThat(new EditPlan(List.of(new Edit.AddLabel("contactGroups/friends1"))).apply(contact(ada()))).isEmpty();

        var one = person().setMemberships(List.of(label("contactGroups/friends1")));
        assertThat(values(edited(one, new Edit.RemoveLabel("contactGroups/friends1")), "memberships.contactGroupMembership")).containsExactly("contactGroups/myContacts");
        assertThat(values(edited(ada(), new Edit.Clear(PersonField.MEMBERSHIPS)), "memberships.contactGroupMembership")).containsExactly("contactGroups/myContacts");

        var last = person().setMemberships(List.of(label("contactGroups/myContacts")));
        assertThat(new EditPlan(List.of(new Edit.RemoveLabel("contactGroups/myContacts"), new Edit.Clear(PersonField.MEMBERSHIPS))).apply(contact(last))).isEmpty();
    }

    @Test
    void afterFieldsNotAllowedStayAndNeedNotBeRead() {
        Contact partly = new Contact(ada(), FieldMask.of(PersonField.ORGANIZATIONS));
        EditPlan plan = new EditPlan(List.of(new Edit.Set(part("organizations.name"), "ACME"), new Edit.Clear(PersonField.BIOGRAPHIES)));

        assertThat(plan.needs()).isEqualTo(FieldMask.of(PersonField.ORGANIZATIONS, PersonField.BIOGRAPHIES));
        assertThat(plan.apply(partly, FieldMask.of(PersonField.ORGANIZATIONS)).orElseThrow().mask()).isEqualTo(FieldMask.of(PersonField.ORGANIZATIONS));
        assertThatThrownBy(() -> plan.apply(partly)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("biographies");
    }

    @Test
    void anEditThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new Edit.Set(part("birthdays.date"), "30 February")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Edit.Set(part("memberships.contactGroupMembership"), "contactGroups/x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Edit.Clear(PersonField.PHOTOS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Edit.Replace(List.of(part("birthdays.date")), pattern("1", "2", false, true))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Edit.AddLabel("Friends")).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.muster.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.contacts.SubFieldKind;
import org.muster.contacts.Values;

/** What holds for any edit of any contact. */
class EditPlanProperties {
    private static final List<PersonField> WRITABLE = List.copyOf(FieldMask.writable().fields());
    private static final List<PersonField> EDITABLE = WRITABLE.stream().filter(f -> f != PersonField.MEMBERSHIPS).toList();

    @Property(tries = 400)
    void theMaskIsExactlyWhatDiffersAndOnlyOfEditedFields(@ForAll("contacts") Contact contact, @ForAll("plans") EditPlan plan) {
        Optional<Change.Update> update = plan.apply(contact);

        FieldMask mask = update.map(Change.Update::mask).orElse(FieldMask.none());
        assertThat(plan.needs().containsAll(mask)).isTrue();
        update.ifPresent(u -> assertThat(FieldDiff.changesOf(u)).extracting(FieldDiff::field).containsExactlyElementsOf(mask.fields()));
        update.ifPresent(u -> FieldDiff.changesOf(u).forEach(d -> {
            assertThat(d.before()).isEqualTo(contact.ownItems(d.field()));
            assertThat(d.kind() == FieldDiff.Kind.CLEARED).isEqualTo(d.after().isEmpty());
        }));
    }

    @Property(tries = 200)
    void whatIsSentHoldsNothingButTheMaskAndNoMetadata(@ForAll("contacts") Contact contact, @ForAll("plans") EditPlan plan) {
        plan.apply(contact).ifPresent(update -> {
            assertThat(update.after().keySet()).isSubsetOf(with(update.mask().fields().stream().map(PersonField::path).toList(), "resourceName", "etag"));
            for (PersonField field : update.mask().fields()) {
                assertThat(Contact.items(update.after(), field)).noneMatch(i -> i.containsKey("metadata")).noneMatch(i -> "from-profile".equals(field.mainSubField().read(i)));
                assertThat(field.single() && Contact.items(update.after(), field).size() > 1).isFalse();
            }
        });
    }

    @Property(tries = 200)
    void theContactReadStaysAsItWas(@ForAll("contacts") Contact contact, @ForAll("plans") EditPlan plan) {
        Person before = contact.copy();
        plan.apply(contact);
        assertThat(contact.copy()).isEqualTo(before);
    }

    @Property(tries = 200)
    void clearingTwiceIsClearingOnce(@ForAll("contacts") Contact contact, @ForAll("fields") PersonField field) {
        Edit clear = new Edit.Clear(field);
        Optional<Change.Update> once = new EditPlan(List.of(clear)).apply(contact);
        assertThat(new EditPlan(List.of(clear, clear)).apply(contact).map(Change.Update::after)).isEqualTo(once.map(Change.Update::after));
        once.ifPresent(u -> assertThat(new EditPlan(List.of(clear)).apply(after(u))).isEmpty());
    }

    @Property(tries = 200)
    void settingAndLabelsAreDoneOnce(@ForAll("contacts") Contact contact, @ForAll("idempotent") Edit edit) {
        new EditPlan(List.of(edit)).apply(contact).ifPresent(u -> assertThat(new EditPlan(List.of(edit)).apply(after(u))).isEmpty());
    }

    @Property(tries = 200)
    void noContactIsLeftWithoutALabel(@ForAll("contacts") Contact contact, @ForAll("plans") EditPlan plan) {
        plan.apply(contact).filter(u -> u.mask().contains(PersonField.MEMBERSHIPS)).ifPresent(u -> assertThat(after(u).labels()).isNotEmpty());
    }

    @Property(tries = 200)
    void fewerFieldsAllowedIsTheSameOnThose(@ForAll("contacts") Contact contact, @ForAll("plans") EditPlan plan, @ForAll("fields") PersonField field) {
        FieldMask without = FieldMask.writable().minus(FieldMask.of(field));
        FieldMask all = plan.apply(contact).map(Change.Update::mask).orElse(FieldMask.none());
        assertThat(plan.apply(contact, without).map(Change.Update::mask).orElse(FieldMask.none())).isEqualTo(all.intersect(without));
    }

    private static Contact after(Change.Update update) {
        Person person = update.before().copy();
        for (PersonField field : update.mask().fields()) {
            person.set(field.path(), update.after().get(field.path()));
        }
        return new Contact(person, update.before().loaded());
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    @Provide
    Arbitrary<PersonField> fields() {
        return Arbitraries.of(WRITABLE);
    }

    @Provide
    Arbitrary<Contact> contacts() {
        return Arbitraries.of(WRITABLE).set().ofMaxSize(8).flatMap(fields -> Combinators.combine(fields.stream().map(EditPlanProperties::itemsOf).toList()).as(lists -> {
            Person person = People.person();
            int i = 0;
            for (PersonField field : fields) {
                person.set(field.path(), lists.get(i++));
            }
            return new Contact(person, FieldMask.all());
        }));
    }

    private static Arbitrary<List<GenericJson>> itemsOf(PersonField field) {
        Arbitrary<List<GenericJson>> own = itemOf(field).list().ofMinSize(1).ofMaxSize(field.single() ? 1 : 3);
        return Combinators.combine(own, Arbitraries.of(true, false)).as((items, profile) -> {
            List<GenericJson> all = new ArrayList<>(items);
            if (profile && field.mainSubField().kind() == SubFieldKind.TEXT) {
                GenericJson alien = field.newItem();
                field.mainSubField().write(alien, "from-profile");
                alien.set("metadata", People.from("PROFILE"));
                all.add(alien);
            }
            return all;
        });
    }

    private static Arbitrary<GenericJson> itemOf(PersonField field) {
        return Combinators.combine(valueOf(field.mainSubField()), Arbitraries.of(field.subFields()).flatMap(p -> valueOf(p).map(v -> new Edit.Set[] {p.field() == PersonField.MEMBERSHIPS ? null : new Edit.Set(p, v)}))).as((main, more) -> {
            GenericJson item = field.newItem();
            field.mainSubField().write(item, main);
            if (more[0] != null) {
                more[0].part().write(item, more[0].value());
            }
            item.set("metadata", People.from("CONTACT"));
            return item;
        });
    }

    private static Arbitrary<String> valueOf(SubField part) {
        return switch (part.kind()) {
            case TEXT, LONG_TEXT -> Arbitraries.of("a", "b", "Ada", "ACME Ltd", "zażółć", "渡辺");
            case TYPE, CHOICE -> Arbitraries.of(part.known());
            case DATE -> Arbitraries.of("1815-12-10", "--12-10", "1990");
            case FLAG -> Arbitraries.of("true", "false");
            case NUMBER -> Arbitraries.of("1", "100000");
            case LABEL -> Arbitraries.of("contactGroups/a", "contactGroups/b", "contactGroups/myContacts");
        };
    }

    @Provide
    Arbitrary<EditPlan> plans() {
        return edits().list().ofMinSize(1).ofMaxSize(4).map(EditPlan::new);
    }

    @Provide
    Arbitrary<Edit> idempotent() {
        return Arbitraries.oneOf(sets(), labels());
    }

    private Arbitrary<Edit> edits() {
        Arbitrary<Edit> append = Arbitraries.of(EDITABLE.stream().filter(Edit.Append::appendable).toList()).flatMap(f -> valueOf(f.mainSubField()).map(v -> new Edit.Append(f, v, "")));
        Arbitrary<Edit> clear = fields().map(Edit.Clear::new);
        Arbitrary<Edit> clearPart = parts().map(Edit.ClearPart::new);
        Arbitrary<Edit> replace = Arbitraries.of("a", "b", "Ada", "é").flatMap(t -> Arbitraries.of("", "a", "x").map(r -> new Edit.Replace(People.everyText(), People.pattern(t, r, false, false))));
        return Arbitraries.oneOf(sets(), append, clear, clearPart, replace, labels());
    }

    private Arbitrary<Edit> sets() {
        return parts().flatMap(p -> valueOf(p).map(v -> new Edit.Set(p, v)));
    }

    private Arbitrary<Edit> labels() {
        Arbitrary<String> names = Arbitraries.of("contactGroups/a", "contactGroups/b", "contactGroups/myContacts");
        return Arbitraries.oneOf(names.map(Edit.AddLabel::new), names.map(Edit.RemoveLabel::new));
    }

    private static Arbitrary<SubField> parts() {
        return Arbitraries.of(EDITABLE.stream().flatMap(f -> f.subFields().stream()).toList());
    }

    /** So that the comparison above means something: it can tell values apart. */
    @Property(tries = 50)
    void valuesDifferWhenAPartDiffers(@ForAll("contacts") Contact contact, @ForAll("fields") PersonField field) {
        List<GenericJson> items = contact.ownItems(field);
        if (!items.isEmpty()) {
            assertThat(Values.same(field, items, items.subList(1, items.size()))).isFalse();
            assertThat(Values.same(field, items, items)).isTrue();
        }
    }
}

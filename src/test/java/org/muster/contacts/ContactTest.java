package org.muster.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.FieldMetadata;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Organization;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import com.google.api.services.people.v1.model.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactTest {
    private static final FieldMask NAMES_AND_MAIL = FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES, PersonField.METADATA);
    private static final FieldMask NAMES = FieldMask.of(PersonField.NAMES, PersonField.METADATA);

    @Test
    void aSmallerAnswerOfTheSameVersionKeepsTheOtherFieldsLoaded() {
        Contact merged = ada("#1", "Ada", "ada@example.org", NAMES_AND_MAIL).mergedWith(ada("#1", "Ada L.", null, NAMES));
        assertThat(merged.displayName()).isEqualTo("Ada L.");
        assertThat(merged.items(PersonField.EMAIL_ADDRESSES)).hasSize(1);
        assertThat(merged.loaded(PersonField.EMAIL_ADDRESSES)).isTrue();
    }

    @Test
    void aSmallerAnswerOfANewerVersionMakesTheOtherFieldsUnsafeToOverwrite() {
        Contact merged = ada("#1", "Ada", "ada@example.org", NAMES_AND_MAIL).mergedWith(ada("#2", "Ada L.", null, NAMES));
        assertThat(merged.items(PersonField.EMAIL_ADDRESSES)).hasSize(1);
        assertThat(merged.loaded(PersonField.EMAIL_ADDRESSES)).isFalse();
        assertThat(merged.etag()).isEqualTo("e#2");
    }

    @Test
    void profileValuesAreNotItsOwn() {
        Person person = new Person().setResourceName("people/c1").setOrganizations(List.of(
                new Organization().setName("Own"),
                new Organization().setName("Profile").setMetadata(new FieldMetadata().setSource(new Source().setType("PROFILE")))));
        Contact contact = new Contact(person, FieldMask.all());
        assertThat(contact.ownItems(PersonField.ORGANIZATIONS)).extracting(i -> ((Organization) i).getName()).containsExactly("Own");
    }

    @Test
    void itIsCalledByItsOwnNameBeforeItsProfiles() {
        Person person = new Person().setResourceName("people/c1").setNames(List.of(
                new Name().setGivenName("Augusta Ada").setMetadata(new FieldMetadata().setSource(new Source().setType("PROFILE"))),
                new Name().setGivenName("Ada")));
        Contact contact = new Contact(person, FieldMask.all());
        assertThat(contact.displayName()).isEqualTo("Ada");
        assertThat(contact.shownItems(PersonField.NAMES)).extracting(i -> ((Name) i).getGivenName()).containsExactly("Ada", "Augusta Ada");
    }

    @Test
    void aCopyIsDeep() {
        Contact contact = ada("#1", "Ada", "ada@example.org", NAMES_AND_MAIL);
        Person copy = contact.copy();
        copy.getEmailAddresses().getFirst().setValue("other@example.org");
        copy.getMetadata().getSources().getFirst().setEtag("#9");
        assertThat(((EmailAddress) contact.items(PersonField.EMAIL_ADDRESSES).getFirst()).getValue()).isEqualTo("ada@example.org");
        assertThat(contact.contactSource().orElseThrow().getEtag()).isEqualTo("#1");
    }

    @Test
    void theBookTellsWhatChangedAndMergesAnswers() {
        ContactBook book = new ContactBook();
        List<ContactBook.BookChange> heard = new ArrayList<>();
        book.replaceAll(List.of(ada("#1", "Ada", "ada@example.org", NAMES_AND_MAIL)));
        book.addListener(heard::add);
        book.apply(List.of(ada("#2", "Ada L.", null, NAMES)), List.of("people/c9"));
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().removed()).containsExactly("people/c9");
        assertThat(heard.getFirst().upserted().getFirst().items(PersonField.EMAIL_ADDRESSES)).hasSize(1);
        assertThat(book.find("people/c1")).map(Contact::displayName).contains("Ada L.");
    }

    @Test
    void valuesAreTheSameWhateverTheirOrderAndMetadata() {
        EmailAddress plain = new EmailAddress().setValue("a@example.org").setType("work");
        EmailAddress answered = new EmailAddress().setValue("a@example.org").setType("work").setFormattedType("Work").setMetadata(new FieldMetadata().setPrimary(true));
        EmailAddress other = new EmailAddress().setValue("b@example.org");
        assertThat(Values.same(PersonField.EMAIL_ADDRESSES, List.of(plain, other), List.of(other, answered))).isTrue();
        assertThat(Values.same(PersonField.EMAIL_ADDRESSES, List.of(plain, plain), List.of(plain, other))).isFalse();
    }

    private static Contact ada(String version, String name, String mail, FieldMask loaded) {
        Person person = new Person().setResourceName("people/c1").setEtag("e" + version)
                .setNames(List.of(new Name().setGivenName(name)))
                .setMetadata(new PersonMetadata().setSources(List.of(new Source().setType("CONTACT").setEtag(version))));
        if (mail != null) {
            person.setEmailAddresses(List.of(new EmailAddress().setValue(mail)));
        }
        return new Contact(person, loaded);
    }
}

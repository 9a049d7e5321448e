package org.muster.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.*;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.changes.Finding.Code;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;

class ChecksTest {
    private static final List<Label> LABELS = List.of(new Label("contactGroups/choir", "Choir", false, 1), new Label("contactGroups/friends", "Friends", true, 0));
    private final Checks fresh = Checks.forNew(LABELS);
    private final Checks edit = Checks.forEdit(LABELS);

    private static Person ann() {
        return new Person().setNames(List.of(new Name().setGivenName("Ann")));
    }

    private static Membership member(String label) {
        return new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName(label));
    }

    private static List<Code> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void nothingToSay() {
        assertThat(fresh.check(ann())).isEmpty();
        assertThat(fresh.check(ann().setMemberships(List.of(member("contactGroups/choir"), member(Label.MY_CONTACTS), member(Label.STARRED))))).isEmpty();
    }

    @Test
    void nothingInIt() {
        assertThat(fresh.check(new Person())).extracting(Finding::sentence).containsExactly("Nothing to create: this row is empty");
        assertThat(codes(fresh.check(new Person().setMemberships(List.of(member("contactGroups/choir")))))).containsExactly(Code.EMPTY);
        assertThat(codes(fresh.check(new Person().setClientData(List.of(new ClientData().setKey("muster").setValue("1")))))).containsExactly(Code.EMPTY);
        assertThat(codes(fresh.check(new Person().setEmailAddresses(List.of(new EmailAddress().setType("home")))))).containsExactly(Code.EMPTY);
        assertThat(codes(edit.check(new Person()))).containsExactly(Code.NOTHING_LEFT);
        assertThat(fresh.check(new Person().setBirthdays(List.of(new Birthday().setDate(new Date().setYear(1990)))))).isEmpty();
    }

    @Test
    void moreThanOneOfWhatGoogleKeepsOneOf() {
        Person twice = ann().setBiographies(List.of(new Biography().setValue("a"), new Biography().setValue("b"))).setEmailAddresses(List.of(new EmailAddress().setValue("a@example.org"), new EmailAddress().setValue("b@example.org")));
        assertThat(fresh.check(twice)).extracting(Finding::sentence).containsExactly("Notes has 2 values; Google keeps one per contact");
        assertThat(fresh.check(twice, FieldMask.of(PersonField.NAMES))).isEmpty();
        // a profile's name beside the contact's own is nobody's mistake
        Name profile = new Name().setGivenName("Anna").setMetadata(new FieldMetadata().setSource(new Source().setType("PROFILE")));
        assertThat(edit.check(new Person().setNames(List.of(new Name().setGivenName("Ann"), profile)))).isEmpty();
    }

    @Test
    void tooLong() {
        assertThat(fresh.check(new Person().setNames(List.of(new Name().setGivenName("x".repeat(1312))))))
                .extracting(Finding::sentence).containsExactly("First name has 1,312 characters; Google takes up to 1,024");
        assertThat(fresh.check(new Person().setNames(List.of(new Name().setGivenName("😀".repeat(1024)))))).as("characters, not halves of them").isEmpty();
        assertThat(fresh.check(ann().setBiographies(List.of(new Biography().setValue("x".repeat(5000)))))).as("notes are free").isEmpty();
    }

    @Test
    void halfACharacter() {
        assertThat(fresh.check(new Person().setNames(List.of(new Name().setGivenName("Ann \ud83d")))))
                .extracting(Finding::sentence).containsExactly("First name ends or breaks in the middle of a character; write that place anew");
        Contact before = new Contact(ann().setResourceName("people/c1"), FieldMask.of(PersonField.NAMES, PersonField.NICKNAMES));
        Person after = ann().setNicknames(List.of(new Nickname().setValue("\ude00x")));
        assertThat(edit.check(new Change.Update(before, after, FieldMask.of(PersonField.NICKNAMES)))).extracting(Finding::code).containsExactly(Code.HALF_CHARACTER);
    }

    @Test
    void tooMuch() {
        List<PhoneNumber> phones = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            phones.add(new PhoneNumber().setValue("+1 415 555 0" + (100 + i)));
        }
        assertThat(fresh.check(ann().setPhoneNumbers(phones))).extracting(Finding::sentence).containsExactly("This contact has 501 values; Google takes up to 500");
        assertThat(fresh.check(ann().setPhoneNumbers(phones.subList(0, 499)))).isEmpty();
        assertThat(fresh.check(ann().setBiographies(List.of(new Biography().setValue("é".repeat(70_000)))))).extracting(Finding::sentence).containsExactly("This contact has 137 KB; Google takes up to 128 KB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob at example.com", "bob@", "@example.com", "a@b@example.com", "bob@example..com", "bob@.com", "bob @example.com", "a@x.org, b@x.org", "Bob <bob@example.com>", "bob@-x-.com", "plain"})
    void noAddress(String text) {
        Person person = ann().setEmailAddresses(List.of(new EmailAddress().setValue("ok@example.org"), new EmailAddress().setValue(text)));
        assertThat(fresh.check(person)).singleElement().satisfies(f -> {
            assertThat(f.sentence()).isEqualTo("“" + text + "” is not an e-mail address");
            assertThat(f.blocks()).isTrue();
            assertThat(f.place().orElseThrow().item()).isEqualTo(1);
        });
        assertThat(edit.check(person)).singleElement().matches(f -> !f.blocks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob@example.com", "bob+tag@mail.example.co.uk", "o'neil@example.org", "tomasz@przykład.example", "用户@例子.example", "a..b.@docomo.example", "\"a b\"@example.org", "bob@[192.0.2.1]", "x_y@my_host.example"})
    void anAddress(String text) {
        assertThat(fresh.check(ann().setEmailAddresses(List.of(new EmailAddress().setValue(text))))).isEmpty();
    }

    @Test
    void aHostWithoutADotOnlyWarns() {
        assertThat(fresh.check(ann().setEmailAddresses(List.of(new EmailAddress().setValue("bob@intranet"))))).singleElement().matches(f -> !f.blocks());
    }

    @Test
    void daysThatNeverWere() {
        List<Date> wrong = List.of(new Date(), new Date().setYear(1990).setMonth(2).setDay(30), new Date().setMonth(13).setDay(1), new Date().setMonth(2).setDay(30), new Date().setYear(2001).setMonth(2).setDay(29), new Date().setYear(1990).setDay(3), new Date().setMonth(5));
        for (Date date : wrong) {
            assertThat(codes(fresh.check(ann().setBirthdays(List.of(new Birthday().setDate(date)))))).as(date.toString()).containsExactly(Code.NO_SUCH_DATE);
        }
        for (Date date : List.of(new Date().setYear(1990), new Date().setYear(1990).setMonth(2), new Date().setMonth(2).setDay(29), new Date().setYear(2000).setMonth(2).setDay(29))) {
            assertThat(fresh.check(ann().setBirthdays(List.of(new Birthday().setDate(date))))).as(date.toString()).isEmpty();
        }
    }

    @Test
    void labels() {
        assertThat(codes(fresh.check(ann().setMemberships(List.of(member("contactGroups/gone")))))).containsExactly(Code.UNKNOWN_LABEL);
        assertThat(codes(fresh.check(ann().setMemberships(List.of(member("contactGroups/friends")))))).containsExactly(Code.LABEL_NOT_ASSIGNABLE);
        assertThat(edit.check(ann().setMemberships(List.of(member("contactGroups/friends"))))).isEmpty();
    }

    @Test
    void aChoiceThatIsNone() {
        assertThat(fresh.check(ann().setNicknames(List.of(new Nickname().setValue("A").setType("PET"))))).extracting(Finding::sentence).containsExactly("Type does not take “PET”");
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyFindingHasASentence(Code code) {
        Object[] args = switch (code) {
            case MORE_THAN_ONE -> new Object[] {2};
            case HALF_CHARACTER -> new Object[] {};
            case TOO_LONG, TOO_BIG, TOO_MANY_VALUES -> new Object[] {2, 1};
            case ALREADY_THERE, ON_ITS_WAY -> new Object[] {"x".repeat(500), 0};
            case REPEATED -> new Object[] {17, 1};
            default -> new Object[] {"x".repeat(500)};
        };
        Finding finding;
        try {
            finding = Finding.at(code, Severity.ERROR, PersonField.EVENTS, args);
        } catch (IllegalArgumentException wholeContact) {
            finding = Finding.whole(code, Severity.ERROR, args);
        }
        assertThat(finding.sentence()).doesNotContain("{").hasSizeBetween(20, 200);
    }
}

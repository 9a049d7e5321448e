package org.muster.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.exchange.Samples.grid;
import static org.muster.exchange.Samples.person;
import static org.muster.exchange.Samples.values;

import com.google.api.services.people.v1.model.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.contacts.Label;

class VCardImportTest {
    @Test
    void theThirdVersionAsApplesAddressBookWritesIt() {
        Grid grid = grid("apple-3.0.vcf");
        assertThat(grid.format()).isEqualTo(Format.VCARD_3_0);
        Person ada = person(grid, 0);
        assertThat(values(ada, "names.givenName")).containsExactly("Ada");
        assertThat(values(ada, "names.middleName")).containsExactly("Augusta");
        assertThat(values(ada, "names.honorificPrefix")).containsExactly("Countess");
        assertThat(values(ada, "names.phoneticGivenName")).containsExactly("Eida");
        assertThat(values(ada, "emailAddresses.value")).containsExactly("ada@example.org", "ada.work@example.org");
        assertThat(values(ada, "emailAddresses.type")).containsExactly("other", "work");
        assertThat(values(ada, "phoneNumbers.type")).containsExactly("mobile", "homeFax", "Boat");
        assertThat(values(ada, "addresses.streetAddress")).containsExactly("12 St James's Square");
        assertThat(values(ada, "addresses.type")).containsExactly("home");
        assertThat(values(ada, "organizations.name")).containsExactly("Analytical Engines");
        assertThat(values(ada, "organizations.department")).containsExactly("Mathematics");
        assertThat(values(ada, "organizations.title")).containsExactly("Programmer");
        assertThat(values(ada, "biographies.value")).containsExactly("First line\nsecond, with a comma");
        assertThat(values(ada, "birthdays.date")).containsExactly("--12-10");
        assertThat(values(ada, "events.date")).containsExactly("1835-07-08");
        assertThat(values(ada, "events.type")).containsExactly("anniversary");
        assertThat(values(ada, "relations.type")).containsExactly("spouse");
        assertThat(values(ada, "imClients.username")).containsExactly("ada.l");
        assertThat(values(ada, "imClients.protocol")).containsExactly("skype");
        assertThat(values(ada, "memberships.contactGroupMembership")).containsExactly(Samples.CHOIR.resourceName(), Label.MY_CONTACTS);
        assertThat(grid.check(0).notes()).isEmpty();
    }

    @Test
    void whatGoogleHasNoPlaceForIsAColumn() {
        Grid grid = grid("apple-3.0.vcf");
        assertThat(grid.columns()).filteredOn(Column::unknown).extracting(Column::header)
                .containsExactly("GEO", "UID", "X-ABADR", "X-FAVOURITE-COLOUR", "X-FAVOURITE-COLOUR 2");
        grid.keepUnknown();
        assertThat(values(person(grid, 0), "userDefined.value")).contains("blue", "green", "gb", "urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1").hasSize(5);
        assertThat(Samples.table(Samples.file("apple-3.0.vcf")).problems()).extracting(Problem::code).containsExactly(Problem.Code.MEDIA_LEFT_OUT);
    }

    @Test
    void aFullNameMadeUpFromTheCompanyIsNoName() {
        Grid grid = grid("apple-3.0.vcf");
        assertThat(person(grid, 1).getNames()).isNull();
        assertThat(values(person(grid, 1), "organizations.name")).containsExactly("Harbour Office");
        assertThat(grid.check(1).ready()).isTrue();
    }

    @Test
    void theSecondVersionAsPhonesWriteIt() {
        Grid grid = grid("phone-2.1.vcf");
        assertThat(grid.format()).isEqualTo(Format.VCARD_2_1);
        Person juergen = person(grid, 0);
        assertThat(values(juergen, "names.familyName")).containsExactly("Groß");
        assertThat(values(juergen, "phoneNumbers.type")).containsExactly("mobile", "work");
        assertThat(values(juergen, "addresses.streetAddress")).containsExactly("Hauptstraße 5");
        assertThat(values(juergen, "biographies.value").getFirst()).contains("two").contains("lines");
        assertThat(values(juergen, "birthdays.date")).containsExactly("1970-12-31");
        assertThat(grid.columns()).noneMatch(Column::unknown);
    }

    @Test
    void theFourthVersion() {
        Grid grid = grid("rich-4.0.vcf");
        assertThat(grid.format()).isEqualTo(Format.VCARD_4_0);
        Person zoe = person(grid, 0);
        assertThat(values(zoe, "genders.value")).containsExactly("female");
        assertThat(values(zoe, "birthdays.date")).containsExactly("--02-03");
        assertThat(values(zoe, "events.date")).containsExactly("2009-08-08");
        assertThat(values(zoe, "phoneNumbers.value")).containsExactly("+31-20-555-0101 ext. 102");
        assertThat(values(zoe, "phoneNumbers.type")).containsExactly("work");
        assertThat(values(zoe, "imClients.protocol")).containsExactly("jabber");
        assertThat(values(zoe, "sipAddresses.value")).containsExactly("zoe@example.nl");
        assertThat(values(zoe, "locales.value")).containsExactly("nl");
        assertThat(values(zoe, "interests.value")).containsExactly("Sailing");
        assertThat(values(zoe, "relations.person")).containsExactly("Bram Bakker");
        assertThat(values(zoe, "calendarUrls.type")).containsExactly("", "freeBusy");
        assertThat(grid.columns()).filteredOn(Column::unknown).extracting(Column::header).containsExactly("KIND", "TZ");
    }

    @Test
    void aSecondNoteIsSaidAndNotSwallowed() {
        Grid grid = grid("rich-4.0.vcf");
        assertThat(grid.check(0).toFix()).isTrue();
        int second = grid.columns().stream().map(Column::title).toList().indexOf("Notes 2");
        assertThat(grid.check(0).at(second)).extracting(RowCheck.Note::sentence).containsExactly("Notes has 2 values; Google keeps one per contact");
        assertThat(grid.setCell(0, second, "").ready()).isTrue();
        assertThat(grid.creates()).extracting(c -> c.origin()).isEqualTo(List.of("row 1"));
    }
}

package org.muster.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.exchange.Samples.grid;
import static org.muster.exchange.Samples.person;
import static org.muster.exchange.Samples.values;

import com.google.api.services.people.v1.model.Person;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;

class CsvImportTest {
    @Test
    void googlesCsvOfToday() {
        Grid grid = grid("google-2024.csv");
        assertThat(grid.format()).isEqualTo(Format.GOOGLE_CSV_2024);
        Person ines = person(grid, 0);
        assertThat(values(ines, "names.givenName")).containsExactly("Ines");
        assertThat(values(ines, "names.middleName")).containsExactly("Sofia");
        assertThat(values(ines, "names.phoneticGivenName")).containsExactly("イネス");
        assertThat(values(ines, "names.honorificPrefix")).containsExactly("Dr.");
        assertThat(values(ines, "birthdays.date")).containsExactly("--03-09");
        assertThat(values(ines, "biographies.value")).containsExactly("Sings alto.\nArrives \"late\".");
        assertThat(values(ines, "memberships.contactGroupMembership")).containsExactly(Samples.CHOIR.resourceName(), Label.MY_CONTACTS);
        // the starred one leads, and a cell of several values makes several
        assertThat(values(ines, "emailAddresses.value")).containsExactly("ines.home@example.org", "nes@example.org", "ines@example.pt");
        assertThat(values(ines, "emailAddresses.type")).containsExactly("home", "home", "work");
        assertThat(values(ines, "phoneNumbers.type")).containsExactly("mobile");
        assertThat(values(ines, "addresses.city")).containsExactly("Lisboa");
        assertThat(values(ines, "addresses.formattedValue")).as("made of the parts").containsExactly("");
        assertThat(values(ines, "relations.type")).containsExactly("spouse");
        assertThat(values(ines, "urls.value")).containsExactly("https://ines.example.pt/");
        assertThat(values(ines, "events.date")).containsExactly("2011-06-18");
        assertThat(values(ines, "userDefined.key")).containsExactly("Shoe size");
        assertThat(values(ines, "organizations.title")).containsExactly("Editor");
        assertThat(values(person(grid, 1), "phoneNumbers.type")).containsExactly("workFax");
    }

    @Test
    void whatNobodyKnowsIsShownAndWhatIsEmptyIsNot() {
        Grid grid = grid("google-2024.csv");
        assertThat(grid.columns()).filteredOn(Column::unknown).extracting(Column::header).containsExactly("Voice part");
        assertThat(grid.columns().get(Samples.column(grid, "Photo")).target()).isInstanceOf(Target.Ignored.class);
        grid.keepUnknown();
        assertThat(values(person(grid, 0), "userDefined.value")).containsExactly("38", "Alto");
        grid.setTarget(Samples.column(grid, "Voice part"), new Target.Ignored());
        assertThat(values(person(grid, 0), "userDefined.value")).containsExactly("38");
    }

    @Test
    void theRowsToFixSayWhy() {
        Grid grid = grid("google-2024.csv");
        assertThat(grid.counts()).isEqualTo(new Grid.Counts(4, 1, 3));
        assertThat(grid.check(1).summary()).contains("“bob at example.com” is not an e-mail address").contains("“1990-02-30” is not a date");
        assertThat(grid.check(1).at(Samples.column(grid, "E-mail 1 - Value"))).hasSize(1);
        assertThat(grid.check(1).at(Samples.column(grid, "Birthday"))).hasSize(1);
        assertThat(grid.check(2).summary()).isEqualTo("Nothing to create: this row is empty");
        assertThat(grid.check(3).summary()).contains("There is no label “New tenors” yet");
    }

    @Test
    void googlesCsvOfBefore() {
        Grid grid = grid("google-old.csv");
        assertThat(grid.format()).isEqualTo(Format.GOOGLE_CSV_OLD);
        Person hana = person(grid, 0);
        assertThat(values(hana, "names.familyName")).containsExactly("Kim");
        assertThat(values(hana, "names.unstructuredName")).containsExactly("");
        assertThat(values(hana, "nicknames.type")).containsExactly("INITIALS");
        assertThat(values(hana, "phoneNumbers.value")).containsExactly("02-555-0188", "02-555-0199", "02-555-0200");
        assertThat(values(hana, "phoneNumbers.type")).containsExactly("homeFax", "mobile", "mobile");
        assertThat(values(hana, "imClients.protocol")).containsExactly("skype");
        assertThat(values(hana, "genders.value")).containsExactly("female");
        assertThat(values(hana, "urls.type")).containsExactly("homePage");
        assertThat(values(hana, "userDefined.value")).containsExactly("12");
        assertThat(values(hana, "memberships.contactGroupMembership")).containsExactly(Samples.CHOIR.resourceName(), Label.MY_CONTACTS, Label.STARRED);
        assertThat(grid.check(0).ready()).isTrue();
        assertThat(grid.columns()).noneMatch(Column::unknown);
    }

    @Test
    void outlooksCsv() {
        Grid grid = grid("outlook.csv");
        assertThat(grid.format()).isEqualTo(Format.OUTLOOK_CSV);
        Person sara = person(grid, 0);
        assertThat(values(sara, "names.honorificPrefix")).containsExactly("Ms");
        assertThat(values(sara, "birthdays.date")).as("month first").containsExactly("1985-04-03");
        assertThat(values(sara, "events.date")).as("0/0/00 is no day").isEmpty();
        assertThat(values(sara, "addresses.streetAddress")).containsExactly("Storgatan 1\nFloor 2", "Skogsvägen 9");
        assertThat(values(sara, "addresses.type")).containsExactly("work", "home");
        assertThat(values(sara, "phoneNumbers.type")).containsExactly("workFax", "work", "work", "mobile");
        assertThat(values(sara, "emailAddresses.value")).containsExactly("sara@exempel.example", "sara.home@example.net");
        assertThat(values(sara, "relations.type")).containsExactly("manager", "spouse");
        assertThat(values(sara, "userDefined.key")).containsExactly("User 1");
        assertThat(values(sara, "memberships.contactGroupMembership")).contains(Samples.CHOIR.resourceName(), Samples.JAZZ.resourceName());
        assertThat(grid.columns()).filteredOn(Column::unknown).extracting(Column::header).containsExactly("E-mail Type");
    }

    @Test
    void anybodysCsv() {
        Grid grid = grid("other-semicolon.csv");
        assertThat(grid.format()).isEqualTo(Format.OTHER_CSV);
        Person juergen = person(grid, 0);
        assertThat(values(juergen, "names.givenName")).containsExactly("Jürgen");
        assertThat(values(juergen, "phoneNumbers.type")).containsExactly("", "mobile");
        assertThat(values(juergen, "addresses.postalCode")).containsExactly("10115");
        assertThat(values(juergen, "birthdays.date")).containsExactly("1970-12-31");
        assertThat(values(juergen, "biographies.value")).containsExactly("Grüße; bald");
        assertThat(grid.columns()).filteredOn(Column::unknown).extracting(Column::header).containsExactly("Stimmlage");
        assertThat(grid.columns().get(4).title()).isEqualTo("Phone (mobile)");
    }

    @Test
    void aFileWithoutColumnNames() {
        ImportedTable table = Samples.table(Samples.file("no-header.csv"));
        assertThat(table.problems()).extracting(Problem::code).containsExactly(Problem.Code.NO_HEADER);
        assertThat(table.rows()).hasSize(2);
        assertThat(table.columns()).extracting(Column::title).containsExactly("Column 1", "E-mail", "Phone");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252"})
    void westernEncodings(String name, @TempDir Path folder) throws Exception {
        String text = "First name,Last name,E-mail\r\nAmélie,Roux,amelie@exemple.example\r\nJürgen,Groß,juergen@beispiel.example\r\nZoë,O’Neil,zoe@example.org\r\n";
        ImportedTable table = Samples.table(Samples.written(folder, "people.csv", text, Charset.forName(name)));
        assertThat(table.rows()).extracting(r -> r.cell(0)).containsExactly("Amélie", "Jürgen", "Zoë");
        assertThat(table.rows().get(2).cell(1)).isEqualTo("O’Neil");
        assertThat(table.columns().getFirst().target()).as("no mark left in the first name").isInstanceOf(Target.MapsTo.class);
    }

    @Test
    void aMarkOfUtf8(@TempDir Path folder) throws Exception {
        ImportedTable table = Samples.table(Samples.written(folder, "people.csv", "\ufeffVorname,Mail\nÄnne,a@example.org\n", StandardCharsets.UTF_8));
        assertThat(table.columns()).noneMatch(Column::unknown);
        assertThat(table.charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void shiftJis(@TempDir Path folder) throws Exception {
        String text = "姓,名,メールアドレス,会社名\r\n山田,太郎,taro@example.jp,株式会社サンプル\r\n髙橋,花子,hanako@example.jp,有限会社テスト①\r\n";
        Path file = Samples.written(folder, "meibo.csv", text, Charset.forName("windows-31j"));
        Grid grid = Grid.of(Samples.table(file), List.of());
        assertThat(values(person(grid, 1), "names.familyName")).containsExactly("髙橋");
        assertThat(values(person(grid, 1), "organizations.name")).containsExactly("有限会社テスト①");
    }

    @Test
    void theUserKnowsTheEncodingBetter(@TempDir Path folder) throws Exception {
        Path file = Samples.written(folder, "people.csv", "First name,E-mail\nŁukasz,l@example.pl\n", Charset.forName("windows-1250"));
        ImportedTable table = Samples.loaded(new Importer().read(new ImportFile(file).in(Charset.forName("windows-1250")), Progress.NONE));
        assertThat(table.rows().getFirst().cell(0)).isEqualTo("Łukasz");
        ImportedTable wrong = Samples.loaded(new Importer().read(new ImportFile(file).in(StandardCharsets.UTF_8), Progress.NONE));
        assertThat(wrong.problems()).extracting(Problem::code).containsExactly(Problem.Code.ODD_SIGNS);
        assertThat(wrong.problems().getFirst().sentence()).contains("UTF-8");
    }

    @Test
    void tabsAndExcelsFirstLine(@TempDir Path folder) throws Exception {
        assertThat(Samples.table(Samples.written(folder, "a.txt", "Name\tE-mail\nAnn\ta@example.org\n", StandardCharsets.UTF_16LE)).columns()).hasSize(2);
        ImportedTable said = Samples.table(Samples.written(folder, "b.csv", "sep=;\nName;E-mail\n\"Ann, B\";a@example.org\n", StandardCharsets.UTF_8));
        assertThat(said.rows().getFirst().cells()).containsExactly("Ann, B", "a@example.org");
    }

    @Test
    void namesOfEachFieldLeadToIt() {
        Headers headers = new Headers();
        for (PersonField field : org.muster.contacts.FieldMask.writable().fields()) {
            for (var part : field.subFields()) {
                for (int index : field.single() ? new int[] {0} : new int[] {0, 1}) {
                    String name = headers.nameOf(part, index);
                    Column column = headers.columns(List.of(name), Format.GOOGLE_CSV_2024).getFirst();
                    assertThat(column.target()).as(name).isInstanceOfSatisfying(Target.MapsTo.class, to -> assertThat(to.part()).isEqualTo(part));
                }
            }
        }
    }
}

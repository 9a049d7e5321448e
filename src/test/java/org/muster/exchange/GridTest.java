package org.muster.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muster.exchange.Samples.grid;
import static org.muster.exchange.Samples.person;
import static org.muster.exchange.Samples.values;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;

class GridTest {
    private final Grid typed = Grid.typed(Samples.LABELS);

    @Test
    void typingARow() {
        assertThat(typed.columns()).extracting(Column::title).containsExactly("First name", "Last name", "E-mail", "Phone", "Company", "Labels");
        int row = typed.addRow();
        assertThat(typed.check(row).blank()).isTrue();
        assertThat(typed.counts()).isEqualTo(new Grid.Counts(0, 0, 0));
        assertThat(typed.setCell(row, 2, "bob at example.com").toFix()).isTrue();
        assertThat(typed.setCell(row, 2, "bob@example.com").ready()).isTrue();
        assertThat(typed.setCell(row, 5, "choir; Friends of jazz").ready()).isTrue();
        assertThat(values(typed.creates().getFirst().draft(), "memberships.contactGroupMembership")).containsExactly("contactGroups/choir", "contactGroups/jazz", Label.MY_CONTACTS);
    }

    @Test
    void pastingByPlace() {
        typed.addRow();
        int rows = typed.paste(0, 0, PastedBlock.parse("Ann\tOne\tann@example.org\nBen\tTwo\tben@example.org\t0301\tAcme\t\tleft\tright\n"));
        assertThat(rows).isEqualTo(2);
        assertThat(typed.columns()).filteredOn(Column::unknown).extracting(Column::header).containsExactly("Column 7", "Column 8");
        assertThat(typed.counts()).isEqualTo(new Grid.Counts(2, 2, 0));
        assertThat(values(person(typed, 1), "organizations.name")).containsExactly("Acme");
        assertThat(typed.rows()).extracting(ImportedRow::number).containsExactly(1, 2);
    }

    @Test
    void pastingByName() {
        typed.paste(0, 3, PastedBlock.parse("Mail\tNachname\tGeburtstag\nann@example.org\tOne\t1.2.1990\trest\n"));
        assertThat(values(person(typed, 0), "emailAddresses.value")).containsExactly("ann@example.org");
        assertThat(values(person(typed, 0), "names.familyName")).containsExactly("One");
        assertThat(values(person(typed, 0), "birthdays.date")).containsExactly("1990-02-01");
        assertThat(typed.columns()).hasSize(8).last().matches(Column::unknown);
    }

    @Test
    void whatSpreadsheetsPutOnTheClipboard() {
        assertThat(PastedBlock.parse("a\t\"two\nlines\"\t\"say \"\"hi\"\"\"\r\n\tx\r\n").rows()).containsExactly(List.of("a", "two\nlines", "say \"hi\""), List.of("", "x"));
        assertThat(PastedBlock.parse("5\" pipe\tb").rows()).containsExactly(List.of("5\" pipe", "b"));
        assertThat(PastedBlock.parse("\"Bob\tb@example.org\nAnn\ta@example.org").rows()).as("a quote that never ends").containsExactly(List.of("\"Bob", "b@example.org"), List.of("Ann", "a@example.org"));
        assertThat(PastedBlock.parse("Name,Mail\nAnn,a@example.org").named()).isTrue();
        assertThat(PastedBlock.parse("Smith, Ann").rows()).containsExactly(List.of("Smith, Ann"));
        assertThat(PastedBlock.parse("  \n").rows()).isEmpty();
    }

    @Test
    void labelsTheAccountDoesNotHave() {
        Grid grid = grid("google-2024.csv");
        assertThat(grid.undecidedLabels()).containsExactly("New tenors");
        grid.setLabels(grid.labels().with("New tenors", new LabelPlan.Fate.ToCreate()));
        assertThat(grid.check(3).ready()).isTrue();
        assertThat(grid.labels().toCreate()).containsExactly("New tenors");
        assertThatThrownBy(grid::creates).isInstanceOf(IllegalStateException.class);
        Label made = new Label("contactGroups/tenors", "New tenors", false, 0);
        grid.setLabels(grid.labels().withLabels(List.of(Samples.CHOIR, made)));
        assertThat(values(grid.creates().get(1).draft(), "memberships.contactGroupMembership")).containsExactly("contactGroups/choir", "contactGroups/tenors", Label.MY_CONTACTS);
        grid.setLabels(LabelPlan.of(Samples.LABELS).with("New tenors", new LabelPlan.Fate.LeftOut()));
        assertThat(values(grid.creates().get(1).draft(), "memberships.contactGroupMembership")).containsExactly("contactGroups/choir", Label.MY_CONTACTS);
    }

    @Test
    void aLabelNobodyNamesAnyMoreIsNotCreated() {
        Grid grid = Grid.typed(Samples.LABELS);
        grid.addRow();
        grid.setCell(0, 0, "Ann");
        grid.setCell(0, 5, "Tenors, Basses");
        grid.setLabels(grid.labels().with("Tenors", new LabelPlan.Fate.ToCreate()).with("Basses", new LabelPlan.Fate.ToCreate()));
        grid.forgetUnusedLabels();
        assertThat(grid.labels().toCreate()).containsExactly("Basses", "Tenors");
        grid.setCell(0, 5, "Basses");
        grid.forgetUnusedLabels();
        assertThat(grid.labels().toCreate()).containsExactly("Basses");
    }

    @ParameterizedTest
    @CsvSource({"* My Contacts,contactGroups/myContacts", "myContacts,contactGroups/myContacts", "* starred,contactGroups/starred", "CHOIR,contactGroups/choir"})
    void labelsUnderTheirNames(String name, String resourceName) {
        assertThat(LabelPlan.of(Samples.LABELS).fate(name)).isEqualTo(new LabelPlan.Fate.Given(resourceName));
    }

    @Test
    void googlesOwnLabelsOfOldAreLeftOut() {
        assertThat(LabelPlan.of(Samples.LABELS).fate("* Friends")).isEqualTo(new LabelPlan.Fate.LeftOut());
        assertThat(LabelPlan.of(Samples.LABELS).fate("* Coworkers")).isEqualTo(new LabelPlan.Fate.LeftOut());
    }

    @ParameterizedTest
    @CsvSource({"12/31/1990,1990-12-31", "31/12/1990,1990-12-31", "5/5/1990,1990-05-05", "31.12.1990,1990-12-31", "1990/12/31,1990-12-31", "19901231,1990-12-31", "1990年12月31日,1990-12-31", "31 December 1990,1990-12-31", "'Dec 31, 1990',1990-12-31", "1990-12-31T00:00:00Z,1990-12-31", "31.12.,--12-31", "' --12-31',--12-31"})
    void daysAsPeopleWriteThem(String written, String day) {
        assertThat(DateText.read(written, Format.OTHER_CSV)).isInstanceOfSatisfying(DateText.Reading.Day.class, d -> assertThat(org.muster.contacts.Dates.write(d.date())).isEqualTo(day));
    }

    @Test
    void daysNobodyGuesses() {
        assertThat(DateText.read("3/4/1990", Format.OTHER_CSV)).isInstanceOf(DateText.Reading.Ambiguous.class);
        assertThat(DateText.read("30/30/1990", Format.OTHER_CSV)).isInstanceOf(DateText.Reading.NoDate.class);
        assertThat(DateText.read("31 February 1990", Format.OTHER_CSV)).isInstanceOf(DateText.Reading.NoDate.class);
        assertThat(DateText.read("soon", Format.OTHER_CSV)).isInstanceOf(DateText.Reading.NoDate.class);
        int column = typed.addColumn(PersonField.BIRTHDAYS, PersonField.BIRTHDAYS.mainSubField(), 0);
        typed.addRow();
        assertThat(typed.setCell(0, column, "3/4/1990").summary()).isEqualTo("“3/4/1990” could mean two days; write it as 1990-12-31");
    }

    @Test
    void rowsToFixReadBackAsTheyStood(@TempDir Path folder) {
        Grid grid = grid("google-2024.csv");
        ReportTable toFix = grid.rowsToFix();
        assertThat(toFix.header()).last().isEqualTo("What is wrong");
        assertThat(toFix.rows()).hasSize(3).extracting(List::getLast).first().asString().contains("not an e-mail");
        Path file = folder.resolve("fix.csv");
        assertThat(new ReportCsv().write(file, toFix, ReportCsv.Guard.VERBATIM)).isInstanceOf(ExportResult.Written.class);
        Grid again = Grid.of(Samples.table(file), Samples.LABELS);
        assertThat(again.format()).isEqualTo(Format.GOOGLE_CSV_2024);
        assertThat(again.rows().getLast().cell(Samples.column(again, "Voice part"))).as("columns nobody knows are kept").isEqualTo("Tenor");
        assertThat(again.columns().getLast().used()).isFalse();
        assertThat(again.columns()).filteredOn(Column::unknown).extracting(Column::header).containsExactly("Voice part");
        assertThat(person(again, 0)).isEqualTo(person(grid, 1));
    }

    @Test
    void checksOfAnotherThreadCountOnlyForWhatTheyLookedAt() {
        Grid grid = grid("google-2024.csv");
        RowChecker checker = grid.checker();
        List<RowCheck> done = grid.rows().stream().map(checker::check).toList();
        int email = Samples.column(grid, "E-mail 1 - Value");
        grid.setCell(1, email, "bob@example.com");
        grid.setCell(1, Samples.column(grid, "Birthday"), "1990-02-03");
        grid.takeChecks(checker, done);
        assertThat(grid.check(0)).isSameAs(done.getFirst());
        assertThat(grid.check(1).ready()).isTrue();
        grid.keepUnknown();
        grid.takeChecks(checker, done);
        assertThat(grid.check(0)).isNotSameAs(done.getFirst());
    }

    @Test
    void takingRowsOut() {
        Grid grid = grid("google-2024.csv");
        grid.removeRows(List.of(1, 2));
        assertThat(grid.rows()).extracting(ImportedRow::number).containsExactly(1, 4);
        assertThat(grid.counts().all()).isEqualTo(2);
        assertThat(grid.filledColumns().get(Samples.column(grid, "Photo"))).isFalse();
    }
}

package org.muster.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.changes.Change;
import org.muster.changes.Severity;
import org.muster.contacts.Label;

/** What could not be made comes back as rows, and an unchanged row makes the same contact again. */
@Execution(ExecutionMode.CONCURRENT)
class DraftTableTest {
    private static List<Person> drafts(String... files) {
        return java.util.Arrays.stream(files).flatMap(file -> {
            Grid grid = Grid.of(Samples.table(Samples.file(file)), Samples.LABELS);
            LabelPlan plan = grid.labels();
            for (String name : grid.undecidedLabels()) {
                plan = plan.with(name, new LabelPlan.Fate.LeftOut());
            }
            grid.setLabels(plan);
            grid.keepUnknown();
            return grid.creates().stream().map(Change.Create::draft);
        }).toList();
    }

    private static Grid back(List<Person> drafts, String reason, Severity severity) {
        List<DraftTable.Row> rows = java.util.stream.IntStream.range(0, drafts.size()).mapToObj(i -> new DraftTable.Row(i + 1, drafts.get(i), reason, severity)).toList();
        return Grid.of(new DraftTable(Samples.LABELS).of(rows), Samples.LABELS);
    }

    @Test
    void unchangedRowsMakeTheSameContacts() {
        List<Person> drafts = drafts("google-2024.csv", "outlook.csv");
        assertThat(drafts).hasSizeGreaterThan(2);
        Grid grid = back(drafts, "Too busy", Severity.WARNING);
        assertThat(grid.counts()).isEqualTo(new Grid.Counts(drafts.size(), drafts.size(), 0));
        assertThat(grid.creates()).extracting(Change.Create::draft).containsExactlyElementsOf(drafts);
    }

    @Test
    void aRefusedRowWaitsUntilItIsChangedOrAccepted() {
        List<Person> drafts = drafts("google-2024.csv").subList(0, 2);
        Grid grid = back(drafts, "Google refuses it", Severity.ERROR);
        assertThat(grid.check(0).toFix()).isTrue();
        assertThat(grid.check(0).summary()).isEqualTo("Google refuses it");
        assertThat(grid.setCell(0, 0, "Other").ready()).isTrue();
        assertThat(grid.accept(1).ready()).isTrue();
    }

    @Test
    void aLabelThatIsGoneHasToBeDecidedAbout() {
        Grid grid = Grid.typed(List.of(Samples.CHOIR));
        grid.addRow();
        grid.setCell(0, 0, "Ann");
        grid.setCell(0, 5, "Choir");
        Person draft = grid.creates().getFirst().draft();
        Grid mended = Grid.of(new DraftTable(List.of(Samples.CHOIR)).of(List.of(new DraftTable.Row(1, draft, "", Severity.WARNING))), List.of(Samples.CHOIR));
        assertThat(mended.rows().getFirst().cell(5)).isEqualTo("Choir");
        assertThat(mended.check(0).ready()).isTrue();
        mended.setLabels(mended.labels().withLabels(List.<Label>of()));
        assertThat(mended.check(0).toFix()).isTrue();
        assertThat(mended.undecidedLabels()).containsExactly("Choir");
    }

    @Test
    void labelsKeepTheCommasAndSemicolonsInTheirNames() {
        List<Label> labels = List.of(label("a", "Choir, old"), label("b", "Tenors; basses"), label("c", "The \"A\" list"), label("d", "\"Quoted\""), label("e", "one ::: two"), Samples.CHOIR);
        for (List<Label> carried : List.of(labels, labels.subList(0, 1), labels.subList(3, 4))) {
            Person draft = new Person().setNames(List.of(new Name().setGivenName("Ann"))).setMemberships(new ArrayList<>(carried.stream().map(DraftTableTest::member).toList()));
            draft.getMemberships().add(member(label("myContacts", "")));
            Grid mended = Grid.of(new DraftTable(labels).of(List.of(new DraftTable.Row(1, draft, "", Severity.WARNING))), labels);
            assertThat(mended.labelNames(mended.rows().getFirst().cell(5))).containsExactlyElementsOf(carried.stream().map(Label::name).toList());
            assertThat(mended.creates().getFirst().draft().getMemberships()).containsExactlyInAnyOrderElementsOf(draft.getMemberships());
            // as it happens when the labels are gone by the time their rows are opened
            mended.setLabels(mended.labels().withLabels(List.<Label>of()));
            assertThat(mended.undecidedLabels()).containsExactlyElementsOf(carried.stream().map(Label::name).toList());
        }
    }

    private static Label label(String id, String name) {
        return new Label("contactGroups/" + id, name, false, 0);
    }

    private static Membership member(Label label) {
        return new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName(label.resourceName()));
    }
}

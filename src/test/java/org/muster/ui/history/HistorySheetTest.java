package org.muster.ui.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.ui.history.HistoryWorld.company;
import static org.muster.ui.history.HistoryWorld.contact;
import static org.muster.ui.history.HistoryWorld.create;
import static org.muster.ui.OnFx.fx;
import static org.muster.ui.OnFx.fxGet;
import static org.muster.ui.OnFx.until;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.jobs.Job;
import org.muster.jobs.OutcomeState;
import org.muster.store.JobContact;
import org.muster.ui.jobs.Pictures;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class HistorySheetTest {
    private static final Instant FORTNIGHT_AGO = Instant.parse("2026-11-14T10:03:00Z");
    private static final Instant YESTERDAY = Instant.parse("2026-11-21T18:30:00Z");
    private static final Contact ELODIE = contact("c1", "Élodie Fontaine", "elodie@example.org", "Atelier Nord");
    private static final Contact ADA = contact("c2", "Ada Lovelace", "ada@example.org", "Analytical Engines");

    @TempDir
    Path folder;
    private final List<String> undone = new ArrayList<>();
    private HistoryWorld world;

    @Start
    void start(Stage stage) {
        world = new HistoryWorld(folder);
        world.open(stage, 960, 700);
    }

    @BeforeEach
    void clear() {
        WaitForAsyncUtils.clearExceptions();
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** Made, edited, deleted; failures, and one that was cut off. */
    private void past() {
        world.done(FORTNIGHT_AGO, "Create 2 contacts", create("Zażółć Gęślą", "z@example.org"), create("渡辺 美咲", "misaki@example.jp"));
        world.ended(FORTNIGHT_AGO.plus(Duration.ofHours(1)), "Set company on 5 contacts",
                List.of(company(ELODIE, "ACME"), company(ADA, "ACME"), company(contact("c3", "", "x@example.org", ""), "ACME"), company(contact("c4", "Priya Raman", "", "Raman & Co."), "ACME"), company(contact("c5", "Ngozi", "", ""), "ACME")),
                List.of(OutcomeState.DONE, OutcomeState.CONFLICT, OutcomeState.FAILED, OutcomeState.UNKNOWN, OutcomeState.SKIPPED));
        world.done(YESTERDAY, "Delete 1 contact", new Change.Delete(contact("c1", "Élodie Fontaine", "elodie@example.org", "ACME")));
        world.stopped(HistoryWorld.NOON.minusSeconds(600), "Delete 3 contacts", List.of(new Change.Delete(ADA), new Change.Delete(contact("c7", "Bob", "", "")), new Change.Delete(contact("c8", "Eve", "", ""))), List.of(OutcomeState.DONE));
    }

    private void show() {
        show(Optional.of(undone::add), Optional.empty());
    }

    private void show(Optional<Consumer<String>> undo, Optional<String> first) {
        fx(() -> world.sheets.show(new HistorySheet(world.workspace, world.sheets, world.dialogs, world.history, new HistoryWays(Optional.of(world.second::look), undo, Optional.empty()), first)));
        until(() -> !text("history-count").isEmpty());
    }

    private ListView<ListRow> list() {
        @SuppressWarnings("unchecked")
        ListView<ListRow> list = world.node("history-list", ListView.class);
        return list;
    }

    private TableView<JobContact> table() {
        @SuppressWarnings("unchecked")
        TableView<JobContact> table = world.node("history-contacts", TableView.class);
        return table;
    }

    private String text(String id) {
        return world.node(id, Labeled.class).getText();
    }

    private List<String> rows() {
        return fxGet(() -> list().getItems().stream().map(row -> switch (row) {
            case ListRow.Day(String words) -> words;
            case ListRow.Entry(var job) -> job.title();
        }).toList());
    }

    private List<String> names() {
        return fxGet(() -> table().getItems().stream().map(JobContact::name).toList());
    }

    /** What stands in the lines of a list, in its order from top to bottom. */
    private List<String> spoken(String id) {
        return fxGet(() -> world.node(id, ListView.class).lookupAll(".list-cell").stream().map(c -> (ListCell<?>) c).filter(c -> !c.isEmpty() && c.isVisible())
                .sorted(java.util.Comparator.comparing(ListCell::getIndex)).map(Node::getAccessibleText).toList());
    }

    private void search(String words, int jobs) {
        fx(() -> world.node("history-search", TextField.class).setText(words));
        until(() -> text("history-count").equals(jobs == 0 ? "no job found" : jobs == 1 ? "1 job found" : jobs + " jobs found"));
    }

    private void choose(String menu, String choice) {
        fx(() -> world.node(menu, MenuButton.class).getItems().stream().filter(item -> item.getId().equals(menu + "-" + choice)).map(RadioMenuItem.class::cast).findFirst().orElseThrow().setSelected(true));
    }

    private void job(String title) {
        fx(() -> list().getSelectionModel().select(list().getItems().stream().filter(row -> row instanceof ListRow.Entry(var job) && job.title().equals(title)).findFirst().orElseThrow()));
        until(() -> text("history-title").equals(title) && !table().getItems().isEmpty());
    }

    private void row(int row) {
        fx(() -> table().getSelectionModel().clearAndSelect(row));
        until(() -> !world.node("history-fields", ListView.class).getItems().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void jobsStandUnderTheirDaysWithWhatBecameOfThem() {
        past();
        show();

        assertThat(rows()).containsExactly("Today", "Delete 3 contacts", "Yesterday", "Delete 1 contact", "14 November 2026", "Set company on 5 contacts", "Create 2 contacts");
        assertThat(fxGet(() -> text("history-count"))).isEqualTo("4 jobs");
        assertThat(spoken("history-list")).anySatisfy(cell -> assertThat(cell).contains("Set company on 5 contacts", "1 done", "1 failed", "1 in conflict", "1 not known", "1 not sent"))
                .anySatisfy(cell -> assertThat(cell).contains("Delete 3 contacts", "stopped at 1 of 3"))
                .anySatisfy(cell -> assertThat(cell).contains("Create 2 contacts", "all 2 done"));
        until(() -> table().getItems().size() == 3);
        assertThat(fxGet(() -> text("history-title"))).as("the newest is shown").isEqualTo("Delete 3 contacts");
        assertThat(fxGet(() -> text("history-hint"))).contains("Resume or cancel it under Jobs");
    }

    @Test
    void whatBecameOfEachContactAndWhatToDo(FxRobot robot) {
        past();
        show();
        job("Set company on 5 contacts");

        assertThat(names()).containsExactly("Élodie Fontaine", "Ada Lovelace", "x@example.org", "Priya Raman", "Ngozi");
        row(0);
        assertThat(spoken("history-fields")).containsExactly("Company: Atelier Nord → ACME");
        row(3);
        assertThat(fxGet(() -> text("history-advice"))).isEqualTo("No answer came back. It may have been done. Look again before anything is sent once more.");
        row(2);
        assertThat(fxGet(() -> text("history-server"))).contains("Value too long.");
        until(() -> spokenNow("history-fields").equals(List.of("Company: empty → ACME")));
        fx(() -> world.node("history-missed", ToggleButton.class).fire());
        assertThat(names()).containsExactly("Ada Lovelace", "x@example.org", "Priya Raman", "Ngozi");
        assertThat(fxGet(() -> text("history-missed"))).isEqualTo("Not done 4");
        WaitForAsyncUtils.waitForFxEvents();
        fx(() -> Pictures.save(world.scene, "history-missed"));
    }

    private List<String> spokenNow(String id) {
        return world.node(id, ListView.class).lookupAll(".list-cell").stream().map(c -> (ListCell<?>) c).filter(c -> !c.isEmpty() && c.isVisible())
                .sorted(java.util.Comparator.comparing(ListCell::getIndex)).map(Node::getAccessibleText).toList();
    }

    @Test
    void aDeletedContactIsFoundByItsNameWithWhatItWas() {
        past();
        show();
        search("ELODIE fontaine", 2);

        assertThat(rows()).containsExactly("Yesterday", "Delete 1 contact", "14 November 2026", "Set company on 5 contacts");
        assertThat(spoken("history-list")).anySatisfy(cell -> assertThat(cell).contains("with Élodie Fontaine"));
        job("Set company on 5 contacts");
        assertThat(names()).as("only those that were looked for").containsExactly("Élodie Fontaine");
        assertThat(fxGet(() -> text("history-found"))).isEqualTo("Found 1");
        job("Delete 1 contact");
        row(0);
        until(() -> spokenNow("history-fields").contains("E-mail: elodie@example.org → empty"));
        assertThat(spoken("history-fields")).contains("Company: ACME → empty");

        fx(() -> world.node("history-contact", Button.class).fire());
        until(() -> world.node("contact-history-list", ListView.class) != null && !world.node("contact-history-list", ListView.class).getItems().isEmpty());
        assertThat(fxGet(() -> text("contact-history-title"))).isEqualTo("History of Élodie Fontaine");
        assertThat(fxGet(() -> text("contact-history-count"))).isEqualTo("2 entries");
        until(() -> !spokenNow("contact-history-list").isEmpty());
        assertThat(spoken("contact-history-list")).first().asString().startsWith("Deleted by “Delete 1 contact”, Yesterday, 18:30");
        assertThat(spoken("contact-history-list")).contains("Company: Atelier Nord → ACME").anySatisfy(cell -> assertThat(cell).startsWith("Edited by “Set company on 5 contacts”, 14 November 2026"));
        fx(() -> Pictures.save(world.scene, "history-contact"));
    }

    @Test
    void whatNobodyKnewIsLookedAfterAndThenKnown() {
        Contact gone = contact("c404", "Gone Already", "gone@example.org", "");
        world.ended(YESTERDAY, "Delete 1 contact", List.of(new Change.Delete(gone)), List.of(OutcomeState.UNKNOWN));
        show();
        row(0);
        assertThat(fxGet(() -> text("history-advice"))).startsWith("No answer came back.");

        fx(() -> world.node("history-look", Button.class).fire());
        until(() -> text("history-note").equals("Gone Already: it was done after all"));
        until(() -> table().getItems().getFirst().state() == OutcomeState.DONE);
        until(() -> spokenNow("history-list").stream().anyMatch(cell -> cell.endsWith("done. ")));
        assertThat(fxGet(() -> world.node("history-look", Button.class).isVisible() && world.node("history-look", Button.class).getParent().isVisible())).isFalse();
    }

    @Test
    void theKeyboardLeadsEverywhere(FxRobot robot) {
        past();
        show();
        assertThat(fxGet(() -> world.scene.getFocusOwner().getId())).isEqualTo("history-search");

        robot.type(KeyCode.DOWN);
        assertThat(fxGet(() -> world.scene.getFocusOwner().getId())).isEqualTo("history-list");
        robot.type(KeyCode.DOWN);
        until(() -> text("history-title").equals("Delete 1 contact"));
        robot.type(KeyCode.UP);
        until(() -> text("history-title").equals("Delete 3 contacts"));
        robot.type(KeyCode.UP);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fxGet(() -> text("history-title"))).as("above the first job is only its day").isEqualTo("Delete 3 contacts");
        assertThat(fxGet(() -> list().getSelectionModel().getSelectedIndex())).isEqualTo(1);
        fx(() -> table().requestFocus());
        row(0);
        robot.type(KeyCode.ENTER);
        until(() -> world.node("contact-history-list", ListView.class) != null && world.node("contact-history-list", ListView.class).getItems().size() > 2);
        assertThat(spoken("contact-history-list")).anySatisfy(cell -> assertThat(cell).startsWith("Not edited by “Set company on 5 contacts”"));
        robot.type(KeyCode.END, KeyCode.ENTER);
        until(() -> world.node("contact-history-list", ListView.class) == null && text("history-title").equals("Set company on 5 contacts"));

        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("eve");
        until(() -> text("history-count").equals("1 job found"));
        fx(() -> world.node("history-search-clear", Button.class).fire());
        until(() -> text("history-count").equals("4 jobs"));
        robot.type(KeyCode.ESCAPE);
        assertThat(fxGet(world.sheets::anyOpen)).isFalse();
    }

    @Test
    void filtersLetThroughWhatTheySay() {
        past();
        show();
        choose("history-kinds", "DELETE");
        until(() -> text("history-count").equals("2 jobs found"));
        assertThat(rows()).containsExactly("Today", "Delete 3 contacts", "Yesterday", "Delete 1 contact");
        choose("history-results", "UNFINISHED");
        until(() -> text("history-count").equals("1 job found"));
        choose("history-kinds", "ANY");
        choose("history-results", "SOMETHING_MISSED");
        until(() -> rows().contains("Set company on 5 contacts"));
        choose("history-times", "WEEK");
        until(() -> text("history-count").equals("no job found"));
        assertThat(fxGet(() -> text("history-nothing"))).isEqualTo("No job like that");
        assertThat(fxGet(() -> world.node("history-title", Labeled.class).getParent().getParent().getParent().isVisible())).as("no job, nothing beside").isFalse();
        fx(() -> world.node("history-clear", Button.class).fire());
        until(() -> text("history-count").equals("4 jobs"));
        assertThat(fxGet(() -> world.node("history-results", MenuButton.class).getText())).isEqualTo("Any result");

        choose("history-times", "DAYS");
        fx(() -> {
            world.node("history-from", DatePicker.class).setValue(java.time.LocalDate.of(2026, 11, 14));
            world.node("history-until", DatePicker.class).setValue(java.time.LocalDate.of(2026, 11, 14));
        });
        until(() -> text("history-count").equals("2 jobs found"));
        assertThat(rows()).containsExactly("14 November 2026", "Set company on 5 contacts", "Create 2 contacts");
    }

    @Test
    void aJobThatRunsMeanwhileComesIn() throws Exception {
        show();
        until(() -> world.node("history-quiet", Labeled.class).getParent().isVisible());
        fx(() -> Pictures.save(world.scene, "history-empty"));

        Job job = world.workspace.submit(new ChangeSet("Create 1 contact", List.of(create("Ada Lovelace", "ada@example.org")), FieldMask.none()));
        job.await();

        until(() -> spokenNow("history-list").stream().anyMatch(cell -> cell.contains("Create 1 contact") && cell.endsWith("done. ")));
        until(() -> table().getItems().size() == 1 && table().getItems().getFirst().state() == OutcomeState.DONE);
        assertThat(names()).containsExactly("Ada Lovelace");
    }

    @Test
    void aJobThatWasShownFirstIsChosen() {
        past();
        show(Optional.empty(), Optional.of("past-1"));
        until(() -> text("history-title").equals("Create 2 contacts"));
        assertThat(fxGet(() -> world.node("history-undo", Button.class).isVisible())).as("nobody can undo").isFalse();
    }

    @Test
    void undoIsOfferedForWhatWasDone() {
        past();
        show();
        until(() -> !table().getItems().isEmpty());
        assertThat(fxGet(() -> world.node("history-undo", Button.class).isDisabled())).as("not before its end").isTrue();
        job("Create 2 contacts");
        fx(() -> world.node("history-undo", Button.class).fire());
        assertThat(undone).containsExactly("past-1");
    }

    @Test
    void theReportIsSaved() throws Exception {
        past();
        show();
        job("Set company on 5 contacts");
        world.dialogs.next = folder.resolve("report.csv");
        fx(() -> world.node("history-report", Button.class).fire());
        until(() -> text("history-note").equals("Saved as report.csv"));
        assertThat(Files.readString(folder.resolve("report.csv"), StandardCharsets.UTF_8)).contains("Priya Raman", "Not known", "Value too long.");
    }

    @Test
    void aJournalThatCannotBeReadIsSaid() throws Exception {
        past();
        world.journal.close();
        for (String suffix : List.of("", "-wal", "-shm")) {
            Path file = folder.resolve("muster.db" + suffix);
            if (Files.exists(file)) {
                Files.write(file, "no database at all, but long enough to be taken for one by its length".repeat(99).getBytes(StandardCharsets.UTF_8));
            }
        }
        fx(() -> world.sheets.show(new HistorySheet(world.workspace, world.sheets, world.dialogs, world.history, new HistoryWays(Optional.empty(), Optional.empty(), Optional.empty()), Optional.empty())));
        until(() -> text("history-nothing").equals("History cannot be read"));
        fx(world.sheets::requestClose);
        fx(() -> world.sheets.show(new ContactHistorySheet(world.workspace, world.sheets, Optional.empty(), ContactKey.of(ADA), job -> { })));
        until(() -> text("contact-history-nothing").startsWith("History cannot be read"));
    }

    @Test
    void tenThousandContactsAreListedWithAFewRowsOnly() {
        List<Change> many = IntStream.range(0, 10_000).mapToObj(i -> create("Contact " + i, "c" + i + "@example.org")).toList();
        world.ended(YESTERDAY, "Create 10,000 contacts", many, many.stream().map(c -> OutcomeState.DONE).toList());
        show();
        until(() -> table().getItems().size() == 10_000);
        assertThat(fxGet(() -> table().lookupAll(".table-row-cell").size())).isLessThan(60);
        assertThat(fxGet(() -> table().lookupAll(".table-row-cell").stream().map(r -> (TableRow<?>) r).filter(r -> !r.isEmpty()).count())).isPositive();
    }

    @Test
    void everythingHasAName() {
        past();
        show();
        job("Set company on 5 contacts");
        row(1);
        List<String> nameless = new ArrayList<>();
        fx(() -> nameless(world.node("history-sheet", Parent.class), nameless));
        assertThat(nameless).isEmpty();
    }

    private static void nameless(Node node, List<String> found) {
        boolean control = node instanceof Control && node.isFocusTraversable() && node.isVisible();
        boolean named = node.getAccessibleText() != null && !node.getAccessibleText().isBlank() || node instanceof ButtonBase button && !button.getText().isBlank();
        if (control && !named) {
            found.add(node.toString());
        }
        if (node instanceof Parent parent && node.isVisible() && !(node instanceof DatePicker)) {
            parent.getChildrenUnmodifiable().forEach(child -> nameless(child, found));
        }
    }
}

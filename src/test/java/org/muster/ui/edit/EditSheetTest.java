package org.muster.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.changes.Edit;
import org.muster.changes.TextPattern;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.jobs.JobState;
import org.muster.jobs.OutcomeState;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class EditSheetTest {
    private static final Edit COMPANY = new Edit.Set(PersonField.ORGANIZATIONS.mainSubField(), "ACME");
    private static final Edit NO_NOTES = new Edit.Clear(PersonField.BIOGRAPHIES);

    private EditWorld world;
    private FxRobot robot;

    @Start
    void start(Stage stage) {
        world = new EditWorld().people();
        world.open(stage, 960, 720);
    }

    @BeforeEach
    void clear(FxRobot robot) {
        this.robot = robot;
        WaitForAsyncUtils.clearExceptions();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private EditSheet open(List<Contact> contacts, Edit... edits) {
        EditSheet sheet = world.show(() -> new EditSheet(world.workspace, world.sheets, contacts, "has:email", List.of(edits)));
        settled();
        return sheet;
    }

    private void settled() {
        EditWorld.until(() -> !text("#preview-counts").contains("Working"));
    }

    private String text(String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private boolean shown(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private void press(String query) {
        robot.interact(() -> robot.lookup(query).queryAs(ButtonBase.class).fire());
        settled();
    }

    private void run() {
        robot.interact(() -> robot.lookup("#edit-run").queryButton().fire());
    }

    private boolean runnable() {
        return !robot.lookup("#edit-run").queryAs(Button.class).isDisabled();
    }

    @SuppressWarnings("unchecked")
    private TableView<PreviewRow> table() {
        return robot.lookup("#preview-table").queryAs(TableView.class);
    }

    private JsonObject onServer(Contact contact) {
        return world.server.contact(contact.resourceName());
    }

    private String company(Contact contact) {
        return onServer(contact).getAsJsonArray("organizations").get(0).getAsJsonObject().get("name").getAsString();
    }

    private void takeOut(String name) {
        robot.interact(() -> {
            PreviewRow row = table().getItems().stream().filter(r -> r.update().displayName().equals(name)).findFirst().orElseThrow();
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(table().getItems().indexOf(row));
        });
        robot.push(KeyCode.SPACE);
        settled();
    }

    @Test
    void setsAndClearsAfterAYesForEveryContactNotTakenOut() throws InterruptedException {
        List<Contact> contacts = world.load(FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES, PersonField.ORGANIZATIONS, PersonField.BIOGRAPHIES));
        open(contacts, COMPANY, NO_NOTES);

        assertThat(text("#edit-title")).isEqualTo("Edit 9 contacts");
        assertThat(text("#preview-counts")).isEqualTo("10 changes in 9 contacts");
        assertThat(text("#segment-cleared")).isEqualTo("Cleared 3");
        assertThat(robot.lookup("#mask-text").queryAs(TextField.class).getText()).isEqualTo("organizations,biographies");
        assertThat(text("#clear-warning-text")).isEqualTo("3 notes will be emptied.");
        assertThat(runnable()).isFalse();
        assertThat(text("#edit-footer")).isEqualTo("Confirm what will be emptied first.");

        takeOut("Priya Raman");
        assertThat(text("#segment-taken-out")).isEqualTo("Taken out 1");
        press("#confirm-clear");
        assertThat(text("#edit-run")).isEqualTo("Run on 8 contacts");
        assertThat(runnable()).as("3 of 9 is more than a fifth").isFalse();
        assertThat(text("#edit-footer")).isEqualTo("Type the number to go on.");
        assertThat(robot.lookup("#guard").query().isVisible()).isTrue();
        robot.interact(() -> robot.lookup("#guard-number").queryAs(TextField.class).setText("3"));
        assertThat(runnable()).isFalse();
        robot.interact(() -> robot.lookup("#guard-number").queryAs(TextField.class).setText("8"));
        assertThat(text("#edit-footer")).isEqualTo("3 batches of up to 200, one after the other.");

        press("#segment-cleared");
        assertThat(table().getItems()).hasSize(3).allMatch(PreviewRow::clears);
        press("#segment-taken-out");
        assertThat(table().getItems()).singleElement().extracting(r -> r.update().displayName()).isEqualTo("Priya Raman");

        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(world.sheets.anyOpen()).isFalse();
        var job = world.jobs.jobs().getFirst();
        job.await();
        assertThat(job.changes().title()).isEqualTo("Clear notes, set company on 8 contacts");
        assertThat(job.snapshot().state()).isEqualTo(JobState.FINISHED);
        assertThat(job.snapshot().count(OutcomeState.DONE)).isEqualTo(8);
        for (Contact contact : contacts) {
            boolean out = contact.displayName().equals("Priya Raman");
            assertThat(company(contact)).isEqualTo(out ? "Raman & Co." : "ACME");
            assertThat(onServer(contact).has("biographies")).isFalse();
        }
    }

    @Test
    void aFieldUntickedIsNotOverwritten() throws InterruptedException {
        List<Contact> contacts = world.load(FieldMask.of(PersonField.NAMES, PersonField.ORGANIZATIONS, PersonField.BIOGRAPHIES));
        open(contacts, COMPANY, NO_NOTES);
        press("#tick-biographies");

        assertThat(shown("#clear-warning")).isFalse();
        assertThat(text("#preview-counts")).isEqualTo("7 changes in 7 contacts");
        run();
        world.jobs.jobs().getFirst().await();
        Contact ada = contacts.getFirst();
        assertThat(company(ada)).isEqualTo("ACME");
        assertThat(onServer(ada).has("biographies")).isTrue();
    }

    @Test
    void whatIsNotLoadedIsSaidLoadedOnRequestAndOnlyThenOverwritten() {
        List<Contact> contacts = world.load(FieldMask.of(PersonField.NAMES));
        open(contacts, NO_NOTES);

        assertThat(text("#missing-words")).isEqualTo("Not loaded for 9 contacts: Notes.");
        assertThat(robot.lookup("#tick-biographies").query().isDisabled()).isTrue();
        assertThat(runnable()).isFalse();
        assertThat(text("#edit-footer")).isEqualTo("Load what is missing first, or change the steps.");

        world.server.deleteElsewhere(contacts.get(1).resourceName());
        robot.interact(() -> robot.lookup("#missing-load").queryButton().fire());
        EditWorld.until(() -> text("#preview-counts").startsWith("3 changes"));
        assertThat(shown("#missing-notice")).isFalse();
        assertThat(text("#edit-title")).isEqualTo("Edit 8 contacts");
        assertThat(text("#edit-scope")).contains("1 contact is gone");
        press("#confirm-clear");
        assertThat(text("#edit-run")).isEqualTo("Run on 3 contacts");
    }

    @Test
    void aLoadThatFailsIsSaidAndCanBeTriedAgain() {
        open(world.load(FieldMask.of(PersonField.NAMES)), NO_NOTES);
        world.server.close();
        robot.interact(() -> robot.lookup("#missing-load").queryButton().fire());
        EditWorld.until(() -> text("#missing-load").equals("Retry"));
        assertThat(text("#missing-words")).isNotBlank().doesNotContain("not loaded");
        assertThat(runnable()).isFalse();
    }

    @Test
    void aStepIsBuiltByHandAndSaysWhatItLacks() {
        open(world.load(FieldMask.all()));
        assertThat(text("#edit-footer")).isEqualTo("Step 1 is not ready.");
        assertThat(text(".step-problem")).isEqualTo("Choose a field.");

        choose(".step-field", "Birthday");
        type(".step-value", "30 February");
        assertThat(text(".step-problem")).startsWith("Not a date");
        type(".step-value", "1815-12-10");
        assertThat(shown(".step-problem")).isFalse();
        assertThat(text("#preview-counts")).isEqualTo("9 changes in 9 contacts");

        choose(".step-field", "Company");
        choose(".step-part", "Job title");
        type(".step-value", "x".repeat(1_025));
        assertThat(text(".step-problem")).isEqualTo("1,025 characters; Google takes up to 1,024.");
        type(".step-value", "Boss");
        assertThat(table().getItems()).hasSize(9);
        assertThat(DiffText.of(table().getItems().getFirst().diff(), n -> n)).isEqualTo(new DiffText("Job title", "Programmer", "Boss", false));
    }

    @Test
    void theCardSpeaksOfTheFieldThatIsChosen() {
        open(world.load(FieldMask.all()), new Edit.Append(PersonField.NICKNAMES, "x", ""));
        type(".step-value", "");
        assertThat(text(".step-help")).contains("nickname");
        choose(".step-field", "Address");
        assertThat(text(".step-help")).as("it was not ready before, and is not ready now").contains("address").doesNotContain("nickname");
    }

    @Test
    void theCardSaysThatAPartIsNotTheWholeField() {
        open(world.load(FieldMask.all()));
        choose(".step-field", "Name");
        choose(".step-part", "First name");
        assertThat(text(".step-help")).isEqualTo("Replaces “First name”; the rest of the name stays.");
        choose(".step-field", "Company");
        assertThat(text(".step-help")).isEqualTo("Replaces the first company; others stay.");
        choose(".step-part", "Job title");
        assertThat(text(".step-help")).isEqualTo("Replaces “Job title” of the first company; others stay.");
    }

    @Test
    void typedLettersChooseFromADropDown() {
        open(world.load(FieldMask.all()));
        ComboBox<?> field = robot.lookup(".step-field").queryAs(ComboBox.class);
        assertThat(field.isFocused()).isTrue();
        robot.interact(() -> letters(field, KeyCode.B, KeyCode.I));
        assertThat(chosen(field)).isEqualTo("Birthday");
        assertThat(field.isShowing()).as("nothing drops down for it").isFalse();
        robot.interact(() -> letters(robot.lookup(".step-part").query(), KeyCode.A));
        ComboBox<?> part = robot.lookup(".step-part").queryAs(ComboBox.class);
        assertThat(chosen(part)).isEqualTo("As text");
    }

    @Test
    void theStepTheSheetBeginsWithGivesWayToTheFirstOneThatIsAskedFor() {
        open(world.load(FieldMask.all()));
        add("#add-REMOVE_MARKERS");
        assertThat(robot.lookup(".step-card").queryAll()).hasSize(1);
        assertThat(text("#edit-footer")).isNotEqualTo("Step 1 is not ready.");
        add("#add-CLEAR");
        assertThat(robot.lookup(".step-card").queryAll()).as("marks need no filling in").hasSize(2);
    }

    @Test
    void aStepThatIsFilledInStaysWhenAnotherIsAdded() {
        open(world.load(FieldMask.all()));
        choose(".step-field", "Birthday");
        add("#add-CLEAR");
        assertThat(robot.lookup(".step-card").queryAll()).hasSize(2);
    }

    private void add(String item) {
        robot.clickOn("#add-step").clickOn(item);
        settled();
    }

    /** The robot of the headless platform presses keys that say nothing. */
    private static void letters(Node target, KeyCode... keys) {
        for (KeyCode key : keys) {
            target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, key.getChar(), key.getChar(), key, false, false, false, false));
        }
    }

    private static <T> String chosen(ComboBox<T> box) {
        return box.getConverter().toString(box.getValue());
    }

    private void choose(String combo, String text) {
        robot.interact(() -> {
            ComboBox<?> box = robot.lookup(combo).queryAs(ComboBox.class);
            IntStream.range(0, box.getItems().size()).filter(i -> box.getItems().get(i).toString().contains("text=" + text + "]")).findFirst().ifPresentOrElse(box.getSelectionModel()::select, () -> {
                throw new AssertionError(box.getItems().toString());
            });
        });
        settled();
    }

    private void type(String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
        settled();
    }

    @Test
    void aPatternThatCannotBeUsedSaysWhereAndWhy() {
        open(world.load(FieldMask.of(PersonField.NAMES, PersonField.ORGANIZATIONS)));
        press(".step-remove");
        assertThat(text("#edit-footer")).isEqualTo("Add a step first.");
        robot.clickOn("#add-step").clickOn("#add-REPLACE");
        type(".step-value", "G(mbH");
        assertThat(text("#preview-counts")).isEqualTo("No changes");
        press(".step-regex");
        assertThat(text(".step-problem")).isEqualTo("The “(” at character 2 is never closed. Add “)”, or write \\( for the sign itself.");
        assertThat(runnable()).isFalse();

        type(".step-value", "G(mb)H$");
        type(".step-replacement", "$2");
        assertThat(text(".step-problem")).contains("no group for “$2”");
        type(".step-replacement", "$1");
        assertThat(table().getItems()).extracting(r -> DiffText.of(r.diff(), n -> n).after()).containsExactly("Müller mb", "Müller mb, Programmer".split(",")[0]);
    }

    @Test
    void labelsAreGiven() throws InterruptedException {
        Label friends = world.label("Friends");
        List<Contact> contacts = world.load(FieldMask.of(PersonField.NAMES, PersonField.MEMBERSHIPS));
        world.show(() -> EditSheet.startingWith(StepKind.ADD_LABEL, world.workspace, world.sheets, contacts, ""));
        settled();
        choose(".step-label", "Friends");
        assertThat(text("#preview-counts")).isEqualTo("9 changes in 9 contacts");
        run();
        world.jobs.jobs().getFirst().await();
        assertThat(world.load(FieldMask.of(PersonField.MEMBERSHIPS))).allMatch(c -> c.hasLabel(friends.resourceName()) && c.hasLabel(Label.MY_CONTACTS));
    }

    @Test
    void stepsAreReorderedAndTakenOut() {
        open(world.load(FieldMask.all()), NO_NOTES, new Edit.Append(PersonField.BIOGRAPHIES, "Reviewed", ""));
        assertThat(text("#preview-counts")).isEqualTo("9 changes in 9 contacts");
        robot.interact(() -> robot.lookup(".step-down").queryAllAs(Button.class).iterator().next().fire());
        settled();
        assertThat(text("#preview-counts")).isEqualTo("3 changes in 3 contacts");
        robot.interact(() -> robot.lookup(".step-remove").queryAllAs(Button.class).iterator().next().fire());
        settled();
        assertThat(robot.lookup(".step-card").queryAll()).hasSize(1);
    }

    @Test
    void typedWorkIsNotLostByEsc() {
        open(world.load(FieldMask.all()), COMPANY);
        robot.push(KeyCode.ESCAPE);
        assertThat(world.sheets.anyOpen()).isTrue();
        assertThat(shown("#edit-ask")).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(world.jobs.jobs()).isEmpty();
        press("#edit-keep");
        assertThat(shown("#edit-ask")).isFalse();
        robot.interact(() -> robot.lookup("#edit-close").queryButton().fire());
        robot.interact(() -> robot.lookup("#edit-discard").queryButton().fire());
        assertThat(world.sheets.anyOpen()).isFalse();
        assertThat(world.jobs.jobs()).isEmpty();
    }

    @Test
    void aSheetWithNothingTypedClosesAtOnce() {
        open(world.load(FieldMask.all()));
        robot.push(KeyCode.ESCAPE);
        assertThat(world.sheets.anyOpen()).isFalse();
    }

    @Test
    void itRunsOnce() {
        open(world.load(FieldMask.all()), COMPANY);
        Button run = robot.lookup("#edit-run").queryButton();
        robot.interact(() -> {
            run.fire();
            run.fire();
        });
        assertThat(world.jobs.jobs()).hasSize(1);
    }

    @Test
    void notReadingBackIsAChoice() throws InterruptedException {
        open(world.load(FieldMask.all()), COMPANY);
        robot.clickOn("#read-back");
        robot.interact(() -> robot.lookup("#no-read-back").queryAllAs(CheckBox.class).stream().filter(CheckBox::isVisible).forEach(CheckBox::fire));
        assertThat(text("#read-back")).isEqualTo("Do not read back");
        run();
        world.jobs.jobs().getFirst().await();
        assertThat(world.jobs.jobs().getFirst().changes().readBack()).isEqualTo(FieldMask.none());
        assertThat(world.jobs.jobs().getFirst().snapshot().count(OutcomeState.DONE)).isEqualTo(7);
    }

    @Test
    void whatGoogleWouldNotTakeIsSaidBeforeItIsSent() throws InterruptedException {
        world.person("{'names':[{'givenName':'Long'}],'organizations':[{'name':'Acme " + "x".repeat(1_018) + "'}]}");
        TextPattern pattern = ((TextPattern.Compiled.Ok) TextPattern.compile("acme", "Acme Ltd", false, false)).pattern();
        List<Contact> contacts = world.load(FieldMask.of(PersonField.NAMES, PersonField.ORGANIZATIONS));
        open(contacts, new Edit.Replace(List.of(PersonField.ORGANIZATIONS.mainSubField()), pattern));
        assertThat(text("#segment-to-check")).isEqualTo("To check 1");
        press("#segment-to-check");
        assertThat(table().getItems()).singleElement().extracting(r -> r.update().displayName()).isEqualTo("Long");
        assertThat(robot.lookup(".warning-icon").match(n -> n.isVisible() && n.getParent() != null && n.getParent().getParent() instanceof TableCell<?, ?>).queryAll()).hasSize(1);
        assertThat(runnable()).as("the others are not held up by it").isTrue();
        run();
        var job = world.jobs.jobs().getFirst();
        job.await();
        assertThat(job.snapshot().count(OutcomeState.DONE)).isEqualTo(2);
        assertThat(job.outcomes()).filteredOn(o -> o.state() == OutcomeState.FAILED).singleElement().satisfies(o -> assertThat(o.change().displayName()).isEqualTo("Long"));
    }
}

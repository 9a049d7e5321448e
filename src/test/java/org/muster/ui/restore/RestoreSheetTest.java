package org.muster.ui.restore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Name;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.muster.changes.Returns;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.BackupNow;
import org.muster.jobs.Job;
import org.muster.jobs.JobSettings;
import org.muster.jobs.OutcomeState;
import org.muster.people.ApiError;
import org.muster.practice.Fault;
import org.muster.store.Backups;
import org.muster.ui.edit.EditWorld;
import org.muster.ui.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The restore sheet on a practice account over real HTTP and real files. */
@ExtendWith(ApplicationExtension.class)
class RestoreSheetTest {
    @TempDir
    Path folder;
    private EditWorld world;
    private Backups backups;
    private FxRobot robot;

    @Start
    void start(Stage stage) {
        world = new EditWorld();
        world.open(stage, 1440, 900);
    }

    @BeforeEach
    void clear(FxRobot given) {
        WaitForAsyncUtils.clearExceptions();
        robot = given;
        world.people();
        backups = new Backups(folder.resolve("backups"), Clock.fixed(Instant.parse("2026-11-22T08:12:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void backUp() {
        BackupNow.Watcher nobody = new BackupNow.Watcher() {
            @Override
            public void progress(int read, int total) { }

            @Override
            public void waiting(ApiError error, Duration time) { }

            @Override
            public boolean ended() {
                return false;
            }
        };
        assertThat(new BackupNow(JobSettings.standard()).take(world.workspace.gateway(), labels -> backups.beginAnother("practice", labels), nobody)).isInstanceOf(BackupNow.Taken.Done.class);
    }

    private void open() {
        world.show(() -> new RestoreSheet(world.workspace, world.sheets, new RestoreSource("practice", backups, () -> Returns.NONE, JobSettings.standard()), false));
    }

    private void settled() {
        EditWorld.until(() -> !text("#restore-footer").contains("…") && !text("#restore-footer").isEmpty());
    }

    private String text(String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private void press(String query) {
        robot.interact(() -> robot.lookup(query).queryAs(ButtonBase.class).fire());
        WaitForAsyncUtils.waitForFxEvents();
        settled();
    }

    @SuppressWarnings("unchecked")
    private List<RestoreRow> rows() {
        TableView<RestoreRow> table = robot.lookup("#restore-table").queryAs(TableView.class);
        return List.copyOf(table.getItems());
    }

    private long pale() {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#restore-table .table-row-cell").queryAll().stream().filter(row -> row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("taken-out"))).count();
    }

    private Job ran() throws InterruptedException {
        EditWorld.until(() -> !world.jobs.jobs().isEmpty());
        Job job = world.jobs.jobs().getFirst();
        job.await();
        return job;
    }

    /** Somebody deletes two, renames one and empties another's notes after the backup. */
    private List<Contact> damage() {
        List<Contact> before = world.load(FieldMask.all());
        backUp();
        world.server.deleteElsewhere(before.get(0).resourceName());
        world.server.deleteElsewhere(before.get(2).resourceName());
        world.server.changeElsewhere(before.get(1).resourceName(), person -> person.getAsJsonArray("organizations").get(0).getAsJsonObject().addProperty("name", "ACME"));
        world.server.changeElsewhere(before.get(4).resourceName(), person -> person.remove("biographies"));
        world.server.changeElsewhere(before.get(3).resourceName(), person -> person.add("biographies", com.google.gson.JsonParser.parseString("[{'value':'Added since'}]".replace('\'', '"'))));
        world.load(FieldMask.of(PersonField.NAMES));
        return before;
    }

    @Test
    void whoIsGoneComesBackAndOneThatIsTickedGetsItsFieldsBack() throws InterruptedException {
        List<Contact> before = damage();
        open();
        settled();
        assertThat(text("#restore-all")).isEqualTo("Restorable 4");
        assertThat(text("#restore-gone")).isEqualTo("Gone 2");
        assertThat(text("#restore-different")).isEqualTo("Different 2");
        assertThat(text("#restore-same")).isEqualTo("The same 5");
        assertThat(text("#restore-run")).as("who is different may be so on purpose").isEqualTo("Restore 2 contacts");
        world.picture("restore-light");
        robot.interact(() -> world.theme.choiceProperty().set(Theme.Choice.DARK));
        world.picture("restore-dark");
        robot.interact(() -> world.theme.choiceProperty().set(Theme.Choice.LIGHT));

        press("#restore-different");
        robot.interact(() -> robot.lookup("#restore-search").queryAs(TextField.class).setText("gesla"));
        assertThat(rows()).singleElement().satisfies(row -> assertThat(row.diff().orElseThrow().field()).isEqualTo(PersonField.ORGANIZATIONS));
        assertThat(robot.lookup("#restore-table .table-cell").queryAllAs(Node.class)).extracting(Node::getAccessibleText).as("what goes, and what comes").anyMatch(said -> said != null && said.matches("ACME.* → .*Jaźń.*"));
        robot.interact(() -> {
            robot.lookup("#restore-table").query().requestFocus();
            robot.lookup("#restore-table").queryAs(TableView.class).getSelectionModel().select(0);
        });
        robot.push(KeyCode.SPACE);
        assertThat(text("#restore-run")).as("Space is a click on the box").isEqualTo("Restore 3 contacts");
        assertThat(pale()).isZero();
        robot.push(KeyCode.SPACE);
        assertThat(pale()).as("who does not take part").isEqualTo(1);
        assertThat(text("#restore-run")).isEqualTo("Restore 2 contacts");
        press("#restore-tick");
        assertThat(text("#restore-run")).isEqualTo("Restore 3 contacts");
        assertThat(text("#restore-footer")).isEqualTo("2 to create again, 1 to put back.");
        robot.interact(() -> robot.lookup("#restore-run").queryAs(ButtonBase.class).fire());
        Job job = ran();
        assertThat(world.sheets.anyOpen()).isFalse();
        assertThat(job.snapshot().count(OutcomeState.DONE)).isEqualTo(3);
        assertThat(world.server.contactCount()).isEqualTo(9);
        assertThat(world.server.contact(before.get(1).resourceName()).toString()).contains("Jaźń");
        assertThat(world.server.contact(before.get(4).resourceName()).has("biographies")).as("not ticked").isFalse();
        List<Contact> after = world.load(FieldMask.all());
        assertThat(after).extracting(Contact::displayName).contains(before.get(0).displayName(), before.get(2).displayName());
        assertThat(after).filteredOn(c -> c.displayName().equals("Ada Lovelace")).singleElement().satisfies(ada -> assertThat(((Name) ada.items(PersonField.NAMES).getFirst()).getGivenName()).isEqualTo("Ada"));
    }

    @Test
    void whatWasAddedSinceIsEmptiedOnlyWhenWishedAndConfirmed() throws InterruptedException {
        List<Contact> before = damage();
        open();
        settled();
        assertThat(text("#restore-empty")).contains("1 contact");
        press("#restore-empty");
        assertThat(text("#restore-different")).isEqualTo("Different 3");
        press("#restore-gone");
        press("#restore-untick");
        press("#restore-different");
        robot.interact(() -> robot.lookup("#restore-search").queryAs(TextField.class).setText("berg"));
        press("#restore-tick");
        assertThat(text("#restore-run")).isEqualTo("Restore 1 contact");
        assertThat(robot.lookup("#restore-run").query().isDisabled()).as("what is emptied is to be confirmed").isTrue();
        press("#confirm-clear");
        assertThat(robot.lookup("#restore-run").query().isDisabled()).isFalse();
        robot.interact(() -> robot.lookup("#restore-run").queryAs(ButtonBase.class).fire());
        assertThat(ran().snapshot().count(OutcomeState.DONE)).isEqualTo(1);
        assertThat(world.server.contact(before.get(3).resourceName()).has("biographies")).isFalse();
        assertThat(world.server.contactCount()).isEqualTo(7);
    }

    @Test
    void withoutABackupOneCanBeTakenAtOnce() {
        open();
        EditWorld.until(() -> text("#restore-nothing").startsWith("There is no backup"));
        assertThat(robot.lookup("#restore-run").query().isDisabled()).isTrue();
        world.picture("restore-none-light");
        robot.interact(() -> robot.lookup("#restore-now").queryAs(ButtonBase.class).fire());
        EditWorld.until(() -> text("#restore-status").equals("9 contacts backed up."));
        EditWorld.until(() -> text("#restore-same").equals("The same 9"));
        assertThat(backups.list("practice")).hasSize(1);
        robot.push(KeyCode.ESCAPE);
        assertThat(world.sheets.anyOpen()).isFalse();
    }

    @Test
    void aDamagedFileAndAServerThatFailsAreSaid() throws Exception {
        damage();
        Path file = backups.list("practice").getFirst().file();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 20));
        open();
        EditWorld.until(() -> text("#restore-nothing").contains("damaged: line 10"));
        Files.write(file, whole);
        world.server.faults().next(Fault.UNAVAILABLE_503_BEFORE, "people.connections.list");
        robot.interact(() -> robot.lookup("#restore-retry").queryAs(ButtonBase.class).fire());
        EditWorld.until(() -> robot.lookup("#restore-retry").match(Node::isVisible).tryQuery().isPresent() && text("#restore-nothing").contains("server"));
        robot.interact(() -> robot.lookup("#restore-retry").queryAs(ButtonBase.class).fire());
        EditWorld.until(() -> text("#restore-gone").equals("Gone 2"));
    }
}

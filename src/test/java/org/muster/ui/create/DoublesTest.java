package org.muster.ui.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.Job;
import org.muster.practice.Fault;
import org.muster.ui.edit.EditWorld;
import org.muster.ui.workspace.Workspace;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The fear of doubling: a file that was imported before, at once or another day. */
@ExtendWith(ApplicationExtension.class)
class DoublesTest {
    private static final String THERE = "97 rows look like contacts that are already there.";

    @TempDir
    Path folder;

    private final ChosenFiles files = new ChosenFiles();
    private final FxRobot robot = new FxRobot();
    private EditWorld world;

    @Start
    void start(Stage stage) {
        world = new EditWorld();
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

    @Test
    void theSameFileTwiceInOneGo() throws Exception {
        Path choir = Choir.csv(folder, 100, "");
        world.server.faults().next(Fault.QUOTA_429, "people.batchCreateContacts");
        open(choir);
        EditWorld.until(() -> text("#create-run").equals("Create 97 contacts"));
        assertThat(seen("#create-there")).isFalse();
        click("#create-run");
        EditWorld.until(() -> seen("#create-said"));
        Job job = world.jobs.jobs().getFirst();
        EditWorld.until(() -> job.snapshot().waiting().isPresent());
        again(choir);

        EditWorld.until(() -> text("#create-there").equals(THERE));
        assertThat(row(0).said().getValue()).isEqualTo("Looks like “Ines Duarte”, who is on the way in a job: same e-mail address");
        job.resume();
        job.await();
        EditWorld.until(() -> row(0).said().getValue().startsWith("Looks like “Ines Duarte”, who is in this account already"));
        assertThat(text("#create-run")).as("told, not left out").isEqualTo("Create 97 contacts");
        click("#create-doubles");
        assertThat(table().getItems()).hasSize(97).allSatisfy(row -> assertThat(row.resembled()).isPresent());

        click("#create-leave-there");
        EditWorld.until(() -> text("#create-all").equals("All 3"));
        assertThat(table().getItems()).extracting(r -> r.row().number()).as("the wrong rows stay").isEqualTo(Choir.WRONG);
        assertThat(seen("#create-there")).isFalse();
        assertThat(server()).hasSize(97);
    }

    @Test
    void theSameFileAnotherDay() throws Exception {
        world.person("{'names':[{'givenName':'Ines','familyName':'Duarte'}],'emailAddresses':[{'value':'INES@example.pt'}]}");
        world.person("{'names':[{'givenName':'Hana','familyName':'Kim'}],'phoneNumbers':[{'value':'02 555 0188'}]}");
        open(Choir.csv(folder, 7, ""));
        EditWorld.until(() -> text("#create-run").equals("Create 5 contacts"));
        assertThat(seen("#create-there")).as("nothing is loaded yet").isFalse();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            world.workspace.reload();
            return null;
        });
        EditWorld.until(() -> text("#create-there").equals("2 rows look like contacts that are already there."));
        click("#create-run");
        EditWorld.until(() -> seen("#create-said"));
        assertThat(server()).as("told and created all the same: they were left in").hasSize(7);
    }

    @Test
    void nothingGoesOutBeforeItIsTold() throws Exception {
        open(Choir.csv(folder, 2, ""));
        EditWorld.until(() -> text("#create-run").equals("Create 2 contacts"));
        world.person("{'names':[{'givenName':'Ines','familyName':'Duarte'}],'emailAddresses':[{'value':'ines@example.pt'}]}");
        List<Contact> there = list();
        robot.interact(() -> {
            // both on the way to the same moment: nobody can have read what is found between them
            world.workspace.book().replaceAll(there);
            robot.lookup("#create-run").queryAs(ButtonBase.class).fire();
        });
        EditWorld.until(() -> text("#create-said").startsWith("Some rows look like contacts that are already there"));
        assertThat(world.jobs.jobs()).isEmpty();
        click("#create-run");
        EditWorld.until(() -> !world.sheets.anyOpen());
        assertThat(server()).hasSize(3);
    }

    @Test
    void rowsOfOneGrid() throws Exception {
        open(Files.writeString(folder.resolve("twice.csv"), "First Name,Last Name,E-mail\nAnn,One,ann@example.org\nBen,Two,ben@example.org\nAnn,One,Ann@Example.org\n,,ann@example.org\n"));
        EditWorld.until(() -> text("#create-repeated").equals("2 rows look like others here."));
        assertThat(row(2).said().getValue()).isEqualTo("Looks like row 1: same e-mail address");
        assertThat(row(0).said().getValue()).isEmpty();
        click("#create-leave-repeated");
        EditWorld.until(() -> text("#create-run").equals("Create 2 contacts"));
        click("#create-run");
        EditWorld.until(() -> !world.sheets.anyOpen());
        assertThat(server()).extracting(Contact::displayName).containsExactlyInAnyOrder("Ann One", "Ben Two");
    }

    @Test
    void nobodyIsLeftOutForLookingLikeARowThatIsLeftOut() throws Exception {
        open(Files.writeString(folder.resolve("chain.csv"), "First Name,Last Name,E-mail,Phone\nAnn,One,ann@example.org,\nAnn,One,ann@example.org,020 555 0101\nAnn,One,other@example.org,020 555 0101\n"));
        EditWorld.until(() -> text("#create-repeated").equals("One row looks like another one here."));
        assertThat(row(2).said().getValue()).isEqualTo("Looks like row 2: same name and number");
        click("#create-leave-repeated");
        EditWorld.until(() -> text("#create-run").equals("Create 2 contacts"));
        assertThat(table().getItems()).extracting(r -> r.row().number()).containsExactly(1, 3);
        assertThat(row(1).said().getValue()).isEmpty();
    }

    @Test
    void leavingOutIsNotForgottenWhenTheAccountChangesAtThatMoment() throws Exception {
        world.person("{'names':[{'givenName':'Ann'}],'emailAddresses':[{'value':'ann@example.org'}]}");
        world.load(Workspace.DEFAULT_MASK);
        open(Files.writeString(folder.resolve("a.csv"), "First Name,E-mail\nAnn,ann@example.org\nBen,ben@example.org\n"));
        EditWorld.until(() -> seen("#create-there"));
        List<Contact> there = list();
        robot.interact(() -> {
            // as the answers of a job's batches do, time and again
            robot.lookup("#create-leave-there").queryAs(ButtonBase.class).fire();
            world.workspace.book().replaceAll(there);
        });
        EditWorld.until(() -> text("#create-run").equals("Create one contact"));
        assertThat(table().getItems()).extracting(r -> r.row().number()).containsExactly(2);
    }

    @Test
    void aRowOfAJobThatFailedIsStillWanted() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "First Name,E-mail\nAnn,ann@example.org\n");
        world.server.faults().next(Fault.QUOTA_429, "people.batchCreateContacts");
        open(file);
        EditWorld.until(() -> text("#create-run").equals("Create one contact"));
        click("#create-run");
        EditWorld.until(() -> !world.sheets.anyOpen());
        open(file);
        EditWorld.until(() -> seen("#create-there"));
        world.jobs.jobs().getFirst().cancel();
        world.jobs.jobs().getFirst().await();
        click("#create-leave-there");
        EditWorld.until(() -> !seen("#create-there"));
        assertThat(text("#create-run")).isEqualTo("Create one contact");
    }

    @Test
    void whatIsNotLoadedCannotBeCompared() throws Exception {
        world.person("{'names':[{'givenName':'Ann'}],'emailAddresses':[{'value':'ann@example.org'}]}");
        world.load(FieldMask.of(PersonField.NAMES));
        open(Files.writeString(folder.resolve("a.csv"), "First Name,E-mail\nAnnie,ann@example.org\n"));
        EditWorld.until(() -> text("#create-unseen").contains("not loaded for one contact of this account"));
        world.load(Workspace.DEFAULT_MASK);
        EditWorld.until(() -> seen("#create-there") && !seen("#create-unseen"));
    }

    private void open(Path file) {
        world.show(() -> CreateSheet.fromFile(world.workspace, world.sheets, files, file));
    }

    /** Leaves the sheet and opens the file in a new one. */
    private void again(Path file) {
        click("#create-cancel");
        EditWorld.until(() -> !world.sheets.anyOpen());
        open(file);
        EditWorld.until(() -> text("#create-run").equals("Create 97 contacts"));
    }

    private void click(String button) {
        robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
    }

    @SuppressWarnings("unchecked") // the grid's own table
    private TableView<GridRow> table() {
        return robot.lookup("#create-grid").queryAs(TableView.class);
    }

    private GridRow row(int index) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> table().getItems().get(index));
    }

    private String text(String query) {
        return robot.lookup(query).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    private boolean seen(String query) {
        return robot.lookup(query).tryQuery().filter(DoublesTest::shows).isPresent();
    }

    private static boolean shows(Node node) {
        return node.isVisible() && (node.getParent() == null || shows(node.getParent()));
    }

    private List<Contact> list() {
        List<Contact> all = new ArrayList<>();
        world.workspace.gateway().list(FieldMask.all(), Set.of(), page -> all.addAll(page.contacts()));
        return all;
    }

    /** Who is at the server when every job is over. */
    private List<Contact> server() throws InterruptedException {
        for (Job job : world.jobs.jobs()) {
            job.await();
        }
        return list();
    }
}

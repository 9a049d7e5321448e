package org.muster.ui.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Biography;
import com.google.api.services.people.v1.model.Organization;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.JobService;
import org.muster.jobs.Outcome;
import org.muster.ui.jobs.Pictures;
import org.muster.ui.jobs.ScriptedJob;
import org.muster.ui.jobs.ScriptedJobs;
import org.muster.ui.jobs.Some;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.Workspace;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ConflictSheetTest {
    private static final FieldMask MASK = FieldMask.of(PersonField.ORGANIZATIONS, PersonField.BIOGRAPHIES);

    private final ScriptedJobs jobs = new ScriptedJobs();
    private final List<Outcome> settled = new ArrayList<>();
    private Sheets sheets;
    private final ChangeSet changes = new ChangeSet("Edit", IntStream.range(0, 4).mapToObj(ConflictSheetTest::edit).toList(), Some.LOADED);
    private final ScriptedJob job = new ScriptedJob(changes, 200);
    private Workspace workspace;
    private Scene scene;

    /** The company set to ACME and the notes cleared. */
    private static Change.Update edit(int number) {
        Contact before = Some.contact(number, "1", person(number, "Analytical Engines", "+44 20 7946 0001", "Prefers letters."));
        return new Change.Update(before, person(number, "ACME", "+44 20 7946 0001", ""), MASK);
    }

    private static Person person(int number, String company, String phone, String note) {
        Person person = Some.person(number == 0 ? "Ada Lovelace" : "Contact " + number, company);
        person.setPhoneNumbers(new ArrayList<>(List.of(new PhoneNumber().setValue(phone))));
        return note.isEmpty() ? person : person.setBiographies(new ArrayList<>(List.of(new Biography().setValue(note))));
    }

    private Outcome conflict(int row, String companyThere, String noteThere) {
        return Some.conflict(changes, row, Some.contact(row, "2", person(row, companyThere, "+44 20 7946 0099", noteThere)));
    }

    @Start
    void start(Stage stage) {
        sheets = new Sheets();
        workspace = new Workspace("Practice", new JobService.Lane("a", null, new ContactBook()), jobs, new VirtualThreads(), Clock.fixed(Instant.parse("2026-11-21T12:10:00Z"), ZoneOffset.UTC));
        scene = Pictures.styled(new StackPane(new Region(), sheets.layer()), 960, 600);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void clean() {
        WaitForAsyncUtils.clearExceptions();
    }

    private void show(Outcome conflict, Outcome... others) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> sheets.show(new ConflictSheet(workspace, sheets, job.changes(), conflict, List.of(others), settled::addAll))).get();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Change.Update onlyUpdate() {
        assertThat(jobs.jobs()).hasSize(1);
        assertThat(jobs.jobs().getFirst().changes().changes()).hasSize(1);
        return (Change.Update) jobs.jobs().getFirst().changes().changes().getFirst();
    }

    private static String company(Person person) {
        return person.getOrganizations().stream().map(Organization::getName).findFirst().orElse("");
    }

    @Test
    void yourEditGoesOntoWhatIsThereNow(FxRobot robot) throws Exception {
        show(conflict(0, "Babbage & Co.", "Prefers letters."), conflict(1, "Other", "Prefers letters."), conflict(2, "Other", "Prefers letters."), conflict(3, "Other", "Prefers letters."));
        assertThat(robot.from(sheets.layer()).lookup(".label").queryAllAs(Labeled.class)).extracting(Labeled::getText)
                .contains("Ada Lovelace was changed meanwhile", "not edited", "cleared", "+44 20 7946 0099")
                .anySatisfy(text -> assertThat(text).startsWith("This contact was changed at 12:07"));
        WaitForAsyncUtils.asyncFx(() -> Pictures.save(scene, "conflict")).get();
        robot.clickOn("Apply the choice");
        Change.Update update = onlyUpdate();
        assertThat(update.before().etag()).isEqualTo("e2");
        assertThat(update.mask()).isEqualTo(MASK);
        assertThat(company(update.after())).isEqualTo("ACME");
        assertThat(update.after().getBiographies()).isNull();
        assertThat(update.after().getPhoneNumbers().getFirst().getValue()).isEqualTo("+44 20 7946 0099");
        assertThat(settled).extracting(Outcome::row).containsExactly(0);
        assertThat(sheets.anyOpen()).isFalse();
    }

    @Test
    void googlesSideIsLeftOutOfTheMask(FxRobot robot) throws Exception {
        show(conflict(0, "Babbage & Co.", "Prefers letters."));
        robot.clickOn("Babbage & Co.");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(onlyUpdate().mask()).isEqualTo(FieldMask.of(PersonField.BIOGRAPHIES));
        assertThat(company(onlyUpdate().after())).isEqualTo("Babbage & Co.");
    }

    @Test
    void nothingIsSentWhenGooglesSideWinsEverywhere(FxRobot robot) throws Exception {
        show(conflict(0, "Babbage & Co.", ""));
        robot.clickOn("Babbage & Co.");
        robot.clickOn("Apply the choice");
        assertThat(jobs.jobs()).isEmpty();
        assertThat(settled).extracting(Outcome::row).containsExactly(0);
    }

    @Test
    void theSameForOthersLeavesOutThoseItDoesNotDecide(FxRobot robot) throws Exception {
        show(conflict(0, "Babbage & Co.", "Prefers letters."), conflict(1, "Other", "Prefers letters."), conflict(2, "Other", "Changed there."));
        assertThat(robot.lookup(".check-box").queryAs(CheckBox.class).getText()).isEqualTo("Do the same for 2 other conflicts in this job");
        robot.clickOn(".check-box");
        robot.clickOn("Apply the choice");
        assertThat(jobs.jobs().getFirst().changes().changes()).extracting(Change::displayName).containsExactly("Ada Lovelace", "Contact 1");
        assertThat(settled).extracting(Outcome::row).containsExactly(0, 1);
    }

    @Test
    void skippingSendsNothing(FxRobot robot) throws Exception {
        show(conflict(0, "Babbage & Co.", "Prefers letters."), conflict(1, "Other", "Prefers letters."));
        robot.clickOn("Skip this contact");
        assertThat(jobs.jobs()).isEmpty();
        assertThat(settled).extracting(Outcome::row).containsExactly(0);
    }

    @Test
    void closingDecidesNothing(FxRobot robot) throws Exception {
        show(conflict(0, "Babbage & Co.", "Prefers letters."));
        robot.type(KeyCode.ESCAPE);
        assertThat(sheets.anyOpen()).isFalse();
        assertThat(jobs.jobs()).isEmpty();
        assertThat(settled).isEmpty();
    }
}

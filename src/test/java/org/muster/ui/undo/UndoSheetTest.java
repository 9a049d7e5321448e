package org.muster.ui.undo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Nickname;
import com.google.api.services.people.v1.model.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.jobs.Job;
import org.muster.jobs.JobState;
import org.muster.jobs.OutcomeState;
import org.muster.practice.Fault;
import org.muster.ui.edit.EditWorld;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Jobs taken back from the window, over real HTTP and with a journal on the disk. */
class UndoSheetTest {
    /** There as long as the class is: what looks into a journal in the background may end after its test. */
    @TempDir
    static Path folder;

    private final FxRobot robot = new FxRobot();
    private UndoOffice office;
    private Label choir;

    @BeforeAll
    static void window() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterAll
    static void away() throws TimeoutException {
        FxToolkit.hideStage();
    }

    /** One window for all; what is in it is new each time. */
    @BeforeEach
    void open() throws Exception {
        WaitForAsyncUtils.clearExceptions();
        office = new UndoOffice(Files.createTempDirectory(folder, "office"));
        FxToolkit.setupStage(stage -> office.open(stage, 960, 720));
        choir = office.people("Choir", "Ada", "Bert", "Cleo", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "Jana", "Kim", "Lena");
        office.load();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static boolean there(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(UndoSheetTest::shows).isPresent();
    }

    private static boolean shows(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Done when it comes back. The robot's own way waits for some pulses more each time, which these tests have no need of. */
    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }

    private static void press(FxRobot robot, String id) {
        fx(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private static void planned(FxRobot robot) {
        EditWorld.until(() -> there(robot, "#undo-planned"));
    }

    private static void said(FxRobot robot) {
        EditWorld.until(() -> there(robot, "#undo-said"));
    }

    @SuppressWarnings("unchecked")
    private static TableView<UndoRow> table(FxRobot robot) {
        return robot.lookup("#undo-table").queryAs(TableView.class);
    }

    private Job newest() {
        return office.jobs.jobs().getLast();
    }

    private Job delete(String... names) {
        return office.run("Delete " + names.length + " contacts", java.util.Arrays.stream(names).map(n -> new Change.Delete(office.named(n))).toList());
    }

    private static Change.Update emails(Contact contact, String value) {
        return new Change.Update(contact, contact.copy().setEmailAddresses(List.of(new EmailAddress().setValue(value))), FieldMask.of(PersonField.EMAIL_ADDRESSES));
    }

    private static Change.Create create(String name) {
        return new Change.Create(new Person().setNames(List.of(new Name().setGivenName(name))), "");
    }

    @Test
    void deletedContactsComeBackIntoTheTableWithLabelAndPhotoByTheKeyboardAlone() {
        office.photo(office.named("Bert"));
        delete("Ada", "Bert");
        EditWorld.until(() -> !office.shown().contains("Ada"));

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        planned(robot);
        assertThat(text(robot, "#undo-title")).isEqualTo("Undo: Delete 2 contacts");
        assertThat(text(robot, "#undo-counts")).isEqualTo("2 contacts come back, 1 photo.");
        assertThat(text(robot, "#undo-run")).isEqualTo("Undo 2");
        assertThat(text(robot, "#undo-footer")).startsWith("1 batch and 1 photo");
        assertThat(robot.lookup("#undo-lost .undo-line").queryAllAs(Labeled.class)).hasSize(3).anyMatch(l -> l.getText().contains("age ranges"));
        assertThat(table(robot).isFocused()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        EditWorld.until(() -> !office.sheets.anyOpen());
        UndoOffice.end(newest());

        EditWorld.until(() -> office.shown().containsAll(List.of("Ada", "Bert")));
        assertThat(office.named("Ada").labels()).as("the table knows the label").contains(choir.resourceName());
        List<Contact> back = office.listed().stream().filter(c -> List.of("Ada", "Bert").contains(c.displayName())).toList();
        assertThat(back).hasSize(2).allMatch(c -> c.labels().contains(choir.resourceName()));
        assertThat(back.stream().filter(c -> c.displayName().equals("Bert")).findFirst().orElseThrow().items(PersonField.PHOTOS)).anyMatch(p -> p.get("default") == null);
    }

    @Test
    void theUndoIsOfferedAsRedoInTheDrawerAndDeletesAgain() {
        delete("Ada", "Bert");
        EditWorld.until(() -> robot.lookup("#x").tryQuery().isEmpty() && robot.lookup(".job-line .button").queryAllAs(Button.class).stream().anyMatch(b -> shows(b) && b.getText().equals("Undo…")));
        fx(() -> robot.lookup(".job-line .button").queryAllAs(Button.class).stream().filter(b -> shows(b) && b.getText().equals("Undo…")).findFirst().orElseThrow().fire());
        planned(robot);
        press(robot, "#undo-run");
        UndoOffice.end(newest());

        EditWorld.until(() -> buttons(robot).anyMatch(b -> b.getText().equals("Redo…")) && buttons(robot).anyMatch(b -> b.getText().startsWith("Undone ") && b.isDisabled()));
        fx(() -> office.screens.history());
        EditWorld.until(() -> text(robot, "#history-undo").equals("Redo…"));
        fx(() -> robot.lookup("#history-list").queryListView().getSelectionModel().selectLast());
        EditWorld.until(() -> text(robot, "#history-undo").startsWith("Undone ") && robot.lookup("#history-undo").query().isDisabled());
        fx(() -> office.sheets.requestClose());
        fx(() -> robot.lookup(".job-line .button").queryAllAs(Button.class).stream().filter(b -> shows(b) && b.getText().equals("Redo…")).findFirst().orElseThrow().fire());
        planned(robot);
        assertThat(text(robot, "#undo-title")).isEqualTo("Redo: Delete 2 contacts");
        assertThat(text(robot, "#undo-counts")).isEqualTo("2 contacts are deleted again.");
        press(robot, "#undo-run");
        UndoOffice.end(newest());
        assertThat(office.listed()).hasSize(10);
        EditWorld.until(() -> buttons(robot).anyMatch(b -> b.getText().startsWith("Redone ") && b.isDisabled()) && buttons(robot).filter(b -> b.getText().equals("Undo…") && !b.isDisabled()).count() == 2);
    }

    private static Stream<Button> buttons(FxRobot robot) {
        return robot.lookup(".job-line .button").queryAllAs(Button.class).stream().filter(UndoSheetTest::shows);
    }

    @Test
    void afterEscTheKeyboardIsWhereItWas() {
        delete("Ada", "Bert");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        planned(robot);
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(office.scene.getFocusOwner()).isEqualTo(robot.lookup("#contacts").query());
        EditWorld.until(() -> buttons(robot).anyMatch(b -> b.getText().equals("Undo…")));
        Button undo = buttons(robot).filter(b -> b.getText().equals("Undo…")).findFirst().orElseThrow();
        fx(() -> {
            undo.requestFocus();
            undo.fire();
        });
        planned(robot);
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(office.scene.getFocusOwner()).isEqualTo(undo);
        fx(() -> office.screens.history());
        EditWorld.until(() -> there(robot, "#history-undo") && !robot.lookup("#history-undo").query().isDisabled());
        fx(() -> robot.lookup("#history-undo").query().requestFocus());
        press(robot, "#history-undo");
        planned(robot);
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(office.scene.getFocusOwner()).isEqualTo(robot.lookup("#history-undo").query());
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(office.scene.getFocusOwner()).as("below both sheets").isEqualTo(undo);
    }

    @Test
    void nothingIsSentTwice() {
        Job job = delete("Ada", "Bert");
        UndoSheet sheet = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            UndoSheet made = new UndoSheet(office.workspace, office.sheets, Optional.of(office.archive), new UndoTarget.Of(job.id()));
            office.sheets.show(made);
            return made;
        });
        planned(robot);
        fx(() -> {
            Button run = robot.lookup("#undo-run").queryAs(Button.class);
            run.fire();
            run.fire();
            sheet.mainAction();
        });
        UndoOffice.end(newest());
        assertThat(office.jobs.jobs()).hasSize(2);
        assertThat(office.listed()).hasSize(12);
    }

    @Test
    void whatWasChangedSinceIsMarkedAndEndsAsAConflictThatCanBeCompared() {
        Contact ada = office.named("Ada");
        Job job = office.run("Set E-mail on 2 contacts", List.of(emails(ada, "new@example.org"), emails(office.named("Bert"), "new@example.org")));
        office.elsewhere(ada.resourceName(), "emailAddresses", "theirs@example.org");
        fx(() -> office.screens.undo(job.id()));
        planned(robot);
        assertThat(text(robot, "#undo-counts")).isEqualTo("1 contact is put back, 1 was changed since.");
        assertThat(text(robot, "#undo-since-text")).contains("not overwritten");
        assertThat(table(robot).getItems()).extracting(UndoRow::changedSince).containsExactlyInAnyOrder(true, false);
        press(robot, "#undo-run");
        Job undo = newest();
        UndoOffice.end(undo);
        assertThat(undo.outcomes()).extracting(o -> o.state()).containsExactlyInAnyOrder(OutcomeState.DONE, OutcomeState.CONFLICT);
        assertThat(office.listed().stream().filter(c -> c.displayName().equals("Ada")).findFirst().orElseThrow().ownItems(PersonField.EMAIL_ADDRESSES).getFirst()).containsEntry("value", "theirs@example.org");

        EditWorld.until(() -> robot.lookup(".missed-action").queryAllAs(Button.class).stream().anyMatch(b -> shows(b) && b.getText().equals("Compare…")));
        fx(() -> office.screens.compare(undo, undo.outcomes().stream().filter(o -> o.state() == OutcomeState.CONFLICT).findFirst().orElseThrow()));
        EditWorld.until(() -> {
            String words = Stream.of(".conflict-sheet .label", ".conflict-sheet .radio-button").flatMap(kind -> robot.lookup(kind).queryAllAs(Labeled.class).stream()).map(Labeled::getText).collect(java.util.stream.Collectors.joining("|"));
            return List.of("After the job", "As it was before", "new@example.org", "ada@example.org", "theirs@example.org").stream().allMatch(words::contains);
        });
    }

    private static Change.Update nicknamed(Contact contact, String email, String nickname) {
        return new Change.Update(contact, contact.copy().setEmailAddresses(List.of(new EmailAddress().setValue(email))).setNicknames(List.of(new Nickname().setValue(nickname))), FieldMask.of(PersonField.EMAIL_ADDRESSES, PersonField.NICKNAMES));
    }

    @Test
    void everyContactIsCountedOnce() {
        load(FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES, PersonField.NICKNAMES));
        List<Contact> four = Stream.of("Ada", "Bert", "Cleo", "Dora").map(office::named).toList();
        Job job = office.run("Set E-mail, set nickname on 4 contacts", four.stream().map(c -> nicknamed(c, "new@example.org", "Nicky")).toList());
        office.elsewhere(four.get(0).resourceName(), "nicknames", "Theirs");
        office.elsewhere(four.get(1).resourceName(), "nicknames", "Theirs");
        office.elsewhere(four.get(1).resourceName(), "emailAddresses", "theirs@example.org");
        office.server.deleteElsewhere(four.get(2).resourceName());
        fx(() -> office.screens.undo(job.id()));
        planned(robot);
        assertThat(text(robot, "#undo-counts")).isEqualTo("1 contact is put back, 1 put back in part, 1 was changed since, 1 cannot be undone.");
        assertThat(text(robot, "#undo-run")).isEqualTo("Undo 3");
    }

    private void load(FieldMask mask) {
        fx(() -> office.workspace.maskProperty().set(mask));
        office.load();
    }

    @Test
    void whatIsDoneAgainIsCalledThatAndReachedByItsKeys() {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        said(robot);
        assertThat(text(robot, "#undo-said-what")).isEqualTo("Nothing to redo");
        robot.push(KeyCode.ESCAPE);

        office.run("Set E-mail on 2 contacts", Stream.of("Ada", "Bert").map(name -> emails(office.named(name), "new@example.org")).toList());
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        said(robot);
        assertThat(text(robot, "#undo-said-what")).as("a job that stands is not done twice").isEqualTo("Nothing to redo");
        robot.push(KeyCode.ESCAPE);

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        planned(robot);
        press(robot, "#undo-run");
        UndoOffice.end(newest());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        planned(robot);
        assertThat(text(robot, "#undo-title")).isEqualTo("Redo: Set E-mail on 2 contacts");
        assertThat(text(robot, "#undo-counts")).isEqualTo("2 contacts are changed again.");
        assertThat(robot.lookup("#undo-table .table-cell").queryAllAs(Labeled.class)).anyMatch(c -> "E-mail again".equals(c.getText())).noneMatch(c -> c.getText() != null && c.getText().contains("put back"));
        assertThat(robot.lookup("#undo-table .check-box").queryAllAs(CheckBox.class)).anyMatch(b -> "Redo for Ada".equals(b.getAccessibleText()));
        press(robot, "#undo-run");
        UndoOffice.end(newest());
        assertThat(office.listed().stream().filter(c -> c.displayName().equals("Ada")).findFirst().orElseThrow().ownItems(PersonField.EMAIL_ADDRESSES).getFirst()).containsEntry("value", "new@example.org");

        robot.push(KeyCode.CONTROL, KeyCode.Y);
        said(robot);
        assertThat(text(robot, "#undo-said-what")).as("it is done again already").isEqualTo("Nothing to redo");
    }

    @Test
    void allThatWereChangedSinceAreLeftOutWithOneClick() {
        Contact ada = office.named("Ada");
        Job job = office.run("Set E-mail on 2 contacts", List.of(emails(ada, "new@example.org"), emails(office.named("Bert"), "new@example.org")));
        office.elsewhere(ada.resourceName(), "emailAddresses", "theirs@example.org");
        fx(() -> office.screens.undo(job.id()));
        planned(robot);
        press(robot, "#undo-leave-out");
        assertThat(text(robot, "#undo-run")).isEqualTo("Undo 1");
        assertThat(there(robot, "#undo-since-note")).isFalse();
        assertThat(text(robot, "#undo-taken-out")).isEqualTo("Taken out 1");
        press(robot, "#undo-run");
        UndoOffice.end(newest());
        assertThat(newest().outcomes()).extracting(o -> o.state()).containsExactly(OutcomeState.DONE);
    }

    @Test
    void contactsThatWereMadeAreDeletedAndWhatWouldBeLostIsSaid() {
        Job job = office.run("Create 2 contacts", List.of(create("Mona"), create("Nils")));
        office.elsewhere(job.outcomes().getFirst().contact().orElseThrow().resourceName(), "urls", "https://example.org/theirs");
        fx(() -> office.screens.undo(job.id()));
        planned(robot);
        assertThat(text(robot, "#undo-counts")).isEqualTo("2 contacts are deleted, 1 of them changed since.");
        EditWorld.until(() -> robot.lookup(".undo-since").queryAllAs(Labeled.class).stream().anyMatch(l -> shows(l) && l.getText().equals("changed since: Website")));
        fx(() -> table(robot).getSelectionModel().select(1));
        robot.push(KeyCode.SPACE);
        assertThat(text(robot, "#undo-run")).isEqualTo("Undo 1");
        robot.push(KeyCode.SPACE);
        press(robot, "#undo-run");
        UndoOffice.end(newest());
        assertThat(office.listed()).hasSize(12).noneMatch(c -> c.displayName().equals("Mona"));
    }

    @Test
    void aFifthOfTheAccountNeedsItsNumberTyped() {
        Job job = office.run("Create 9 contacts", IntStream.range(0, 9).mapToObj(i -> create("New" + i)).toList());
        office.load();
        fx(() -> office.screens.undo(job.id()));
        planned(robot);
        assertThat(there(robot, "#guard")).isTrue();
        assertThat(robot.lookup("#undo-run").query().isDisabled()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(office.jobs.jobs()).hasSize(1);
        fx(() -> robot.lookup("#guard-number").queryAs(TextField.class).setText("9"));
        press(robot, "#undo-run");
        assertThat(office.jobs.jobs()).hasSize(2);
    }

    @Test
    void labelsThatAreGoneAreMadeAgainUnlessUnticked() throws Exception {
        Job job = delete("Ada");
        deleteChoir();
        fx(() -> office.screens.undo(job.id()));
        planned(robot);
        CheckBox make = robot.lookup("#undo-make-labels").queryAs(CheckBox.class);
        assertThat(make.getText()).isEqualTo("Make the label again: Choir");
        fx(() -> make.setSelected(false));
        assertThat(robot.lookup("#undo-lost .undo-line").queryAllAs(Labeled.class)).anyMatch(l -> l.getText().contains("Choir"));
        fx(() -> make.setSelected(true));
        office.server.faults().next(Fault.INTERNAL_500_BEFORE, "contactGroups.create");
        press(robot, "#undo-run");
        EditWorld.until(() -> there(robot, "#undo-problem"));
        assertThat(office.jobs.jobs()).as("nothing is sent without them").hasSize(1);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        EditWorld.until(() -> !office.sheets.anyOpen());
        UndoOffice.end(newest());
        String made = UndoOffice.ok(office.gateway.labels()).stream().filter(l -> l.name().equals("Choir")).findFirst().orElseThrow().resourceName();
        assertThat(office.listed().stream().filter(c -> c.displayName().equals("Ada")).findFirst().orElseThrow().labels()).contains(made);
        EditWorld.until(() -> office.workspace.label(made).isPresent());
    }

    @Test
    void theBackupThatComesBeforeTheLabelsIsToldOf() throws Exception {
        Job job = delete("Ada");
        deleteChoir();
        fx(() -> office.screens.undo(job.id()));
        planned(robot);
        List<String> told = new CopyOnWriteArrayList<>();
        fx(() -> robot.lookup("#undo-footer").queryAs(Labeled.class).textProperty().addListener((text, was, is) -> told.add(is)));
        office.backupDue.set(true);
        press(robot, "#undo-run");
        EditWorld.until(() -> !office.sheets.anyOpen());
        assertThat(told).contains("Backing up the account first…", "Backing up 11 contacts first · 11 read");
    }

    private static Change.Update labels(Contact contact, String... labels) {
        var memberships = java.util.Arrays.stream(labels).map(l -> new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName(l))).toList();
        return new Change.Update(contact, contact.copy().setMemberships(memberships), FieldMask.of(PersonField.MEMBERSHIPS));
    }

    private void deleteChoir() throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(office.server.endpoint().resolve("v1/" + choir.resourceName())).header("Authorization", "Bearer " + office.server.token()).DELETE().build();
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            assertThat(client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aLabelThatWasTakenAwayAndIsGoneIsGivenBackOnlyWhenItIsMade() throws Exception {
        office.run("Add", List.of(labels(office.named("Ada"), Label.MY_CONTACTS, choir.resourceName())));
        Job job = office.run("Remove Choir", List.of(labels(office.named("Ada"), Label.MY_CONTACTS)));
        deleteChoir();
        fx(() -> office.screens.undo(job.id()));
        planned(robot);
        assertThat(text(robot, "#undo-run")).isEqualTo("Undo 1");
        fx(() -> robot.lookup("#undo-make-labels").queryAs(CheckBox.class).setSelected(false));
        assertThat(robot.lookup("#undo-run").query().isDisabled()).as("there is nothing else to do").isTrue();
        fx(() -> robot.lookup("#undo-make-labels").queryAs(CheckBox.class).setSelected(true));
        press(robot, "#undo-run");
        EditWorld.until(() -> !office.sheets.anyOpen());
        UndoOffice.end(newest());
        String made = UndoOffice.ok(office.gateway.labels()).stream().filter(l -> l.name().equals("Choir")).findFirst().orElseThrow().resourceName();
        assertThat(office.listed().stream().filter(c -> c.displayName().equals("Ada")).findFirst().orElseThrow().labels()).contains(made);
    }

    @Test
    void aServerThatDoesNotAnswerIsSaidWithASecondTryAndAPassingTroubleIsWaitedOut() {
        Job job = delete("Ada");
        for (int i = 0; i < 50; i++) { // however often it is asked
            office.server.faults().next(Fault.INTERNAL_500_BEFORE, "contactGroups.list");
        }
        fx(() -> office.screens.undo(job.id()));
        said(robot);
        assertThat(text(robot, "#undo-said-what")).isNotBlank();
        assertThat(robot.lookup("#undo-again").query().isFocused()).as("Enter tries again").isTrue();
        assertThat(there(robot, "#undo-run")).isFalse();
        office.server.faults().clear();
        press(robot, "#undo-again");
        planned(robot);

        fx(() -> office.sheets.requestClose());
        office.server.faults().next(Fault.INTERNAL_500_BEFORE, "contactGroups.list");
        fx(() -> office.screens.undo(job.id()));
        planned(robot); // a passing trouble is waited out
    }

    @Test
    void aJobThatHasNotEndedIsSaid() {
        Job job = office.workspace.submit(new org.muster.changes.ChangeSet("Create 450 contacts", IntStream.range(0, 450).mapToObj(i -> create("New" + i)).toList(), FieldMask.none()));
        job.pause();
        EditWorld.until(() -> job.snapshot().state() == JobState.PAUSED);
        fx(() -> office.screens.undo(job.id()));
        said(robot);
        assertThat(text(robot, "#undo-said-what")).isEqualTo("“Create 450 contacts” has not ended");
        assertThat(there(robot, "#undo-run")).isFalse();
        job.cancel();
    }

    @Test
    void nothingToUndoIsSaidAndOlderJobsAreOffered() {
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        said(robot);
        assertThat(text(robot, "#undo-said-what")).isEqualTo("Nothing to undo");
        robot.push(KeyCode.ESCAPE);
        assertThat(office.sheets.anyOpen()).isFalse();

        delete("Bert");
        Contact ada = office.named("Ada");
        office.run("Set E-mail on 1 contact", List.of(emails(ada, "new@example.org")));
        office.elsewhere(ada.resourceName(), "emailAddresses", "ada@example.org");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        said(robot);
        assertThat(text(robot, "#undo-said-what")).isEqualTo("Nothing of this job is left to undo");
        assertThat(text(robot, "#undo-said-advice")).isEqualTo("1 is as it was before already.");
        press(robot, "#undo-earlier");
        planned(robot);
        assertThat(text(robot, "#undo-title")).isEqualTo("Undo: Delete 1 contacts");
    }

    @Test
    void whatCannotBeToldYetIsSaidWithASecondTry() {
        office.server.switches().readLag().set(Duration.ofMinutes(5));
        office.run("Set E-mail on 1 contact", List.of(emails(office.named("Ada"), "new@example.org")));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        said(robot);
        assertThat(text(robot, "#undo-said-what")).isEqualTo("Nothing of this job can be undone yet");
        assertThat(text(robot, "#undo-said-advice")).contains("it cannot be told yet what is to be undone");
        office.server.switches().readLag().set(Duration.ZERO);
        press(robot, "#undo-again");
        planned(robot);
    }

    @Test
    void undoAfterUndoGoesFurtherBack() {
        delete("Ada");
        delete("Bert");
        for (String expected : new String[] {"Bert", "Ada"}) {
            robot.push(KeyCode.CONTROL, KeyCode.Z);
            planned(robot);
            assertThat(table(robot).getItems()).extracting(UndoRow::name).containsExactly(expected);
            press(robot, "#undo-run");
            UndoOffice.end(newest());
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(office.listed()).hasSize(12);
    }

    @Test
    void aTextFieldKeepsItsOwnKey() {
        delete("Ada");
        TextField search = robot.lookup("#search").queryAs(TextField.class);
        fx(search::requestFocus);
        robot.write("ab");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        fx(() -> search.setEditable(false));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(office.sheets.anyOpen()).isFalse();
    }

    @Test
    void everyControlSaysWhatItIs() {
        delete("Ada", "Bert");
        fx(() -> office.screens.undo(newest().id()));
        planned(robot);
        WaitForAsyncUtils.waitForFxEvents();
        List<Node> controls = Stream.of(".button", ".check-box", ".table-view", ".toggle-button").flatMap(kind -> robot.lookup("#undo-sheet " + kind).queryAll().stream()).toList();
        assertThat(controls).hasSizeGreaterThan(8);
        for (Node node : controls) {
            String words = Optional.ofNullable(node.getAccessibleText()).orElse(node instanceof Labeled labeled ? labeled.getText() : "");
            assertThat(words).as(node.toString()).isNotBlank();
        }
        assertThat(robot.lookup("#undo-table .check-box").queryAllAs(CheckBox.class)).anyMatch(b -> "Undo for Ada".equals(b.getAccessibleText()));
    }

    @Test
    void aJobIsTakenBackFromTheHistory() {
        delete("Ada");
        fx(() -> office.screens.history());
        EditWorld.until(() -> there(robot, "#history-undo") && !robot.lookup("#history-undo").query().isDisabled());
        press(robot, "#history-undo");
        planned(robot);
        press(robot, "#undo-run");
        UndoOffice.end(newest());
        assertThat(office.listed()).hasSize(12);
    }
}

package org.muster.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Biography;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Organization;
import com.google.api.services.people.v1.model.Person;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.JobRecord;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.MemoryJournal;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.jobs.SecondLook;
import org.muster.people.GooglePeopleGateway;
import org.muster.people.PeopleGateway;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.store.Undoing;
import org.muster.ui.FileDialogs;
import org.muster.ui.conflict.ConflictSheet;
import org.muster.ui.create.CreateSheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.Workspace;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The drawer over real jobs against the practice server. */
@ExtendWith(ApplicationExtension.class)
class JobsOverTheWireTest {
    private static final FieldMask FIELDS = FieldMask.of(PersonField.NAMES, PersonField.ORGANIZATIONS, PersonField.BIOGRAPHIES);

    private static final class NoDialogs implements FileDialogs {
        @Override
        public Optional<Path> open(String title, List<Kind> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String suggestedName, List<Kind> kinds) {
            return Optional.empty();
        }
    }

    private final ContactBook book = new ContactBook();
    private final NoScreens screens = new NoScreens();
    private PracticeServer server;
    private LaneJobService jobs;
    private PeopleGateway gateway;
    private Workspace workspace;
    private Sheets sheets;
    private JobsDrawer drawer;

    @Start
    void start(Stage stage) throws Exception {
        server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()));
        gateway = GooglePeopleGateway.withToken(server.endpoint(), server::token);
        jobs = new LaneJobService(new MemoryJournal(), JobSettings.standard());
        workspace = new Workspace("Practice", new JobService.Lane("practice", gateway, book), jobs, new VirtualThreads(), Clock.systemUTC());
        drawer = new JobsDrawer(workspace, screens, new NoDialogs(), new SecondLook(gateway, book, new MemoryJournal(), JobSettings.standard())::look, opened -> { }, job -> Undoing.NOT_YET);
        sheets = new Sheets();
        BorderPane window = new BorderPane();
        window.setBottom(drawer.view());
        stage.setScene(Pictures.styled(new StackPane(window, sheets.layer()), 960, 640));
        stage.show();
    }

    @BeforeEach
    void clean() {
        WaitForAsyncUtils.clearExceptions();
    }

    @AfterEach
    void stop() {
        server.faults().clear();
        jobs.close();
        server.close();
    }

    private static Person person(int number, boolean bad) {
        Person person = new Person().setNames(List.of(new Name().setGivenName("New" + number)));
        return bad ? person.setBiographies(List.of(new Biography().setValue("one"), new Biography().setValue("two"))) : person;
    }

    private ChangeSet creates(int count, Set<Integer> bad) {
        return new ChangeSet("Create " + count + " contacts", IntStream.range(0, count).mapToObj(i -> new Change.Create(person(i, bad.contains(i)), "row " + (i + 2))).toList(), FIELDS);
    }

    @Test
    void sevenBadRowsOfAThousandAreNamed() throws Exception {
        Set<Integer> bad = Set.of(3, 17, 210, 399, 555, 801, 999);
        workspace.submit(creates(1000, bad));
        await(() -> texts().contains("993 done ·") && texts().contains("7 not done") && list().getItems().size() == 7);
        assertThat(onFx(() -> list().getItems().stream().map(r -> ((Missed) r).outcome().row()).toList())).containsExactlyInAnyOrderElementsOf(bad);
        await(() -> texts().contains("New3") && texts().contains("row 5") && texts().contains("More than one value."));
        assertThat(server.contactCount()).isEqualTo(993);
    }

    @Test
    void aJobOfAnEarlierRunGoesOnWhenTheUserSaysSo() throws Exception {
        ChangeSet changes = creates(300, Set.of());
        List<Outcome> outcomes = IntStream.range(0, 300).mapToObj(i -> new Outcome(i, changes.changes().get(i), i < 200 ? OutcomeState.DONE : OutcomeState.WAITING, Optional.empty(), Optional.empty())).toList();
        onFx(() -> workspace.takeUp(new JobRecord("earlier", "practice", changes, Instant.now(), outcomes, Set.of(), List.of())));
        await(() -> texts().contains("stopped at 200 of 300") && texts().stream().anyMatch(t -> t.startsWith("Muster was closed in the middle of it")));
        assertThat(server.contactCount()).as("nothing is sent before the user says so").isZero();

        press("Resume");
        await(() -> texts().contains("all 300 done"));
        assertThat(server.contactCount()).isEqualTo(100);
    }

    @Test
    void whatWasCancelledCanBeSentLaterAndNothingIsDoubled() throws Exception {
        server.faults().latency(Duration.ofMillis(150));
        workspace.submit(creates(600, Set.of()));
        await(() -> texts().stream().anyMatch(t -> t.startsWith("batch ")));
        press("Pause");
        await(() -> texts().contains("paused by you"));
        int sent = server.contactCount();
        assertThat(sent).isBetween(200, 400);
        press("Cancel");
        await(() -> list().getItems().size() == 600 - sent);
        press("Retry " + (600 - sent));
        await(() -> texts().contains("all " + (600 - sent) + " done"));
        assertThat(server.contactCount()).isEqualTo(600);

        // another window of the same account, as after going to another one and back
        JobModel again = onFx(() -> new JobModel(jobs.jobs().getFirst(), workspace.background()));
        await(() -> again.snapshot().state().ended());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(onFx(() -> again.retryable())).as("what was sent again is not offered once more").isZero();
    }

    @Test
    void aConflictIsComparedAndTheChoiceReachesTheServer(FxRobot robot) throws Exception {
        String name = server.putContact(JsonParser.parseString("{\"names\":[{\"givenName\":\"Ada\",\"familyName\":\"Lovelace\"}],\"organizations\":[{\"name\":\"Analytical Engines\"}]}").getAsJsonObject());
        List<Contact> all = new ArrayList<>();
        gateway.list(FIELDS, Set.of(), page -> all.addAll(page.contacts()));
        book.replaceAll(all);
        Contact before = all.getFirst();
        server.changeElsewhere(name, person -> person.add("organizations", organization("Babbage & Co.")));
        Person after = before.copy().setOrganizations(List.of(new Organization().setName("ACME")));
        workspace.submit(new ChangeSet("Set company", List.of(new Change.Update(before, after, FieldMask.of(PersonField.ORGANIZATIONS))), FIELDS));
        await(() -> buttons().stream().anyMatch(b -> "Compare…".equals(b.getText())));
        press("Compare…");
        Outcome conflict = screens.compared.getFirst();
        onFx(() -> {
            sheets.show(new ConflictSheet(workspace, sheets, jobs.jobs().getFirst().changes(), conflict, drawer.openConflicts(jobs.jobs().getFirst()), settled -> drawer.settled(jobs.jobs().getFirst(), settled)));
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(server.contact(name).toString()).contains("Babbage & Co.");
        robot.clickOn("Apply the choice");
        await(() -> texts().contains("done"));
        assertThat(server.contact(name).toString()).contains("ACME").doesNotContain("Babbage");
        assertThat(onFx(() -> list().getItems().stream().noneMatch(Missed.class::isInstance))).isTrue();
    }

    @Test
    void aRefusedRowIsPutRightInTheGridAndNothingIsDoubled(FxRobot robot) throws Exception {
        workspace.submit(creates(3, Set.of(1)));
        press("Open in the grid");
        await(() -> !screens.mending.isEmpty());
        NoScreens.Mend asked = screens.mending.getFirst();
        FileDialogs none = new NoDialogs();
        onFx(() -> {
            sheets.show(CreateSheet.mending(workspace, sheets, none, asked.refused(), asked.onSent()));
            return null;
        });
        await(() -> sheetTexts().contains("two"));
        assertThat(onFx(this::sheetTexts)).contains("2", "one", "two").as("rows that are done stay out").doesNotContain("1");
        // the keyboard stands on the value that is one too many
        robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        await(() -> !sheets.anyOpen() && list().getItems().stream().noneMatch(Missed.class::isInstance) && texts().contains("done"));
        assertThat(server.contactCount()).isEqualTo(3);
        List<Contact> all = new ArrayList<>();
        gateway.list(FIELDS, Set.of(), page -> all.addAll(page.contacts()));
        assertThat(all).extracting(Contact::displayName).containsExactlyInAnyOrder("New0", "New1", "New2");
    }

    private List<String> sheetTexts() {
        return sheets.layer().lookupAll(".table-cell").stream().filter(JobsOverTheWireTest::visible).map(n -> ((Labeled) n).getText()).filter(java.util.Objects::nonNull).toList();
    }

    private static JsonArray organization(String name) {
        JsonObject organization = new JsonObject();
        organization.addProperty("name", name);
        JsonArray organizations = new JsonArray();
        organizations.add(organization);
        return organizations;
    }

    private ListView<DrawerRow> list() {
        @SuppressWarnings("unchecked") // the drawer has one list
        ListView<DrawerRow> list = (ListView<DrawerRow>) drawer.view().lookup(".jobs-list");
        return list;
    }

    private List<Button> buttons() {
        return drawer.view().lookupAll(".button").stream().filter(JobsOverTheWireTest::visible).map(Button.class::cast).toList();
    }

    private void press(String text) throws Exception {
        await(() -> buttons().stream().anyMatch(b -> text.equals(b.getText()) && !b.isDisabled()));
        onFx(() -> {
            buttons().stream().filter(b -> text.equals(b.getText())).findFirst().orElseThrow().fire();
            return null;
        });
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get();
    }

    private void await(BooleanSupplier condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("never came; the drawer says " + onFx(this::texts), e);
        }
    }

    private List<String> texts() {
        return drawer.view().lookupAll(".label").stream().filter(JobsOverTheWireTest::visible).map(n -> ((Labeled) n).getText()).toList();
    }

    private static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }
}

package org.muster.ui.undo;

import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Organization;
import com.google.api.services.people.v1.model.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.jobs.Job;
import org.muster.jobs.OutcomeState;
import org.muster.practice.Fault;
import org.muster.ui.edit.EditWorld;
import org.muster.ui.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Draws the sheet large and small, light and dark, to be looked at. */
@Tag("look")
@ExtendWith(ApplicationExtension.class)
class PicturesTest {
    private static final String LONG = "Gräfin Maximiliane-Friederike von und zu Hohenlohe-Schillingsfürst geb. Freifrau von Löwenstein";

    @TempDir
    Path folder;

    private UndoOffice office;
    private Stage stage;
    private Label choir;
    private boolean small;

    @Start
    void start(Stage given) {
        stage = given;
        office = new UndoOffice(folder);
    }

    @BeforeEach
    void clear() {
        WaitForAsyncUtils.clearExceptions();
    }

    private void open(FxRobot robot, boolean narrow) {
        small = narrow;
        robot.interact(() -> office.open(stage, small ? 900 : 1440, small ? 600 : 900));
        choir = office.people("Choir of the Conservatory", "Ada Lovelace", "Zażółć Gęślą", "渡辺 美咲", "Joost van den Berg", "Élodie Fontaine", "Priya Raman", "Siobhán O’Brien", "Ngozi Okafor", LONG, "Иван Петров");
        office.load();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private void pictures(FxRobot robot, String name) {
        for (Theme.Choice theme : new Theme.Choice[] {Theme.Choice.DARK, Theme.Choice.LIGHT}) {
            robot.interact(() -> office.theme.choiceProperty().set(theme));
            WaitForAsyncUtils.waitForFxEvents();
            office.picture("undo-" + name + (small ? "-small" : "") + "-" + theme.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private void undo(FxRobot robot, Job job) {
        robot.interact(() -> office.screens.undo(job.id()));
        EditWorld.until(() -> robot.lookup("#undo-planned").query().isVisible());
    }

    private static Change.Update emails(Contact contact, String value) {
        Person after = contact.copy().setEmailAddresses(List.of(new EmailAddress().setValue(value))).setOrganizations(List.of(new Organization().setName("Analytical Society")));
        return new Change.Update(contact, after, FieldMask.of(PersonField.EMAIL_ADDRESSES, PersonField.ORGANIZATIONS));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void delete(boolean narrow, FxRobot robot) throws Exception {
        open(robot, narrow);
        office.photo(office.named("Ada Lovelace"));
        office.server.deleteElsewhere(office.named("Иван Петров").resourceName());
        Job job = office.run("Delete 10 contacts", office.workspace.book().contacts().stream().map(Change.Delete::new).toList());
        var request = java.net.http.HttpRequest.newBuilder(office.server.endpoint().resolve("v1/" + choir.resourceName())).header("Authorization", "Bearer " + office.server.token()).DELETE().build();
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
        }
        undo(robot, job);
        pictures(robot, "delete");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void edit(boolean narrow, FxRobot robot) {
        open(robot, narrow);
        List<Change> changes = new ArrayList<>();
        office.workspace.book().contacts().forEach(c -> changes.add(emails(c, "new@example.org")));
        Job job = office.run("Set Company to “Analytical Society”, Set E-mail and 3 more on 10 contacts", changes);
        for (String name : new String[] {"Ada Lovelace", LONG, "Priya Raman"}) {
            office.elsewhere(office.named(name).resourceName(), "emailAddresses", "theirs@example.org");
        }
        office.server.deleteElsewhere(office.named("Иван Петров").resourceName());
        undo(robot, job);
        pictures(robot, "edit");
        robot.interact(() -> robot.lookup("#guard-number").queryAs(javafx.scene.control.TextField.class).setText("9"));
        robot.interact(() -> robot.lookup("#undo-run").queryAs(Button.class).fire());
        Job undo = office.jobs.jobs().getLast();
        UndoOffice.end(undo);
        EditWorld.until(() -> robot.lookup(".missed-action").queryAllAs(Button.class).stream().anyMatch(b -> b.isVisible() && b.getText().equals("Compare…")));
        pictures(robot, "drawer");
        robot.interact(() -> office.screens.compare(undo, undo.outcomes().stream().filter(o -> o.state() == OutcomeState.CONFLICT).findFirst().orElseThrow()));
        pictures(robot, "conflict");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void create(boolean narrow, FxRobot robot) {
        open(robot, narrow);
        List<Change> creates = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            creates.add(new Change.Create(new Person().setNames(List.of(new Name().setGivenName("New").setFamilyName("Person " + i))), "row " + i));
        }
        Job job = office.run("Create 14 contacts from choir.csv", creates);
        for (int i = 0; i < 3; i++) {
            office.elsewhere(job.outcomes().get(i).contact().orElseThrow().resourceName(), i == 0 ? "urls" : "emailAddresses", "https://example.org/theirs");
        }
        office.load();
        undo(robot, job);
        pictures(robot, "create");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void said(boolean narrow, FxRobot robot) {
        open(robot, narrow);
        robot.interact(() -> office.screens.undo());
        EditWorld.until(() -> robot.lookup("#undo-said").query().isVisible());
        pictures(robot, "none");
        robot.interact(office.sheets::requestClose);
        Job job = office.run("Delete 1 contact", List.of(new Change.Delete(office.named("Ada Lovelace"))));
        office.server.faults().next(Fault.INTERNAL_500_BEFORE, "contactGroups.list");
        robot.interact(() -> office.screens.undo(job.id()));
        EditWorld.until(() -> robot.lookup("#undo-said").query().isVisible());
        pictures(robot, "refused");
    }
}

package org.muster.ui.main;

import static org.muster.ui.OnFx.fx;
import static org.muster.ui.OnFx.until;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.people.v1.model.Person;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.muster.contacts.ContactBook;
import org.muster.contacts.Label;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.MemoryJournal;
import org.muster.people.Answer;
import org.muster.people.GooglePeopleGateway;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.shortcuts.ShortcutSheet;
import org.muster.ui.theme.Theme;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.LoadState;
import org.muster.ui.workspace.Workspace;

/** The main window on a practice account of its own, with all that lies between. */
final class Office implements AutoCloseable {
    final PracticeServer server;
    final JobService jobs = new LaneJobService(new MemoryJournal(), JobSettings.standard());
    final Workspace workspace;
    final RecordingScreens screens = new RecordingScreens();
    Sheets sheets;
    MainWindow window;
    Scene scene;

    Office() {
        try {
            server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        GooglePeopleGateway gateway = GooglePeopleGateway.withToken(server.endpoint(), server::token);
        workspace = new Workspace("Practice account", new JobService.Lane("practice", gateway, new ContactBook()), jobs, new VirtualThreads(), Clock.systemUTC());
    }

    /** Makes the labels and puts these people onto the server. */
    void given(List<Person> people) {
        String[] made = new String[2];
        for (int i = 0; i < 2; i++) {
            if (!(workspace.gateway().createLabel(i == 0 ? "Friends" : "Work") instanceof Answer.Ok<Label>(Label label))) {
                throw new AssertionError("no label");
            }
            made[i] = label.resourceName();
        }
        for (Person person : people) {
            try {
                String json = GsonFactory.getDefaultInstance().toString(person).replace("contactGroups/friends", made[0]).replace("contactGroups/work", made[1]);
                JsonObject object = JsonParser.parseString(json).getAsJsonObject();
                List.of("resourceName", "etag", "metadata", "ageRanges").forEach(object::remove);
                server.putContact(object);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Shows the window. On the FX thread. */
    void open(Stage stage) {
        Theme theme = new Theme();
        theme.install();
        theme.choiceProperty().set(Theme.Choice.LIGHT);
        sheets = new Sheets();
        window = new MainWindow(workspace, screens, sheets, new HBox(), theme, anchor -> screens.asked.add(new RecordingScreens.Asked("fields", List.of(), anchor.getId())));
        scene = new Scene(new StackPane(window.view(), sheets.layer()), 960, 720);
        theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    void showShortcuts() {
        sheets.show(new ShortcutSheet(sheets));
    }

    /** Loads and waits until the table shows so many. */
    void load(int contacts) {
        fx(workspace::reload);
        until(() -> workspace.loadStateProperty().get() instanceof LoadState.Loaded && shown().size() == contacts);
    }

    /** The names in the table, in its order. */
    List<String> shown() {
        List<String> names = new ArrayList<>();
        window.model().viewProperty().get().matched().forEach(r -> names.add(r.contact().displayName()));
        return names;
    }

    /** The resource name of the one shown under this name. */
    String named(String name) {
        return window.model().viewProperty().get().matched().stream().map(r -> r.contact()).filter(c -> c.displayName().equals(name)).findFirst().orElseThrow().resourceName();
    }

    <T extends Node> T node(String id, Class<T> type) {
        return type.cast(scene.lookup("#" + id));
    }

    @Override
    public void close() {
        fx(window::close);
        jobs.close();
        server.close();
    }
}

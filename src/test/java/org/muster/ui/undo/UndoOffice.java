package org.muster.ui.undo;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.jobs.Job;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.JumpingWaiter;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.Outcome;
import org.muster.jobs.Safekeeping;
import org.muster.jobs.SecondLook;
import org.muster.people.Answer;
import org.muster.people.GooglePeopleGateway;
import org.muster.people.PeopleGateway;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.store.Backups;
import org.muster.store.Database;
import org.muster.store.History;
import org.muster.store.JobArchive;
import org.muster.store.SqliteJournal;
import org.muster.store.StoreProblem;
import org.muster.store.Undoing;
import org.muster.ui.FileDialogs;
import org.muster.ui.conflict.ConflictSheet;
import org.muster.ui.delete.DeleteSheet;
import org.muster.ui.edit.EditWorld;
import org.muster.ui.history.AccountHistory;
import org.muster.ui.history.HistorySheet;
import org.muster.ui.history.HistoryWays;
import org.muster.ui.jobs.JobsDrawer;
import org.muster.ui.main.MainWindow;
import org.muster.ui.main.RecordingScreens;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.theme.Theme;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.LoadState;
import org.muster.ui.workspace.Workspace;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window of a practice account, over real HTTP, with a journal on the disk. */
final class UndoOffice implements AutoCloseable {
    /** The ways the tests need; all others are only written down. */
    private final class Ways extends RecordingScreens {
        @Override
        public void undo() {
            sheets.show(new UndoSheet(workspace, sheets, Optional.of(archive), new UndoTarget.Newest(Optional.empty())));
        }

        @Override
        public void redo() {
            sheets.show(new UndoSheet(workspace, sheets, Optional.of(archive), new UndoTarget.NewestUndone(Optional.empty())));
        }

        @Override
        public void undo(String jobId) {
            sheets.show(new UndoSheet(workspace, sheets, Optional.of(archive), new UndoTarget.Of(jobId)));
        }

        @Override
        public void delete(List<Contact> contacts, String scope) {
            sheets.show(new DeleteSheet(workspace, sheets, contacts, scope, workspace.book().size()));
        }

        @Override
        public void compare(Job job, Outcome outcome) {
            sheets.show(new ConflictSheet(workspace, sheets, job.changes(), outcome, List.of(), settled -> drawer.settled(job, settled)));
        }

        @Override
        public void history() {
            sheets.show(new HistorySheet(workspace, sheets, new NoDialogs(), Optional.of(new AccountHistory("practice", new History(database), archive)), new HistoryWays(Optional.empty(), Optional.of(this::undo), Optional.empty()), Optional.empty()));
        }
    }

    private final class WhenDue implements Safekeeping {
        private final Backups backups;

        private WhenDue(Backups backups) {
            this.backups = backups;
        }

        @Override
        public boolean due(String account) {
            return backupDue.get();
        }

        @Override
        public Copy begin(String account, List<Label> labels) {
            backupDue.set(false);
            return backups.beginAnother(account, labels);
        }
    }

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

    final PracticeServer server;
    final PeopleGateway gateway;
    final JobArchive archive;
    final LaneJobService jobs;
    final Workspace workspace;
    final Sheets sheets = new Sheets();
    final Theme theme = new Theme();
    final RecordingScreens screens = new Ways();
    MainWindow main;
    Scene scene;
    /** Whether the account has to be copied before it is changed the next time. */
    final AtomicBoolean backupDue = new AtomicBoolean();
    private final Database database;
    private final SqliteJournal journal;
    private JobsDrawer drawer;

    UndoOffice(Path folder) {
        try {
            server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()));
            database = Database.open(folder.resolve("muster.db"));
            journal = new SqliteJournal(database, Clock.systemUTC());
        } catch (IOException | StoreProblem e) {
            throw new AssertionError(e);
        }
        archive = new JobArchive(database);
        gateway = GooglePeopleGateway.withToken(server.endpoint(), server::token);
        // nobody waits here, as if the waits were over at once
        JobSettings settings = JobSettings.standard().with(new JumpingWaiter(server::advance));
        jobs = new LaneJobService(journal, settings, new WhenDue(new Backups(folder.resolve("backups"), Clock.systemUTC())));
        workspace = new Workspace("Practice account", new JobService.Lane("practice", gateway, new ContactBook()), jobs, new VirtualThreads(), Clock.systemUTC());
    }

    /** Opens the window; on the FX thread. */
    void open(Stage stage, double width, double height) {
        theme.install();
        theme.choiceProperty().set(Theme.Choice.LIGHT);
        drawer = new JobsDrawer(workspace, screens, new NoDialogs(), new SecondLook(gateway, workspace.book(), journal, JobSettings.standard())::look, contact -> { }, this::undoing);
        main = new MainWindow(workspace, screens, sheets, drawer.view(), theme, anchor -> { });
        scene = new Scene(new StackPane(main.view(), sheets.layer()), width, height);
        theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    private Undoing undoing(String job) {
        try {
            return archive.undoing(job);
        } catch (StoreProblem e) {
            throw new AssertionError(e);
        }
    }

    static <T> T ok(Answer<T> answer) {
        return switch (answer) {
            case Answer.Ok<T>(T value) -> value;
            case Answer.Failed<T>(var error) -> throw new AssertionError(error);
        };
    }

    /** Puts people with an e-mail address and a label into the account. */
    Label people(String label, String... names) {
        Label made = ok(gateway.createLabel(label));
        for (String name : names) {
            JsonObject person = JsonParser.parseString("{\"names\":[{\"givenName\":\"" + name + "\"}],\"emailAddresses\":[{\"value\":\"" + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org\"}],"
                    + "\"memberships\":[{\"contactGroupMembership\":{\"contactGroupResourceName\":\"" + made.resourceName() + "\"}}]}").getAsJsonObject();
            server.putContact(person);
        }
        return made;
    }

    /** Reads the account again and waits for it. */
    void load() {
        server.advance(Duration.ofMinutes(10));
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            workspace.reload();
            return null;
        });
        EditWorld.until(() -> workspace.loadStateProperty().get() instanceof LoadState.Loaded);
    }

    Contact named(String name) {
        return workspace.book().contacts().stream().filter(c -> c.displayName().equals(name)).findFirst().orElseThrow();
    }

    /** The names in the table, in its order. */
    List<String> shown() {
        return main.model().shownContacts().stream().map(Contact::displayName).toList();
    }

    /** All that the account holds by now, as the server has it. */
    List<Contact> listed() {
        server.advance(Duration.ofMinutes(10));
        List<Contact> all = new ArrayList<>();
        ok(gateway.list(FieldMask.writable().plus(PersonField.PHOTOS), Set.of(ReadSource.CONTACT), page -> all.addAll(page.contacts())));
        return all;
    }

    /** Runs a job to its end. */
    Job run(String title, List<? extends Change> changes) {
        Job job = workspace.submit(new ChangeSet(title, changes, workspace.maskProperty().get()));
        end(job);
        return job;
    }

    static void end(Job job) {
        try {
            job.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Changes a value behind Muster's back. */
    void elsewhere(String resourceName, String field, String value) {
        JsonArray items = new JsonArray();
        JsonObject item = new JsonObject();
        item.addProperty("value", value);
        items.add(item);
        server.changeElsewhere(resourceName, person -> person.add(field, items));
    }

    void photo(Contact contact) {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ok(gateway.updatePhoto(contact.resourceName(), out.toByteArray(), FieldMask.none(), Set.of()));
    }

    <T> T fx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }

    /** Saves what the window shows as {@code target/pictures/<name>.png}. */
    void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        EditWorld.save(name, fx(() -> scene.snapshot(null)));
    }

    @Override
    public void close() {
        server.faults().clear();
        jobs.close();
        journal.close();
        server.close();
    }
}

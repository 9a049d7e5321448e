package org.muster.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.muster.contacts.ContactBook;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.MemoryJournal;
import org.muster.jobs.SecondLook;
import org.muster.people.GooglePeopleGateway;
import org.muster.people.PeopleGateway;
import org.muster.store.Undoing;
import org.muster.ui.FileDialogs;
import org.muster.ui.jobs.JobsDrawer;
import org.muster.ui.main.MainWindow;
import org.muster.ui.main.RecordingScreens;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.table.ContactsModel;
import org.muster.ui.table.View;
import org.muster.ui.theme.Theme;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.LoadState;
import org.muster.ui.workspace.Workspace;

/** The real window on a practice account, put together as the application does. Its methods may be called from any thread but the FX thread. */
final class BenchWindow implements AutoCloseable {
    private final JobService jobs = new LaneJobService(new MemoryJournal(), JobSettings.standard());
    private final Workspace workspace;
    private final MainWindow main;
    private final Stage stage;

    private BenchWindow(PracticeProcess server) {
        PeopleGateway gateway = GooglePeopleGateway.withToken(server.endpoint(), server::token);
        workspace = new Workspace("Practice account", new JobService.Lane("bench", gateway, new ContactBook()), jobs, new VirtualThreads(), Clock.systemDefaultZone());
        Sheets sheets = new Sheets();
        JobsDrawer drawer = new JobsDrawer(workspace, new RecordingScreens(), new NoDialogs(), new SecondLook(gateway, workspace.book(), new MemoryJournal(), JobSettings.standard())::look, contact -> { }, job -> Undoing.NOT_YET);
        Theme theme = new Theme();
        theme.choiceProperty().set(Theme.Choice.LIGHT);
        theme.install();
        main = new MainWindow(workspace, new RecordingScreens(), sheets, drawer.view(), theme, anchor -> { });
        Scene scene = new Scene(new StackPane(main.view(), sheets.layer()), 1440, 900);
        theme.style(scene);
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }

    /** Opens an empty window and waits until it has come to rest. */
    static BenchWindow open(PracticeProcess server) {
        BenchWindow window = Fx.call(() -> new BenchWindow(server));
        Fx.settle(() -> window.stage.isShowing());
        return window;
    }

    Workspace workspace() {
        return workspace;
    }

    ContactsModel model() {
        return main.model();
    }

    Node find(String selector) {
        return stage.getScene().lookup(selector);
    }

    /**
     * Loads the account and waits until the table shows all of it and a pulse has passed.
     *
     * @return nanoseconds from the wish to the picture
     */
    long load(int contacts) {
        CompletableFuture<Long> shown = new CompletableFuture<>();
        long start = System.nanoTime();
        Fx.run(() -> {
            workspace.reload();
            model().viewProperty().addListener((property, before, now) -> {
                if (complete(now, contacts) && workspace.loadStateProperty().get() instanceof LoadState.Loaded) {
                    stage.getScene().addPostLayoutPulseListener(() -> shown.complete(System.nanoTime()));
                }
            });
        });
        return Fx.await(shown) - start;
    }

    private static boolean complete(View view, int contacts) {
        return view.total() == contacts && view.matched().size() == contacts;
    }

    @Override
    public void close() {
        Fx.run(() -> {
            main.close();
            stage.close();
        });
        jobs.close();
    }

    /** Nobody asks for files here. */
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
}

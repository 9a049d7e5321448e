package org.muster.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.jobs.JobService;
import org.muster.jobs.JobState;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.jobs.Waiting;
import org.muster.people.ErrorCause;
import org.muster.ui.FileDialogs;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.Workspace;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class JobsDrawerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final ScriptedJobs jobs = new ScriptedJobs();
    private final ContactBook book = new ContactBook();
    private final NoScreens screens = new NoScreens();
    private final List<Contact> opened = new ArrayList<>();
    private final List<List<Outcome>> reports = new ArrayList<>();
    private Outcome lookedUp;
    private boolean diskFull;
    private Scene scene;
    private JobsDrawer drawer;

    @Start
    void start(Stage stage) {
        Workspace workspace = new Workspace("Practice", new JobService.Lane("a", null, book), jobs, new VirtualThreads(), Clock.fixed(NOW, ZoneOffset.UTC));
        FileDialogs dialogs = new FileDialogs() {
            @Override
            public Optional<Path> open(String title, List<Kind> kinds) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> save(String title, String suggestedName, List<Kind> kinds) {
                return Optional.of(Path.of("report.csv"));
            }
        };
        ReportFile file = (path, rows) -> {
            if (diskFull) {
                throw new IOException("no space");
            }
            reports.add(rows);
        };
        drawer = new JobsDrawer(workspace, screens, dialogs, file, (job, unknown) -> lookedUp, opened::add);
        BorderPane window = new BorderPane();
        window.setBottom(drawer.view());
        scene = Pictures.styled(window, 960, 420);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void clean() {
        WaitForAsyncUtils.clearExceptions();
    }

    @Test
    void picture() throws Exception {
        ChangeSet set = Some.companies("Set company on 1,204 contacts", 1204, "Ada Lovelace", "Müller GmbH", "渡辺 美咲", "Wolfeschlegelsteinhausenbergerdorff Senior, Hubert Blaine");
        ScriptedJob job = new ScriptedJob(set, 200);
        job.set(Some.conflict(set, 500, Some.contact(500, "2", Some.person("Ada", "Babbage & Co."))));
        job.set(Some.outcome(set, 1, OutcomeState.FAILED, Some.error(ErrorCause.SINGLETON, "contact.names is a singleton field")));
        job.set(Some.outcome(set, 2, OutcomeState.UNKNOWN, null));
        job.set(Some.outcome(set, 3, OutcomeState.FAILED, Some.error(ErrorCause.TOO_LONG, "too long")));
        job.doneBefore(801);
        job.state(JobState.WAITING, new Waiting(Waiting.Reason.QUOTA, NOW.plusMillis(11_400)));
        ChangeSet made = Some.creates("Create 1,000 contacts from people.csv", 1000);
        ScriptedJob ended = new ScriptedJob(made, 200);
        ended.set(Some.outcome(made, 17, OutcomeState.FAILED, Some.error(ErrorCause.EMPTY_CONTACT, "empty")));
        ended.doneBefore(1000);
        ended.state(JobState.FINISHED);
        jobs.add(ended);
        jobs.add(job);
        await(() -> texts().contains("Ada Lovelace") || texts().contains("Müller GmbH"));
        Platform.runLater(() -> scene.getWindow().setWidth(1440));
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(() -> {
            scene.getRoot().resize(1440, 420);
            Pictures.save(scene, "jobs-drawer");
        }).get();
    }

    private void await(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }

    private List<String> texts() {
        return drawer.view().lookupAll(".label").stream().filter(JobsDrawerTest::visible).map(n -> ((Labeled) n).getText()).toList();
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

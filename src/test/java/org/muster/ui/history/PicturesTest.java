package org.muster.ui.history;

import static org.muster.ui.history.HistoryWorld.company;
import static org.muster.ui.history.HistoryWorld.contact;
import static org.muster.ui.history.HistoryWorld.create;
import static org.muster.ui.OnFx.fx;
import static org.muster.ui.OnFx.until;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.jobs.OutcomeState;
import org.muster.ui.jobs.Pictures;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Draws History large and small, to be looked at. */
@Tag("look")
@ExtendWith(ApplicationExtension.class)
class PicturesTest {
    private static final String[] NAMES = {"Ada Lovelace", "Zażółć Gęślą", "渡辺 美咲", "محمد الفارسي", "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff, Senior, of the Philadelphia typesetters’ guild", "", "Müller GmbH", "O’Brien, Siobhán"};

    @TempDir
    Path folder;
    private HistoryWorld world;
    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
        world = new HistoryWorld(folder);
        world.open(stage, 1440, 900);
    }

    @BeforeEach
    void clear() {
        WaitForAsyncUtils.clearExceptions();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static Contact person(int i) {
        return contact("c" + i, NAMES[i % NAMES.length], "person" + i + "@example.org", i % 2 == 0 ? "Analytical Engines" : "");
    }

    private void past() {
        for (int week = 9; week > 0; week--) {
            int from = week;
            world.done(HistoryWorld.NOON.minus(Duration.ofDays(week * 7L)), "Create " + (week + 2) + " contacts", IntStream.range(0, week + 2).mapToObj(i -> create(NAMES[(i + from) % NAMES.length], "n" + i + "@example.org")).toArray(Change[]::new));
        }
        List<Change> many = IntStream.range(0, 312).mapToObj(i -> company(person(i), "ACME International Trading and Shipping Company")).toList();
        List<OutcomeState> ends = new ArrayList<>(many.stream().map(c -> OutcomeState.DONE).toList());
        ends.set(3, OutcomeState.CONFLICT);
        ends.set(4, OutcomeState.FAILED);
        ends.set(6, OutcomeState.UNKNOWN);
        IntStream.range(300, 312).forEach(i -> ends.set(i, OutcomeState.SKIPPED));
        world.ended(HistoryWorld.NOON.minus(Duration.ofHours(20)), "Set company on 312 contacts and append “checked in November 2026” to their notes, then find and replace", many, ends);
        world.done(HistoryWorld.NOON.minus(Duration.ofHours(3)), "Delete 2 contacts", new Change.Delete(person(2)), new Change.Delete(person(4)));
        world.done(HistoryWorld.NOON.minus(Duration.ofHours(2)), "Undo “Delete 2 contacts”", new Change.Create(HistoryWorld.person(NAMES[2], "person2@example.org", "Analytical Engines"), "", "people/c2"));
        world.stopped(HistoryWorld.NOON.minus(Duration.ofMinutes(20)), "Delete 200 contacts", IntStream.range(10, 210).mapToObj(i -> (Change) new Change.Delete(person(i))).toList(), IntStream.range(0, 120).mapToObj(i -> OutcomeState.DONE).toList());
    }

    @Test
    void history() {
        past();
        for (int[] size : new int[][] {{1440, 900}, {900, 600}}) {
            String name = size[0] + "x" + size[1];
            fx(() -> {
                stage.setWidth(size[0]);
                stage.setHeight(size[1]);
            });
            fx(() -> world.sheets.show(new HistorySheet(world.workspace, world.sheets, world.dialogs, world.history, new HistoryWays(Optional.of(world.second::look), Optional.of(id -> { }), Optional.empty()), Optional.empty())));
            until(() -> !world.node("history-contacts", TableView.class).getItems().isEmpty());
            picture("look-history-stopped-" + name);
            fx(() -> world.node("history-list", ListView.class).getSelectionModel().select(5));
            until(() -> world.node("history-title", Labeled.class).getText().startsWith("Set company") && world.node("history-contacts", TableView.class).getItems().size() == 312);
            fx(() -> world.node("history-contacts", TableView.class).getSelectionModel().clearAndSelect(4));
            until(() -> !world.node("history-fields", ListView.class).getItems().isEmpty());
            picture("look-history-" + name);
            fx(() -> world.node("history-search", TextField.class).setText("美咲"));
            until(() -> world.node("history-found", Labeled.class).isVisible());
            picture("look-history-search-" + name);
            fx(() -> world.node("history-search", TextField.class).setText("nobody of this name"));
            until(() -> world.node("history-nothing", Labeled.class) != null && world.node("history-count", Labeled.class).getText().equals("no job found"));
            picture("look-history-nobody-" + name);
            fx(() -> world.sheets.show(new ContactHistorySheet(world.workspace, world.sheets, world.history, ContactKey.of(person(2)), job -> { })));
            until(() -> !world.node("contact-history-list", ListView.class).getItems().isEmpty());
            picture("look-contact-" + name);
            fx(world.sheets::requestClose);
            fx(world.sheets::requestClose);
        }
    }

    private void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        fx(() -> Pictures.save(world.scene, name));
    }
}

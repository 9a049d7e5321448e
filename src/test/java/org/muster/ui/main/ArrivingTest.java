package org.muster.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.contacts.FieldMask;
import org.muster.contacts.ReadSource;
import org.muster.people.Answer;
import org.muster.ui.OnFx;
import org.muster.ui.rail.Rail;
import org.muster.ui.table.ContactsModel;
import org.muster.ui.table.Selection;
import org.muster.ui.theme.Theme;
import org.muster.ui.work.Background;
import org.muster.ui.workspace.LoadState;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Between the listing and the table there is a moment; an account full of contacts is never called empty in it. */
@ExtendWith(ApplicationExtension.class)
class ArrivingTest {
    /** Does everything at once, until it is told to hold what comes. */
    private static final class Held implements Background {
        private final List<Runnable> waiting = new ArrayList<>();
        private boolean hold;

        @Override
        public <T> Running start(Callable<T> work, Consumer<? super T> onDone, Consumer<Throwable> onBug) {
            Runnable all = () -> {
                T result;
                try {
                    result = work.call();
                } catch (Exception e) {
                    onBug.accept(e);
                    return;
                }
                onDone.accept(result);
            };
            if (hold) {
                waiting.add(all);
            } else {
                all.run();
            }
            return () -> { };
        }

        @Override
        public void onFx(Runnable action) {
            action.run();
        }
    }

    private final Held background = new Held();

    @Start
    void start(Stage stage) {
        stage.show();
    }

    @Test
    void anAccountWhoseContactsAreStillPutInOrderIsNotCalledEmpty() {
        FakeAccount account = new FakeAccount(People.messy()) {
            @Override
            public Answer<Void> list(FieldMask mask, Set<ReadSource> sources, Consumer<Page> onPage) {
                Answer<Void> listed = super.list(mask, sources, onPage);
                background.hold = true;
                return listed;
            }
        };
        OnFx.fx(() -> {
            ContactsModel model = new ContactsModel(account.workspace(background));
            EmptyState empty = new EmptyState(model);
            StatusBar status = new StatusBar(model, new Selection(model));
            Rail rail = new Rail(model, new RecordingScreens(), new Theme(), () -> { });
            new Scene(rail.view());
            rail.view().applyCss();
            assertThat(counts(rail)).as("before anything was asked").containsOnly("…");
            model.workspace().reload();
            assertThat(model.workspace().loadStateProperty().get()).isInstanceOf(LoadState.Loaded.class);
            assertThat(text(empty.view(), "#empty-title")).isEqualTo("Loading your contacts");
            assertThat(text(status.view(), "#status-state")).startsWith("Loading");
            assertThat(text(status.view(), "#status-total")).isEmpty();
            assertThat(counts(rail)).as("what is not known is not 0").containsOnly("…");
            background.hold = false;
            List.copyOf(background.waiting).forEach(Runnable::run);
            assertThat(text(status.view(), "#status-state")).startsWith("Up to date");
            assertThat(text(status.view(), "#status-total")).isEqualTo("14 contacts");
            assertThat(counts(rail)).startsWith("14", "1");
        });
    }

    private static List<String> counts(Rail rail) {
        return rail.view().lookupAll(".rail-item").stream().map(item -> (ToggleButton) item).map(item -> (Label) ((HBox) item.getGraphic()).getChildren().getLast()).map(Label::getText).toList();
    }

    private static String text(javafx.scene.Parent view, String id) {
        return ((Label) view.lookup(id)).getText();
    }
}

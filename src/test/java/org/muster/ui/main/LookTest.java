package org.muster.ui.main;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.accounts.AccountProblem;
import org.muster.contacts.PersonField;
import org.muster.contacts.Query;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.table.Selection;
import org.muster.ui.theme.Theme;
import org.muster.ui.workspace.LoadState;
import org.muster.ui.workspace.Workspace;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Draws the window in its states, to be looked at. */
@Tag("look")
@ExtendWith(ApplicationExtension.class)
class LookTest {
    private final Theme theme = new Theme();
    private final Path dir = Path.of("target", "pictures");
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        theme.install();
    }

    @BeforeEach
    void clear() {
        WaitForAsyncUtils.clearExceptions();
    }

    @Test
    void pictures() throws Exception {
        for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            FakeAccount account = new FakeAccount(People.many(1204));
            Workspace workspace = account.workspace();
            MainWindow[] window = new MainWindow[1];
            Sheets[] sheets = new Sheets[1];
            WaitForAsyncUtils.asyncFx(() -> {
                theme.choiceProperty().set(choice);
                window[0] = new MainWindow(workspace, new RecordingScreens(), new Sheets(), new HBox(), theme, anchor -> { });
                Scene scene = new Scene(window[0].view(), 1440, 900);
                theme.style(scene);
                stage.setScene(scene);
                stage.show();
                workspace.maskProperty().set(Workspace.DEFAULT_MASK.plus(PersonField.BIRTHDAYS, PersonField.BIOGRAPHIES, PersonField.AGE_RANGES));
                workspace.reload();
            }).get();
            WaitForAsyncUtils.waitFor(60, java.util.concurrent.TimeUnit.SECONDS, () -> workspace.loadStateProperty().get() instanceof LoadState.Loaded && window[0].model().viewProperty().get().total() == 1204);
            shoot("plain-" + choice);
            WaitForAsyncUtils.asyncFx(() -> {
                window[0].model().searchTextProperty().set("has:email -person");
            }).get();
            WaitForAsyncUtils.waitFor(60, java.util.concurrent.TimeUnit.SECONDS, () -> !window[0].model().viewProperty().get().filter().query().equals(Query.EVERYBODY));
            WaitForAsyncUtils.asyncFx(() -> {
                window[0].model().focusedProperty().set("people/ada");
                Selection s = window[0].selection();
                People.messy().stream().map(p -> p.getResourceName()).filter(n -> !n.contains("ada2") && !n.contains("ivan") && !n.contains("noname") && !n.contains("nomail")).forEach(s::toggle);
                stage.getScene().lookup("#contacts").requestFocus();
            }).get();
            shoot("selected-" + choice);
            WaitForAsyncUtils.asyncFx(() -> ((javafx.scene.control.Button) stage.getScene().lookup("#inspector-edit")).fire()).get();
            shoot("edit-" + choice);
            WaitForAsyncUtils.asyncFx(() -> ((javafx.scene.control.Button) stage.getScene().lookup("#inspector-cancel")).fire()).get();
            WaitForAsyncUtils.asyncFx(() -> window[0].model().searchTextProperty().set("emial:zzz qqq")).get();
            WaitForAsyncUtils.waitFor(60, java.util.concurrent.TimeUnit.SECONDS, () -> window[0].model().viewProperty().get().matched().isEmpty());
            shoot("nomatch-" + choice);
            WaitForAsyncUtils.asyncFx(() -> {
                window[0].model().searchTextProperty().set("");
                stage.setWidth(960);
                stage.setHeight(720);
            }).get();
            shoot("small-" + choice);
            WaitForAsyncUtils.asyncFx(() -> {
                javafx.scene.layout.StackPane over = new javafx.scene.layout.StackPane();
                Scene scene = new Scene(over, 1280, 800);
                sheets[0] = new Sheets();
                over.getChildren().setAll(new HBox(), sheets[0].layer());
                theme.style(scene);
                stage.setScene(scene);
            }).get();
            WaitForAsyncUtils.waitForFxEvents(20);
            WaitForAsyncUtils.asyncFx(() -> sheets[0].show(new org.muster.ui.shortcuts.ShortcutSheet(sheets[0]))).get();
            WaitForAsyncUtils.waitFor(60, java.util.concurrent.TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> stage.getScene().lookup("#shortcuts-close") != null && stage.getScene().lookup("#shortcuts-close").isFocused()).get());
            shoot("shortcuts-" + choice);
        }
    }

    @Test
    void notOpened() throws Exception {
        for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            WaitForAsyncUtils.asyncFx(() -> {
                theme.choiceProperty().set(choice);
                AccountProblem problem = new AccountProblem(AccountProblem.Cause.PRACTICE_NOT_KEPT, "/home/ada/.local/share/muster/practice.db");
                Scene scene = new Scene(NotOpened.over("ada@example.org", problem.what(), problem.advice(), () -> { }, () -> { }).view(), 1440, 900);
                theme.style(scene);
                stage.setScene(scene);
                stage.show();
            }).get();
            shoot("not-opened-" + choice);
        }
    }

    private void shoot(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents(10);
        WaitForAsyncUtils.asyncFx(() -> Pictures.save(stage.getScene(), dir.resolve(name.toLowerCase() + ".png"))).get();
    }
}

package org.muster.app;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.muster.texts.Texts;
import org.muster.ui.FileDialogs;
import org.muster.ui.main.MainWindow;
import org.muster.ui.main.NotOpened;
import org.muster.ui.main.Opening;
import org.muster.ui.theme.Theme;

/** The one stage: its frame, and whatever fills it at the moment. */
final class Frame {
    private final Stage stage;
    private final Theme theme;
    private final FileDialogs dialogs;
    private final StackPane root = new StackPane();

    /** @param onClosed hears once the stage is gone */
    Frame(Stage stage, Theme theme, Runnable onClosed) {
        this.stage = stage;
        this.theme = theme;
        this.dialogs = new SystemFileDialogs(stage);
        for (int size : new int[] {16, 32, 48, 64, 128, 256}) {
            stage.getIcons().add(new Image(Objects.requireNonNull(Frame.class.getResourceAsStream("/org/muster/ui/icons/muster-" + size + ".png"))));
        }
        Scene scene = new Scene(root, 1440, 900);
        theme.style(scene);
        stage.setScene(scene);
        stage.setMinWidth(MainWindow.MIN_WIDTH);
        stage.setMinHeight(MainWindow.MIN_HEIGHT);
        stage.setTitle(Texts.of(MainWindow.class).get("app.name"));
        stage.setOnHidden(e -> onClosed.run());
    }

    Stage stage() {
        return stage;
    }

    Theme theme() {
        return theme;
    }

    FileDialogs dialogs() {
        return dialogs;
    }

    /** Fills the stage with these, one above the other, in place of what was there; and shows it. */
    void put(Node... layers) {
        root.getChildren().setAll(layers);
        if (!stage.isShowing()) {
            stage.show();
        }
    }

    /** Says why nothing could be opened, with the ways on: to try again, or out. */
    void fail(String what, String advice, Runnable again) {
        put(NotOpened.atStart(what, advice, again, stage::hide).view());
    }

    /** Shows that Muster is there, while it opens what it keeps. */
    void opening() {
        put(new Opening().view());
    }
}

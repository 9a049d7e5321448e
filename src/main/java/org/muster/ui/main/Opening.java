package org.muster.ui.main;

import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.util.Duration;
import org.muster.ui.Fxml;

/** What fills the window until there is an account to show: nothing at first, since that is a matter of a moment; then what Muster is doing. */
public final class Opening {
    private static final Duration MOMENT = Duration.millis(700);

    private final Parent view;

    @FXML private Node words;

    public Opening() {
        view = Fxml.load(this);
        PauseTransition moment = new PauseTransition(MOMENT);
        moment.setOnFinished(e -> words.setVisible(true));
        moment.play();
    }

    public Parent view() {
        return view;
    }
}

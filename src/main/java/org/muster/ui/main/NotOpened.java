package org.muster.ui.main;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;

/** What fills the window when an account could not be opened: what is wrong, what to do about it, and the ways on. */
public final class NotOpened {
    private final Runnable again;
    private final Runnable away;
    private final Parent view;

    @FXML private Label title;
    @FXML private Label advice;
    @FXML private Button tryAgain;
    @FXML private Button leave;

    private NotOpened(String what, String how, Runnable again, String awayText, Runnable away) {
        this.again = again;
        this.away = away;
        this.view = Fxml.load(this);
        title.setText(what);
        advice.setText(how);
        leave.setText(awayText);
    }

    /** When there is no other account to work on. */
    public static NotOpened atStart(String what, String how, Runnable again, Runnable quit) {
        return new NotOpened(what, how, again, texts().get("notOpened.quit"), quit);
    }

    /** When another account was open before. */
    public static NotOpened over(String accountName, String what, String how, Runnable again, Runnable back) {
        return new NotOpened(what, how, again, texts().get("notOpened.back", accountName), back);
    }

    private static Texts texts() {
        return Texts.of(NotOpened.class);
    }

    public Parent view() {
        return view;
    }

    @FXML
    private void again() {
        tryAgain.setDisable(true);
        again.run();
    }

    @FXML
    private void leave() {
        away.run();
    }
}

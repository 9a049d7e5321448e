package org.muster.ui.connect;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.muster.accounts.SignInRun;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;

/** The second page: the browser is open, the answer is awaited for so long. */
public final class ConnectWait {
    private final Clock clock;
    private final Texts texts = Texts.of(ConnectWait.class);
    private final Timeline seconds;
    private final Parent view;
    private Instant until = Instant.MAX;

    @FXML private Label timeLeft;
    @FXML private TextField link;
    @FXML private Button copy;

    ConnectWait(Clock clock) {
        this.clock = clock;
        this.view = Fxml.load(this);
        this.seconds = new Timeline(new KeyFrame(javafx.util.Duration.millis(500), e -> showTimeLeft()));
        seconds.setCycleCount(Timeline.INDEFINITE);
    }

    Parent view() {
        return view;
    }

    /** Shows the link and counts down. */
    void begin(SignInRun run, Duration limit) {
        until = clock.instant().plus(limit);
        link.setText(run.address().map(URI::toString).orElse(""));
        copy.setText(texts.get("waiting.copy"));
        showTimeLeft();
        seconds.play();
        copy.requestFocus();
    }

    void stop() {
        seconds.stop();
        link.clear();
    }

    private void showTimeLeft() {
        long whole = Math.max(0, Math.ceilDiv(Duration.between(clock.instant(), until).toMillis(), 1000));
        timeLeft.setText(texts.get("waiting.left", whole / 60, whole % 60));
    }

    @FXML
    private void copyLink(ActionEvent event) {
        ClipboardContent content = new ClipboardContent();
        content.putString(link.getText());
        Clipboard.getSystemClipboard().setContent(content);
        copy.setText(texts.get("waiting.copied"));
    }
}

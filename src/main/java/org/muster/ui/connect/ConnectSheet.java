package org.muster.ui.connect;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.accounts.ClientSecrets;
import org.muster.accounts.GoogleAccount;
import org.muster.accounts.SignInResult;
import org.muster.accounts.SignInRun;
import org.muster.texts.Texts;
import org.muster.ui.FileDialogs;
import org.muster.ui.Fxml;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.work.Background;

/** Connects a Google account: takes the client file, sends the user to the browser, and says how it went. */
public final class ConnectSheet implements Sheet {
    private final GoogleSignIn google;
    private final Background background;
    private final Sheets sheets;
    private final Consumer<GoogleAccount> onConnected;
    private final ConnectGuide guide;
    private final ConnectWait wait;
    private final Texts texts = Texts.of(ConnectSheet.class);
    private final Parent view;
    private SignInRun run;
    private boolean gone;

    @FXML private StackPane pages;
    @FXML private VBox end;
    @FXML private FontIcon endIcon;
    @FXML private Label endTitle;
    @FXML private Label endText;
    @FXML private Button cancel;
    @FXML private Button again;
    @FXML private Button openBrowser;
    @FXML private Button done;

    /** @param onConnected hears of a new account on the FX thread, also when the sheet was closed meanwhile */
    public ConnectSheet(GoogleSignIn google, FileDialogs dialogs, Background background, Sheets sheets, Clock clock, Consumer<GoogleAccount> onConnected) {
        this.google = google;
        this.background = background;
        this.sheets = sheets;
        this.onConnected = onConnected;
        this.guide = new ConnectGuide(google.browser(), dialogs, background);
        this.wait = new ConnectWait(clock);
        this.view = Fxml.load(this);
        pages.getChildren().addAll(guide.view(), wait.view());
        guide.clientProperty().subscribe(this::clientChosen);
        showGuide();
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        guide.focus();
    }

    @Override
    public void closed() {
        gone = true;
        wait.stop();
        if (run != null) {
            run.cancel();
        }
    }

    private void clientChosen(ClientSecrets client) {
        openBrowser.setDisable(client == null);
        if (client != null) {
            openBrowser.requestFocus();
        }
    }

    private void showGuide() {
        show(guide.view(), openBrowser, cancel);
        openBrowser.setDisable(guide.clientProperty().get() == null);
    }

    private void show(Node page, Button... buttons) {
        for (Node one : pages.getChildren()) {
            present(one, one == page);
        }
        for (Button button : List.of(cancel, again, openBrowser, done)) {
            present(button, List.of(buttons).contains(button));
        }
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private void start() {
        ClientSecrets client = guide.clientProperty().get();
        if (client == null || openBrowser.isDisabled()) {
            return;
        }
        openBrowser.setDisable(true);
        guide.problem("", "");
        String called = guide.accountLabel();
        background.start(() -> google.start(client, called), this::started, bug -> {
            showGuide();
            guide.problem(texts.get("start.failed"), "");
        });
    }

    private void started(SignInRun begun) {
        run = begun;
        if (gone) {
            begun.cancel();
        } else {
            show(wait.view(), cancel);
            wait.begin(begun, google.limit());
        }
        begun.result().thenAccept(result -> background.onFx(() -> ended(result)));
    }

    private void ended(SignInResult result) {
        if (result instanceof SignInResult.Connected(GoogleAccount account, boolean already)) {
            onConnected.accept(account);
        }
        run = null;
        wait.stop();
        if (gone) {
            return;
        }
        Ending ending = Ending.of(result);
        if (ending == Ending.CANCELLED) {
            showGuide();
            openBrowser.requestFocus();
        } else {
            showEnd(ending, result);
        }
    }

    private void showEnd(Ending ending, SignInResult result) {
        boolean good = ending == Ending.CONNECTED;
        endIcon.setIconLiteral(ending.icon());
        endIcon.getStyleClass().setAll("ikonli-font-icon", "connect-end-icon", good ? "connect-good" : "connect-bad");
        endTitle.setText(texts.get("end." + ending.name()));
        endText.setText(result.message());
        if (good) {
            show(end, done);
            done.requestFocus();
        } else {
            show(end, cancel, again);
            again.requestFocus();
        }
    }

    @Override
    public void mainAction() {
        if (openBrowser.isVisible()) {
            start();
        } else if (again.isVisible()) {
            showGuide();
        } else if (done.isVisible()) {
            sheets.close(this);
        }
    }

    @FXML
    private void openBrowser(ActionEvent event) {
        start();
    }

    /** While the browser's answer is awaited, calls that off; otherwise closes the sheet. */
    @FXML
    private void cancel(ActionEvent event) {
        if (run != null) {
            run.cancel();
        } else {
            sheets.requestClose();
        }
    }

    @FXML
    private void again(ActionEvent event) {
        showGuide();
    }

    @FXML
    private void done(ActionEvent event) {
        sheets.close(this);
    }

    @FXML
    private void close(ActionEvent event) {
        sheets.requestClose();
    }
}

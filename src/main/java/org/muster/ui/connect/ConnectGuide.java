package org.muster.ui.connect;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.accounts.AccountProblem;
import org.muster.accounts.Attempt;
import org.muster.accounts.ClientSecrets;
import org.muster.texts.Texts;
import org.muster.ui.FileDialogs;
import org.muster.ui.Fxml;
import org.muster.ui.work.Background;

/** The first page: how to get the client file, and taking it. A file that will not do is refused here, with what to do. */
public final class ConnectGuide {
    private static final URI CONSOLE = URI.create("https://console.cloud.google.com/");

    private final Consumer<URI> browser;
    private final FileDialogs dialogs;
    private final Background background;
    private final Texts texts = Texts.of(ConnectGuide.class);
    private final ReadOnlyObjectWrapper<ClientSecrets> client = new ReadOnlyObjectWrapper<>(this, "client");
    private final Parent view;

    @FXML private HBox dropPlace;
    @FXML private Label file;
    @FXML private FontIcon fileIcon;
    @FXML private Button choose;
    @FXML private VBox problemBox;
    @FXML private Label problemWhat;
    @FXML private Label problemAdvice;
    @FXML private TextField label;

    ConnectGuide(Consumer<URI> browser, FileDialogs dialogs, Background background) {
        this.browser = browser;
        this.dialogs = dialogs;
        this.background = background;
        this.view = Fxml.load(this);
        dropPlace.setOnDragOver(this::dragOver);
        dropPlace.setOnDragDropped(this::dropped);
        problem("", "");
    }

    Parent view() {
        return view;
    }

    /** What the file says; {@code null} until a good one was chosen. A bad one chosen later takes nothing away. */
    ReadOnlyObjectProperty<ClientSecrets> clientProperty() {
        return client.getReadOnlyProperty();
    }

    /** The user's name for the account; may be empty. */
    String accountLabel() {
        return label.getText().strip();
    }

    void focus() {
        choose.requestFocus();
    }

    /** Says what went wrong; empty for nothing. */
    void problem(String what, String advice) {
        problemWhat.setText(what);
        problemAdvice.setText(advice);
        problemBox.setVisible(!what.isEmpty());
        problemBox.setManaged(!what.isEmpty());
    }

    /** Reads the client file away from the FX thread. */
    void take(Path chosen) {
        choose.setDisable(true);
        background.start(() -> ClientSecrets.read(chosen), read -> {
            choose.setDisable(false);
            switch (read) {
                case Attempt.Done<ClientSecrets>(ClientSecrets secrets) -> {
                    file.setText(String.valueOf(chosen.getFileName()));
                    fileIcon.setIconLiteral("fth-check");
                    choose.setText(texts.get("file.other"));
                    problem("", "");
                    client.set(secrets);
                }
                case Attempt.Refused<ClientSecrets>(AccountProblem refusal) -> {
                    problem(refusal.what(), refusal.advice());
                    choose.requestFocus();
                }
            }
        }, bug -> {
            choose.setDisable(false);
            problem(texts.get("file.failed"), "");
        });
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles() && event.getDragboard().getFiles().size() == 1) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        take(event.getDragboard().getFiles().getFirst().toPath());
        event.setDropCompleted(true);
        event.consume();
    }

    @FXML
    private void choose(ActionEvent event) {
        dialogs.open(texts.get("file.title"), List.of(new FileDialogs.Kind(texts.get("file.kind"), List.of("*.json")))).ifPresent(this::take);
    }

    @FXML
    private void openConsole(ActionEvent event) {
        background.start(() -> {
            browser.accept(CONSOLE);
            return true;
        }, opened -> { }, bug -> problem(texts.get("console.failed"), CONSOLE.toString()));
    }
}

package org.muster.ui.main;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.Screens;
import org.muster.ui.workspace.Access;
import org.muster.ui.workspace.Workspace;

/** The strip along the top of a window that can only look: who has the account, what can be done here, and a try to get it. Says for a moment when it could be had. */
final class ReadingBanner {
    private static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");
    private static final PseudoClass FREE = PseudoClass.getPseudoClass("free");

    private final Workspace workspace;
    private final Screens screens;
    private final Texts texts = Texts.of(ReadingBanner.class);
    private final PauseTransition stress = new PauseTransition(Duration.millis(1_200));
    private final PauseTransition stillThere = new PauseTransition(Duration.seconds(5));
    private final PauseTransition farewell = new PauseTransition(Duration.seconds(8));
    private final Tooltip detail = new Tooltip();
    private final Parent view;
    private boolean reading;
    private boolean tried;

    @FXML private HBox root;
    @FXML private FontIcon icon;
    @FXML private Label what;
    @FXML private Label advice;
    @FXML private Label since;
    @FXML private Label still;
    @FXML private HBox changed;
    @FXML private Button again;
    @FXML private Button read;

    ReadingBanner(Workspace workspace, Screens screens) {
        this.workspace = workspace;
        this.screens = screens;
        this.view = Fxml.load(this);
        for (Node node : new Node[] {root, since, still, changed, again, read}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        stress.setOnFinished(e -> root.pseudoClassStateChanged(ASKED, false));
        stillThere.setOnFinished(e -> still.setVisible(false));
        farewell.setOnFinished(e -> root.setVisible(false));
        changed.visibleProperty().bind(workspace.changedElsewhereProperty().and(workspace.readingProperty()));
        workspace.accessProperty().subscribe(this::show); // each answer, also the same again
        workspace.refusalsProperty().subscribe(this::refused);
        root.setVisible(false);
        still.setVisible(false);
        show();
    }

    Parent view() {
        return view;
    }

    private void show() {
        switch (workspace.accessProperty().get()) {
            case Access.Reading(String who, String how, String from, String more) -> {
                reading = true;
                farewell.stop();
                say("fth-eye", who, how, from, more);
                if (tried) {
                    still.setVisible(true);
                    stillThere.playFromStart();
                }
            }
            case Access.Working() when reading -> {
                reading = false;
                still.setVisible(false);
                say("fth-check-circle", texts.get("reading.free"), texts.get("reading.free.advice"), "", "");
                farewell.playFromStart();
            }
            case Access.Working() -> { }
        }
        tried = false;
        again.setVisible(reading);
        read.setVisible(!reading);
        root.pseudoClassStateChanged(FREE, !reading);
    }

    private void say(String literal, String title, String words, String from, String more) {
        String spoken = String.join(" ", title + ".", words, from, more).strip();
        if (root.isVisible() && spoken.equals(root.getAccessibleText())) {
            return;
        }
        icon.setIconLiteral(literal);
        what.setText(title);
        advice.setText(words);
        since.setText(from);
        since.setVisible(!from.isEmpty());
        detail.setText(more);
        Tooltip.uninstall(root, detail);
        if (!more.isEmpty()) {
            Tooltip.install(root, detail);
        }
        root.setAccessibleText(spoken);
        root.setVisible(true);
        root.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /** Something was to be changed, such as by a key: this is where it stands why nothing happens. */
    private void refused() {
        root.pseudoClassStateChanged(ASKED, true);
        root.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        stress.playFromStart();
    }

    @FXML
    private void again() {
        tried = true;
        screens.takeOver();
    }

    @FXML
    private void reload() {
        again.requestFocus(); // the button goes
        workspace.reload();
    }

    @FXML
    private void read() {
        farewell.stop();
        root.setVisible(false);
    }
}

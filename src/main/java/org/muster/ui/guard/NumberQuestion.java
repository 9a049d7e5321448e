package org.muster.ui.guard;

import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.changes.MassChange;
import org.muster.texts.Texts;

/** A line that is there only when a job would destroy very much, and wants the number of its contacts typed. */
public final class NumberQuestion {
    private final Texts texts = Texts.of(NumberQuestion.class);
    private final Label words = new Label();
    private final TextField number = new TextField();
    private final StackPane view = new StackPane();
    private MassChange mass = new MassChange(0, 0, 0);

    /** @param onTyped told whenever the answer is another */
    public NumberQuestion(Runnable onTyped) {
        FontIcon icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().add("danger-icon");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        number.setId("guard-number");
        number.setPrefColumnCount(8);
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.setAccessibleText(texts.get("guard.accessible"));
        number.textProperty().subscribe((was, is) -> onTyped.run());
        HBox line = new HBox(icon, words, number);
        line.getStyleClass().addAll("note-danger", "guard-question");
        view.setId("guard");
        view.getStyleClass().add("guard-place");
        view.getChildren().add(line);
        ask(mass);
    }

    /** The line; it takes no room while nothing is asked. */
    public Parent view() {
        return view;
    }

    /** Asks, if so much would be destroyed. */
    public void ask(MassChange change) {
        mass = change;
        words.setText(texts.get("guard.words", mass.gone(), mass.account(), mass.changes()));
        view.setVisible(mass.needsNumber());
        view.setManaged(mass.needsNumber());
    }

    /** Whether nothing is asked, or the right number is typed. */
    public boolean passed() {
        return !mass.needsNumber() || mass.confirms(number.getText(), Locale.getDefault());
    }

    /** What stands against going on, for people, while it is not {@link #passed}. */
    public String why() {
        return texts.get("guard.why");
    }
}

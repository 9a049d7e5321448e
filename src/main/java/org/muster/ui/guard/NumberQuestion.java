package org.muster.ui.guard;

import java.util.Locale;
import java.util.function.Function;
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
    private static final Texts TEXTS = Texts.of(NumberQuestion.class);

    private final Function<MassChange, String> asking;
    private final Label words = new Label();
    private final TextField number = new TextField();
    private final StackPane view = new StackPane();
    private MassChange mass = new MassChange(0, 0, 0);

    /** @param onTyped told whenever the answer is another */
    public NumberQuestion(Runnable onTyped) {
        this(mass -> TEXTS.get(mass.gone() >= mass.account() ? "guard.all" : "guard.words", mass.gone(), mass.account(), mass.changes()), onTyped);
    }

    /**
     * @param asking what it says of so much
     * @param onTyped told whenever the answer is another
     */
    public NumberQuestion(Function<MassChange, String> asking, Runnable onTyped) {
        this.asking = asking;
        FontIcon icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().add("danger-icon");
        words.setId("guard-words");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        number.setId("guard-number");
        number.setPrefColumnCount(8);
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.setAccessibleText(TEXTS.get("guard.accessible"));
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
        words.setText(asking.apply(mass));
        view.setVisible(mass.needsNumber());
        view.setManaged(mass.needsNumber());
    }

    /** Whether nothing is asked, or the right number is typed. */
    public boolean passed() {
        return !mass.needsNumber() || mass.confirms(number.getText(), Locale.getDefault());
    }

    /** What stands against going on, for people, while it is not {@link #passed}. */
    public String why() {
        return TEXTS.get("guard.why");
    }
}

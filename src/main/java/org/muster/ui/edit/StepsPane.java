package org.muster.ui.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.muster.changes.Edit;
import org.muster.changes.EditPlan;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;

/** The column of steps in the edit sheet: added, taken out, put in order. */
public final class StepsPane implements StepCard.Moves {
    private final ObservableList<Label> labels;
    private final FieldMask loaded;
    private final Runnable onChange;
    private final Texts texts = Texts.of(StepsPane.class);
    private final List<StepCard> cards = new ArrayList<>();
    private final Parent view;

    @FXML
    private VBox steps;

    @FXML
    private MenuButton add;

    /**
     * @param labels the account's labels
     * @param loaded where a replacement looks when no field is chosen
     * @param onChange told of every change of any step
     */
    StepsPane(ObservableList<Label> labels, FieldMask loaded, Runnable onChange) {
        this.labels = labels;
        this.loaded = loaded;
        this.onChange = onChange;
        this.view = Fxml.load(this);
    }

    Parent view() {
        return view;
    }

    /** Adds a step that does what {@code edit} does. */
    void add(Edit edit) {
        add(StepModel.of(edit, loaded));
    }

    /** Adds an empty step. */
    StepCard add(StepKind kind) {
        return add(new StepModel(kind, loaded));
    }

    private StepCard add(StepModel step) {
        StepCard card = new StepCard(step, labels, this);
        cards.add(card);
        step.checkProperty().subscribe((was, is) -> onChange.run());
        arrange();
        return card;
    }

    /** What the steps that can be run amount to. */
    EditPlan plan() {
        List<Edit> edits = new ArrayList<>();
        for (StepCard card : cards) {
            if (card.step().checkProperty().get() instanceof StepCheck.Ready(Edit edit)) {
                edits.add(edit);
            }
        }
        return new EditPlan(edits);
    }

    /** The number, from 1, of the first step that cannot be run. */
    Optional<Integer> firstNotReady() {
        for (int i = 0; i < cards.size(); i++) {
            if (!(cards.get(i).step().checkProperty().get() instanceof StepCheck.Ready)) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    List<StepModel> steps() {
        return cards.stream().map(StepCard::step).toList();
    }

    /** Whether closing would lose something. */
    boolean typed() {
        return cards.stream().anyMatch(c -> c.step().typed());
    }

    void focus() {
        if (cards.isEmpty()) {
            add.requestFocus();
        } else {
            cards.getFirst().focus();
        }
    }

    @FXML
    private void initialize() {
        for (StepKind kind : StepKind.values()) {
            MenuItem item = new MenuItem(texts.get("kind." + kind));
            item.setId("add-" + kind);
            item.setOnAction(e -> chosen(kind));
            add.getItems().add(item);
        }
    }

    /** The only step, if nothing was filled in yet, gives way: it stood there so that the sheet does not begin empty, and would have to be taken out by hand. */
    private void chosen(StepKind kind) {
        if (cards.size() == 1 && cards.getFirst().step().blank()) {
            cards.clear();
        }
        add(kind).focus();
    }

    private void arrange() {
        steps.getChildren().setAll(cards.stream().map(StepCard::view).toList());
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).place(i, cards.size());
        }
        onChange.run();
    }

    @Override
    public void remove(StepCard card) {
        int at = cards.indexOf(card);
        cards.remove(card);
        arrange();
        if (cards.isEmpty()) {
            add.requestFocus();
        } else {
            cards.get(Math.min(at, cards.size() - 1)).focus();
        }
    }

    @Override
    public void move(StepCard card, int by) {
        int to = cards.indexOf(card) + by;
        if (to >= 0 && to < cards.size()) {
            cards.remove(card);
            cards.add(to, card);
            arrange();
            card.focus();
        }
    }
}

package org.muster.ui.create;

import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A cell of label names: chips as long as nobody types. */
final class LabelsCell extends GridCell {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final int CHIPS = 2;

    /**
     * A name in the cell.
     *
     * @param missing whether the account does not have it
     */
    record Name(String name, boolean missing) {}

    private final Function<String, List<Name>> names;
    private final HBox chips = new HBox();
    private final Label more = new Label();

    LabelsCell(int column, Around around, Function<String, List<Name>> names) {
        super(column, around);
        this.names = names;
        for (int i = 0; i < CHIPS; i++) {
            Label chip = new Label();
            chip.getStyleClass().add("chip");
            chips.getChildren().add(chip);
        }
        more.getStyleClass().add("more");
        more.setMinWidth(USE_PREF_SIZE);
        chips.getChildren().add(more);
        chips.getStyleClass().add("chips");
    }

    @Override
    protected void show(CellView view) {
        List<Name> found = view.text().isBlank() ? List.of() : names.apply(view.text());
        for (int i = 0; i < CHIPS; i++) {
            Label chip = (Label) chips.getChildren().get(i);
            boolean used = i < found.size();
            CreateSheet.view(chip, used);
            chip.setText(used ? found.get(i).name() : "");
            chip.pseudoClassStateChanged(MISSING, used && found.get(i).missing());
        }
        CreateSheet.view(more, found.size() > CHIPS);
        more.setText("+" + (found.size() - CHIPS));
        setText(view.text());
        setGraphic(found.isEmpty() ? null : chips);
        setContentDisplay(found.isEmpty() ? ContentDisplay.TEXT_ONLY : ContentDisplay.GRAPHIC_ONLY);
    }
}

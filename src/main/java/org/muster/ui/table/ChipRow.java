package org.muster.ui.table;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Chips side by side: as many whole ones as there is room for, then how many more there are. Where not even the first stands whole, the
 * first that does is shown instead, and if there is none, the first cut short. The labels are made once and stay: chips that came and went would be styled anew each time.
 */
final class ChipRow extends Region {
    private static final int CHIPS = 4;
    private static final double GAP = 4;

    private final List<Label> chips = java.util.stream.Stream.generate(Label::new).limit(CHIPS).toList();
    private final Label more = new Label();
    private List<String> names = List.of();

    ChipRow() {
        chips.forEach(chip -> chip.getStyleClass().add("chip"));
        more.getStyleClass().add("more");
        getChildren().addAll(chips);
        getChildren().add(more);
        getChildren().forEach(label -> {
            label.setManaged(false); // placed here alone; what they show must not have the whole table laid out again
            // not invisible, as what is not visible is not styled and so cannot be measured
            label.setOpacity(0);
        });
        getStyleClass().add("chips");
        setMouseTransparent(true);
    }

    void show(List<String> texts) {
        if (!names.equals(texts)) {
            names = List.copyOf(texts);
            for (int i = 0; i < CHIPS; i++) {
                chips.get(i).setText(i < names.size() ? names.get(i) : "");
            }
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        int fitting = fitting(getWidth());
        int alone = fitting == 1 ? wholeAlone(getWidth()) : -1;
        double room = getWidth() - (fitting < names.size() ? moreWidth(names.size() - fitting) : 0);
        double x = 0;
        for (int i = 0; i < CHIPS; i++) {
            Label chip = chips.get(i);
            boolean shown = alone < 0 ? i < fitting : i == alone;
            chip.setOpacity(shown ? 1 : 0);
            if (shown) {
                double width = Math.max(0, Math.min(chipWidth(i), room - x));
                place(chip, x, width);
                x += width + GAP;
            }
        }
        more.setOpacity(fitting < names.size() ? 1 : 0);
        if (fitting < names.size()) {
            place(more, x, more.prefWidth(-1));
        }
    }

    /** How many chips stand whole within {@code width}; one at least, if there is any. */
    private int fitting(double width) {
        for (int count = Math.min(CHIPS, names.size()); count > 1; count--) {
            double needed = count == names.size() ? 0 : moreWidth(names.size() - count);
            for (int i = 0; i < count; i++) {
                needed += chipWidth(i) + (i == 0 ? 0 : GAP);
            }
            if (needed <= width) {
                return count;
            }
        }
        return Math.min(1, names.size());
    }

    /** The first chip that stands whole beside the count of the others; 0 if none does. */
    private int wholeAlone(double width) {
        double room = names.size() == 1 ? width : width - moreWidth(names.size() - 1);
        for (int i = 0; i < Math.min(CHIPS, names.size()); i++) {
            if (chipWidth(i) <= room) {
                return i;
            }
        }
        return 0;
    }

    private double chipWidth(int index) {
        return Math.ceil(chips.get(index).prefWidth(-1));
    }

    private double moreWidth(int count) {
        String text = "+" + count;
        if (!text.equals(more.getText())) {
            more.setText(text);
        }
        return GAP + Math.ceil(more.prefWidth(-1));
    }

    private void place(Label label, double x, double width) {
        double height = label.prefHeight(-1);
        label.resizeRelocate(x, snapPositionY((getHeight() - height) / 2), width, height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return chips.getFirst().prefHeight(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0; // takes the room it gets
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }
}

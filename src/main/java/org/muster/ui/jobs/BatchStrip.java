package org.muster.ui.jobs;

import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.muster.jobs.BatchCell;

/** One small coloured cell per batch. The same in words is its accessible text and its tooltip. */
public final class BatchStrip extends HBox {
    private static final double WIDEST = 15;
    private static final double WHOLE = 240;
    private final Tooltip tooltip = new Tooltip();
    private List<BatchLook> shown = List.of();

    public BatchStrip() {
        getStyleClass().add("batch-strip");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Tooltip.install(this, tooltip);
    }

    /** Shows these batches, touching only the cells that look different from before. */
    void show(List<BatchCell> batches, String inWords) {
        tooltip.setText(inWords);
        setAccessibleText(inWords);
        List<BatchLook> looks = BatchLook.of(batches);
        if (looks.equals(shown)) {
            return;
        }
        if (looks.size() != getChildren().size()) {
            rebuild(looks.size());
        }
        for (int i = 0; i < looks.size(); i++) {
            getChildren().get(i).getStyleClass().set(1, "batch-" + looks.get(i).name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        shown = looks;
    }

    private void rebuild(int count) {
        getChildren().clear();
        double gap = count > 24 ? 1 : 2;
        setSpacing(gap);
        double width = Math.max(3, Math.min(WIDEST, Math.floor((WHOLE - gap * (count - 1)) / Math.max(1, count))));
        for (int i = 0; i < count; i++) {
            Region cell = new Region();
            cell.getStyleClass().addAll("batch-cell", "batch-waiting");
            if (width < 8) {
                cell.getStyleClass().add("batch-thin");
            }
            cell.setMinSize(width, WIDEST);
            cell.setPrefSize(width, WIDEST);
            cell.setMaxSize(width, WIDEST);
            getChildren().add(cell);
        }
    }
}

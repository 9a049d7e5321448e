package org.muster.ui.table;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Fits the columns' first widths to the room there is, so that the table neither scrolls sideways by a few pixels nor leaves a strip
 * empty. Columns are not squeezed below {@link #LEAST} of their width: then the table scrolls. Whoever drags a column has the say
 * from then on.
 */
final class FittedWidths {
    private static final double LEAST = 0.8;
    private static final double MOST = 1.35;
    private static final double SCROLL_BAR = 12;

    private final TableView<ContactRow> table;
    private boolean fitting;
    private boolean dragged;

    FittedWidths(TableView<ContactRow> table) {
        this.table = table;
        table.widthProperty().subscribe(this::fit);
    }

    /** @param share the width the column asks for, in pixels, while there is neither too much room nor too little */
    void watch(TableColumn<ContactRow, ?> column, double share) {
        column.getProperties().put(FittedWidths.class, share);
        column.setPrefWidth(share);
        column.widthProperty().subscribe((before, now) -> dragged |= !fitting);
        column.visibleProperty().subscribe((before, now) -> fit());
    }

    /** Shares the room out among the columns shown. */
    void fit() {
        if (dragged || table.getWidth() <= 0) {
            return;
        }
        List<TableColumn<ContactRow, ?>> shared = table.getVisibleLeafColumns().stream().filter(c -> c.getProperties().containsKey(FittedWidths.class)).toList();
        double wanted = shared.stream().mapToDouble(FittedWidths::share).sum();
        double others = table.getVisibleLeafColumns().stream().filter(c -> !shared.contains(c)).mapToDouble(TableColumn::getWidth).sum();
        double room = table.getWidth() - table.snappedLeftInset() - table.snappedRightInset() - others - scrollBar();
        double factor = Math.clamp(room / Math.max(1, wanted), LEAST, MOST);
        fitting = true;
        shared.forEach(column -> column.setPrefWidth(Math.floor(share(column) * factor)));
        fitting = false;
    }

    private static double share(TableColumn<ContactRow, ?> column) {
        return (double) column.getProperties().get(FittedWidths.class);
    }

    private double scrollBar() {
        return table.lookupAll(".scroll-bar").stream()
                .filter(n -> n instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL)
                .mapToDouble(n -> n.prefWidth(-1))
                .filter(width -> width > 0)
                .findFirst()
                .orElse(SCROLL_BAR);
    }
}

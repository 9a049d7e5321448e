package org.muster.ui.create;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Keeps the first columns of a table in sight while the others are scrolled sideways, and knows whether there is more at either side. A table has
 * no such columns of its own: theirs are drawn as far to the right as the others are scrolled to the left, above them.
 */
final class FrozenColumns {
    private static final String STYLE = "frozen";

    private final TableView<?> table;
    private final List<String> ids;
    private final DoubleProperty scrolled = new SimpleDoubleProperty(this, "scrolled");
    private final BooleanProperty moreLeft = new SimpleBooleanProperty(this, "moreLeft");
    private final BooleanProperty moreRight = new SimpleBooleanProperty(this, "moreRight");
    private ScrollBar bar;
    private boolean newHeaders = true;

    /** @param ids the ids of the columns that stay; their cells are given to {@link #keep} */
    FrozenColumns(TableView<?> table, List<String> ids) {
        this.table = table;
        this.ids = ids;
        table.getColumns().addListener((InvalidationListener) columns -> newHeaders = true);
        // headers and the bar are made when the table is laid out
        table.needsLayoutProperty().subscribe(needs -> {
            if (!needs) {
                watchBar();
                keepHeaders();
            }
        });
    }

    /** Shades for the table's sides, each there while columns are out of sight behind it. */
    List<Node> shades() {
        return List.of(shade("create-more-left", "more-left", Pos.CENTER_LEFT, moreLeft), shade("create-more-right", "more-right", Pos.CENTER_RIGHT, moreRight));
    }

    private static Node shade(String id, String style, Pos side, BooleanProperty there) {
        Region shade = new Region();
        shade.setId(id);
        shade.getStyleClass().add(style);
        shade.setMouseTransparent(true);
        shade.visibleProperty().bind(there);
        StackPane.setAlignment(shade, side);
        return shade;
    }

    /** Makes a cell stay where it is. */
    <S, T> TableCell<S, T> keep(TableCell<S, T> cell) {
        keep((Node) cell);
        return cell;
    }

    private void keep(Node node) {
        if (!node.getStyleClass().contains(STYLE)) {
            node.getStyleClass().add(STYLE);
            node.setViewOrder(-1);
            node.translateXProperty().bind(scrolled);
        }
    }

    private void keepHeaders() {
        if (!newHeaders) {
            return;
        }
        for (Node node : table.lookupAll(".column-header")) {
            if (node instanceof TableColumnHeader header && header.getTableColumn() != null && stays(header.getTableColumn())) {
                keep(header);
                newHeaders = false;
            }
        }
    }

    private boolean stays(TableColumnBase<?, ?> column) {
        return column.getId() != null && ids.contains(column.getId());
    }

    private void watchBar() {
        if (bar != null) {
            return;
        }
        for (Node node : table.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar found && found.getOrientation() == Orientation.HORIZONTAL) {
                bar = found;
            }
        }
        if (bar != null) {
            bar.valueProperty().subscribe(this::moved);
            bar.maxProperty().subscribe(this::moved);
            bar.visibleProperty().subscribe(this::moved);
            moved();
        }
    }

    private void moved() {
        double value = bar.isVisible() ? bar.getValue() : 0;
        scrolled.set(value);
        moreLeft.set(bar.isVisible() && value > 1);
        moreRight.set(bar.isVisible() && value < bar.getMax() - 1);
    }
}

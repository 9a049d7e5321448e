package org.muster.ui.table;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** Which rows of the table are in sight, and how to keep them there. */
final class Viewport {
    /** The topmost row in sight and how far it is scrolled out, in pixels. */
    record Anchor(String resourceName, double out) {}

    private final TableView<ContactRow> table;

    Viewport(TableView<ContactRow> table) {
        this.table = table;
    }

    private Optional<VirtualFlow<?>> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }

    /** The rows in sight, also those half in sight. */
    List<ContactRow> rows() {
        List<ContactRow> all = table.getItems();
        IndexedCell<?> first = flow().map(VirtualFlow::getFirstVisibleCell).orElse(null);
        IndexedCell<?> last = flow().map(VirtualFlow::getLastVisibleCell).orElse(null);
        if (first == null || last == null || all.isEmpty()) {
            return List.of();
        }
        int from = Math.clamp(first.getIndex(), 0, all.size() - 1);
        return List.copyOf(all.subList(from, Math.clamp(last.getIndex() + 1L, from + 1, all.size())));
    }

    Optional<Anchor> anchor() {
        IndexedCell<?> first = flow().map(VirtualFlow::getFirstVisibleCell).orElse(null);
        return first == null || first.getIndex() <= 0 || first.getIndex() >= table.getItems().size()
                ? Optional.empty()
                : Optional.of(new Anchor(table.getItems().get(first.getIndex()).resourceName(), -first.getLayoutY()));
    }

    /** Puts the row at {@code index} to the top as it was. */
    void restore(int index, Anchor anchor) {
        flow().ifPresent(flow -> {
            flow.scrollToTop(index);
            flow.scrollPixels(anchor.out());
        });
    }

    /** Tells when other rows come into sight. */
    void onScroll(Runnable then) {
        table.skinProperty().subscribe(() -> flow().ifPresent(flow -> {
            flow.positionProperty().subscribe(then);
            flow.heightProperty().subscribe(then);
        }));
    }

    void top() {
        flow().ifPresent(flow -> flow.scrollToTop(0));
    }

    /** Brings a row into sight if it is not. */
    void reveal(int index) {
        flow().ifPresent(flow -> flow.scrollTo(index));
    }
}

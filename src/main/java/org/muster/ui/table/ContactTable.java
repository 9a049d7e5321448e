package org.muster.ui.table;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.muster.contacts.Contact;
import org.muster.ui.Fxml;

/** The table of contacts. */
public final class ContactTable {
    private final ContactsModel model;
    private final Selection selection;
    private final ShownRows items = new ShownRows();
    private final Parent view;
    private final Columns columns;
    private final Viewport viewport;
    private final RangePicker ranges;
    private final Consumer<Contact> history;
    private boolean updating;

    @FXML private StackPane root;
    @FXML private TableView<ContactRow> table;
    @FXML private TableColumn<ContactRow, ContactRow> check;
    @FXML private CheckBox checkAll;
    @FXML private Menu columnsMenu;
    @FXML private MenuItem historyItem;

    /**
     * @param placeholder what stands in place of the rows when there are none
     * @param history shows all that jobs did to a contact
     */
    public ContactTable(ContactsModel model, Selection selection, Node placeholder, Consumer<Contact> history) {
        this.model = model;
        this.selection = selection;
        this.history = history;
        this.view = Fxml.load(this);
        this.columns = new Columns(table, check);
        this.viewport = new Viewport(table);
        this.ranges = new RangePicker(selection, items);
        table.setPlaceholder(placeholder);
        // new items clear the sort order, so they come before it
        wireRows();
        wireColumns();
        wireHeaderBox();
        model.viewProperty().subscribe(this::show);
    }

    public Parent view() {
        return view;
    }

    /** The table itself, to be focused. */
    public TableView<ContactRow> table() {
        return table;
    }

    /** The rows in sight. */
    public List<ContactRow> inSight() {
        return viewport.rows();
    }

    /** Tells when other rows come into sight. */
    public void onScroll(Runnable then) {
        viewport.onScroll(then);
    }

    @FXML
    private void history() {
        history.accept(table.getSelectionModel().getSelectedItem().contact());
    }

    /** Fills the context menu's items for showing and hiding columns; called as the menu opens. */
    @FXML
    private void fillColumnsMenu() {
        historyItem.setDisable(table.getSelectionModel().isEmpty());
        columnsMenu.getItems().clear();
        columns.fill(columnsMenu.getItems()::add);
    }

    private void wireColumns() {
        check.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        check.setCellFactory(c -> new CheckCell(selection, ranges::click));
        model.workspace().maskProperty().subscribe(columns::show);
        List<SortKey> first = model.sortProperty().get();
        // the rows are sorted in the background: the table only says how, and does so at once when it is given the policy
        table.setSortPolicy(t -> {
            if (!columns.sortKeys().equals(model.sortProperty().get())) {
                model.sortProperty().set(columns.sortKeys());
            }
            return true;
        });
        for (SortKey key : first) {
            if (columns.column(key.field()) instanceof TableColumn<ContactRow, ContactRow> column) {
                column.setSortType(key.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                table.getSortOrder().add(column);
            }
        }
    }

    private void wireRows() {
        table.setItems(items);
        table.setRowFactory(t -> new Row());
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!updating && row != null) {
                model.focusedProperty().set(row.resourceName());
            }
        });
        model.focusedProperty().subscribe(this::focusRow);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Somebody else wants another contact looked at. */
    private void focusRow(String resourceName) {
        ContactRow row = table.getSelectionModel().getSelectedItem();
        if (!updating && (row == null || !row.resourceName().equals(resourceName))) {
            int index = indexOf(resourceName);
            if (index >= 0) {
                table.getSelectionModel().clearAndSelect(index);
                viewport.reveal(index);
            }
        }
    }

    private void onKey(KeyEvent e) {
        ContactRow row = table.getSelectionModel().getSelectedItem();
        if (row != null && e.getCode() == KeyCode.SPACE && e.getTarget() == table) {
            ranges.click(new CheckCell.Click(row, e.isShiftDown()));
            e.consume();
        } else if (row != null && e.isShiftDown() && !e.isShortcutDown() && (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP)) {
            int index = Math.clamp(table.getSelectionModel().getSelectedIndex() + (e.getCode() == KeyCode.DOWN ? 1L : -1L), 0, items.size() - 1);
            ranges.extend(row, items.get(index));
            table.getSelectionModel().clearAndSelect(index);
            viewport.reveal(index);
            e.consume();
        }
    }

    private void wireHeaderBox() {
        checkAll.setOnAction(e -> {
            // the box shows the selection, it does not hold it
            selection.toggleAllShown();
            showHeaderBox();
        });
        selection.stateProperty().subscribe(this::showHeaderBox);
    }

    private void showHeaderBox() {
        boolean all = !items.isEmpty() && selection.allShown();
        checkAll.setIndeterminate(!all && !selection.isEmpty());
        checkAll.setSelected(all);
    }

    /** Another list at once; the focused row and the place scrolled to stay, unless the user asked for another list. */
    private void show(View before, View now) {
        boolean otherList = !before.filter().equals(now.filter());
        Viewport.Anchor anchor = otherList ? null : viewport.anchor().orElse(null);
        boolean otherOrder = !before.sort().equals(now.sort());
        updating = true;
        table.getSelectionModel().clearSelection();
        items.show(now.matched());
        // here, not in the pulse: what the rows become by it (empty, selected) is styled by the pulse that comes
        table.layout();
        int focused = indexOf(model.focusedProperty().get());
        if (focused >= 0) {
            table.getSelectionModel().clearAndSelect(focused);
        } else {
            table.getFocusModel().focus(-1); // the first key down takes the first row
        }
        updating = false;
        int top = anchor == null || otherOrder ? -1 : indexOf(anchor.resourceName());
        if (top >= 0) {
            viewport.restore(top, anchor);
        } else if (otherList) {
            viewport.top();
        }
        if (focused >= 0 && (otherList || otherOrder)) {
            viewport.reveal(focused);
        }
        showHeaderBox();
    }

    private int indexOf(String resourceName) {
        return resourceName == null ? -1 : IntStream.range(0, items.size()).filter(i -> items.get(i).resourceName().equals(resourceName)).findFirst().orElse(-1);
    }

    /** Puts the keyboard into the table, onto a row. */
    public void focus() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !items.isEmpty()) {
            table.getSelectionModel().clearAndSelect(Math.max(0, items.indexOf(viewport.rows().stream().findFirst().orElse(null))));
        }
    }

    /** A row whose presses extend the selection. */
    private final class Row extends ContactLine {
        Row() {
            super(selection);
            addEventFilter(MouseEvent.MOUSE_PRESSED, this::onPressed);
        }

        /** As in every list: Shift takes the rows from the focused one to this, Ctrl this one. The boxes see to themselves. */
        private void onPressed(MouseEvent e) {
            boolean extend = e.isShiftDown() || e.isShortcutDown();
            if (getItem() == null || !extend || e.getButton() != MouseButton.PRIMARY || e.getTarget() instanceof CheckCell) {
                return;
            }
            ContactRow from = table.getSelectionModel().getSelectedItem();
            if (e.isShiftDown() && from != null) {
                ranges.extend(from, getItem());
            } else {
                ranges.click(new CheckCell.Click(getItem(), false));
            }
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(getIndex());
            e.consume();
        }
    }
}

package org.muster.ui.delete;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldText;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.texts.Texts;

/** Gives the list of those to be deleted its columns and cells. */
final class DeleteTable {
    private static final PseudoClass OUT = PseudoClass.getPseudoClass("taken-out");
    private static final double ROW_HEIGHT = 33;
    private static final double TICK_WIDTH = 42;

    private final Texts texts = Texts.of(DeleteTable.class);
    private final Predicate<String> takenOut;
    private final Consumer<String> toggle;
    private final UnaryOperator<String> labelNames;

    /**
     * @param takenOut whether the contact of this resource name is taken out
     * @param toggle takes a contact out, or in again
     * @param labelNames a label's name by its resource name; empty when it is not known
     */
    DeleteTable(Predicate<String> takenOut, Consumer<String> toggle, UnaryOperator<String> labelNames) {
        this.takenOut = takenOut;
        this.toggle = toggle;
        this.labelNames = labelNames;
    }

    void dress(TableView<Contact> table) {
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Contact, Contact> tick = new TableColumn<>();
        tick.setMinWidth(TICK_WIDTH);
        tick.setMaxWidth(TICK_WIDTH);
        tick.setSortable(false);
        tick.setReorderable(false);
        tick.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        tick.setCellFactory(c -> new TakeOutCell());
        table.getColumns().add(tick);
        table.getColumns().add(text("column.name", this::name));
        table.getColumns().add(text("column.email", c -> first(c, PersonField.EMAIL_ADDRESSES)));
        table.getColumns().add(text("column.phone", c -> first(c, PersonField.PHONE_NUMBERS)));
        table.getColumns().add(text("column.labels", this::labels));
        table.setRowFactory(t -> new Row());
        table.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            Contact focused = table.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.SPACE && focused != null && e.getTarget() == table) {
                e.consume();
                toggle.accept(focused.resourceName());
            }
        });
    }

    private TableColumn<Contact, String> text(String key, Function<Contact, String> text) {
        TableColumn<Contact, String> column = new TableColumn<>(texts.get(key));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(180);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        return column;
    }

    private String name(Contact contact) {
        String name = contact.displayName();
        return name.isEmpty() ? texts.get("noName") : name;
    }

    private String first(Contact contact, PersonField field) {
        List<String> values = contact.items(field).stream().map(i -> FieldText.of(field, i)).toList();
        return values.isEmpty() ? "" : values.size() == 1 ? values.getFirst() : texts.get("more", values.getFirst(), values.size() - 1);
    }

    private String labels(Contact contact) {
        return contact.labels().stream().filter(l -> !l.equals(Label.MY_CONTACTS)).map(labelNames).filter(n -> !n.isEmpty()).collect(Collectors.joining(", "));
    }

    private final class Row extends TableRow<Contact> {
        @Override
        protected void updateItem(Contact contact, boolean empty) {
            super.updateItem(contact, empty);
            pseudoClassStateChanged(OUT, !empty && contact != null && takenOut.test(contact.resourceName()));
        }
    }

    private final class TakeOutCell extends TableCell<Contact, Contact> {
        private final CheckBox box = new CheckBox();

        private TakeOutCell() {
            box.setFocusTraversable(false);
            box.setOnAction(e -> toggle.accept(getItem().resourceName()));
            setAlignment(Pos.CENTER);
        }

        @Override
        protected void updateItem(Contact contact, boolean empty) {
            super.updateItem(contact, empty);
            if (empty || contact == null) {
                setGraphic(null);
                return;
            }
            box.setSelected(!takenOut.test(contact.resourceName()));
            box.setAccessibleText(texts.get("take.accessible", name(contact)));
            setGraphic(box);
        }
    }
}

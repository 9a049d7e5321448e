package org.muster.ui.delete;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldText;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.texts.Texts;
import org.muster.ui.table.TickColumn;

/** Gives the list of those to be deleted its columns and cells. */
final class DeleteTable {
    private static final double ROW_HEIGHT = 33;

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
        new TickColumn<Contact>(c -> !takenOut.test(c.resourceName()), c -> toggle.accept(c.resourceName()), c -> texts.get("take.accessible", name(c))).addWithPaleRowsTo(table);
        table.getColumns().add(text("column.name", this::name));
        table.getColumns().add(text("column.email", c -> first(c, PersonField.EMAIL_ADDRESSES)));
        table.getColumns().add(text("column.phone", c -> first(c, PersonField.PHONE_NUMBERS)));
        table.getColumns().add(text("column.labels", this::labels));
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
}

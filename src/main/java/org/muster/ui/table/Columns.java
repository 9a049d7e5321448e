package org.muster.ui.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.texts.Texts;

/** The table's columns: one per loaded field. A column keeps its width, place and visibility when its field goes and comes back. */
final class Columns {
    private final TableView<ContactRow> table;
    private final TableColumn<ContactRow, ContactRow> check;
    private final FittedWidths widths;
    private final Texts texts = Texts.of(Columns.class);
    private final Map<PersonField, TableColumn<ContactRow, ContactRow>> byField = new EnumMap<>(PersonField.class);

    Columns(TableView<ContactRow> table, TableColumn<ContactRow, ContactRow> check) {
        this.table = table;
        this.check = check;
        this.widths = new FittedWidths(table);
    }

    /** Shows the columns of {@code mask}: those already there stay where they are, new ones come in at their field's place. */
    void show(FieldMask mask) {
        List<TableColumn<ContactRow, ?>> next = new ArrayList<>();
        next.add(check);
        table.getColumns().stream().filter(c -> c.getUserData() instanceof PersonField f && mask.contains(f)).forEach(next::add);
        for (PersonField field : mask.fields()) {
            TableColumn<ContactRow, ContactRow> column = byField.computeIfAbsent(field, this::make);
            if (!next.contains(column)) {
                next.add(place(next, field), column);
            }
        }
        if (!next.equals(table.getColumns())) {
            List<TableColumn<ContactRow, ?>> order = table.getSortOrder().stream().filter(next::contains).toList();
            table.getColumns().setAll(next);
            table.getSortOrder().setAll(order);
            widths.fit();
        }
    }

    private static int place(List<TableColumn<ContactRow, ?>> columns, PersonField field) {
        int place = columns.size();
        while (place > 1 && columns.get(place - 1).getUserData() instanceof PersonField f && f.ordinal() > field.ordinal()) {
            place--;
        }
        return place;
    }

    private TableColumn<ContactRow, ContactRow> make(PersonField field) {
        TableColumn<ContactRow, ContactRow> column = new TableColumn<>(field.label());
        column.setId("column-" + field.path());
        column.setUserData(field);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> field == PersonField.MEMBERSHIPS ? new LabelsCell() : new FieldCell(field, texts));
        widths.watch(column, width(field));
        column.setMinWidth(60);
        return column;
    }

    private static double width(PersonField field) {
        return switch (field) {
            case NAMES -> 198;
            case EMAIL_ADDRESSES -> 236;
            case PHONE_NUMBERS -> 150;
            case ORGANIZATIONS -> 152;
            case MEMBERSHIPS -> 128;
            case ADDRESSES, BIOGRAPHIES, URLS -> 240;
            default -> 140;
        };
    }

    /** The column of a field, when it is shown. */
    TableColumn<ContactRow, ContactRow> column(PersonField field) {
        return byField.get(field);
    }

    /** What the table is sorted by, as the model wants it. */
    List<SortKey> sortKeys() {
        return table.getSortOrder().stream()
                .filter(c -> c.getUserData() instanceof PersonField)
                .map(c -> new SortKey((PersonField) c.getUserData(), c.getSortType() == TableColumn.SortType.DESCENDING))
                .toList();
    }

    /** One item per column, to show or hide it. */
    void fill(Consumer<MenuItem> menu) {
        for (TableColumn<ContactRow, ?> column : table.getColumns()) {
            if (column != check) {
                CheckMenuItem item = new CheckMenuItem(column.getText());
                item.selectedProperty().bindBidirectional(column.visibleProperty());
                menu.accept(item);
            }
        }
    }
}

package org.muster.ui.create;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.exchange.Column;
import org.muster.exchange.LabelPlan;
import org.muster.exchange.Target;
import org.muster.texts.Texts;
import org.muster.ui.create.GridRow.Sign;

/** Which columns of the grid are shown, in which order, and what their cells look like. */
final class GridColumns {
    private static final Texts TEXTS = Texts.of(GridColumns.class);
    private static final String NUMBER_ID = "create-number";
    private static final String STATE_ID = "create-state";
    private static final double HEIGHT = 35;
    private static final double NUMBER = 48;
    private static final double STATE = 40;
    private static final double SENTENCE = 240;
    /** Wider than this, and what is wrong with a row would stand out of sight at the right. */
    private static final double ROOMY = 900;

    /** What a layout follows from; as long as it stays the same, the columns do. */
    private record Place(int column, Column what) {}

    private final TableView<GridRow> table;
    private final CreateGrid grid;
    private final GridCell.Around around;
    private final FrozenColumns frozen;
    private List<Place> laidOut = List.of();

    GridColumns(TableView<GridRow> table, CreateGrid grid, GridCell.Around around) {
        this.table = table;
        this.grid = grid;
        this.around = around;
        this.frozen = new FrozenColumns(table, List.of(NUMBER_ID, STATE_ID));
    }

    /** What stays in sight when the others are scrolled. */
    FrozenColumns frozen() {
        return frozen;
    }

    /** Lays out the columns anew, if they are others than before; {@code again} is called then. */
    void layOut(Runnable again) {
        List<Column> all = grid.columns();
        List<Place> now = IntStream.range(0, all.size()).filter(c -> wanted(all.get(c), c)).mapToObj(c -> new Place(c, all.get(c))).toList();
        if (now.equals(laidOut)) {
            return;
        }
        laidOut = now;
        List<TableColumn<GridRow, ?>> used = now.stream().filter(p -> p.what().used()).<TableColumn<GridRow, ?>>map(this::column).toList();
        List<TableColumn<GridRow, ?>> unused = now.stream().filter(p -> !p.what().used()).<TableColumn<GridRow, ?>>map(this::column).toList();
        double width = used.stream().mapToDouble(TableColumn::getPrefWidth).sum();
        double beside = unused.stream().mapToDouble(TableColumn::getPrefWidth).sum();
        List<TableColumn<GridRow, ?>> made = new ArrayList<>(List.of(number(), state()));
        // a table whose rows are all of one size drops the cells that are scrolled away, those that stay in sight with them; the style has the height
        table.setFixedCellSize(width + beside > ROOMY ? Region.USE_COMPUTED_SIZE : HEIGHT);
        if (width > ROOMY) {
            made.add(wrong(OptionalDouble.empty()));
        }
        made.addAll(used);
        if (width <= ROOMY) {
            made.add(wrong(OptionalDouble.of(width + beside)));
        }
        made.addAll(unused);
        table.getColumns().setAll(made);
        again.run();
    }

    private boolean wanted(Column column, int place) {
        return switch (column.target()) {
            case Target.MapsTo to -> grid.typed() || to.index() == 0 && main(to) || grid.filled(place);
            case Target.AsCustomField _ -> true;
            case Target.Unknown _ -> grid.filled(place);
            case Target.Ignored _ -> false;
        };
    }

    private static boolean main(Target.MapsTo to) {
        return switch (to.part().path()) {
            case "names.givenName", "names.familyName", "emailAddresses.value" -> to.type().isEmpty();
            default -> false;
        };
    }

    private TableColumn<GridRow, Integer> number() {
        TableColumn<GridRow, Integer> column = new TableColumn<>(TEXTS.get("grid.row"));
        column.setCellValueFactory(f -> f.getValue().checkProperty().map(c -> c.row().number()));
        column.setCellFactory(c -> frozen.keep(new NumberCell()));
        column.setId(NUMBER_ID);
        column.getStyleClass().add("row-number");
        return fixed(column, NUMBER);
    }

    private TableColumn<GridRow, Sign> state() {
        TableColumn<GridRow, Sign> column = new TableColumn<>();
        column.setCellValueFactory(f -> f.getValue().sign());
        column.setCellFactory(c -> frozen.keep(new StateCell()));
        column.setId(STATE_ID);
        return fixed(column, STATE);
    }

    private TableColumn<GridRow, CellView> column(Place place) {
        int index = place.column();
        TableColumn<GridRow, CellView> column = new TableColumn<>(place.what().title());
        column.setUserData(index);
        column.setCellValueFactory(f -> f.getValue().cell(index));
        boolean labels = place.what().target() instanceof Target.MapsTo to && to.field() == PersonField.MEMBERSHIPS;
        column.setCellFactory(c -> labels ? new LabelsCell(index, around, this::names) : new GridCell(index, around));
        column.setPrefWidth(width(place.what()));
        column.setSortable(false);
        column.setReorderable(false);
        if (place.what().unknown()) {
            column.getStyleClass().add("unused");
        }
        return column;
    }

    private List<LabelsCell.Name> names(String cell) {
        LabelPlan plan = grid.labels();
        return grid.labelNames(cell).stream()
                // everybody is in "My contacts", so it says nothing
                .filter(name -> !(plan.fate(name) instanceof LabelPlan.Fate.Given(String resource) && resource.equals(Label.MY_CONTACTS)))
                .map(name -> new LabelsCell.Name(name, plan.fate(name) instanceof LabelPlan.Fate.Undecided))
                .toList();
    }

    private static double width(Column column) {
        if (!(column.target() instanceof Target.MapsTo to)) {
            return 110;
        }
        return switch (to.field()) {
            case EMAIL_ADDRESSES -> to.part().name().equals("value") ? 190 : 90;
            case PHONE_NUMBERS -> to.part().name().equals("value") ? 145 : 90;
            case MEMBERSHIPS -> 130;
            case BIOGRAPHIES, ADDRESSES -> 180;
            default -> 135;
        };
    }

    private TableColumn<GridRow, String> wrong(OptionalDouble others) {
        TableColumn<GridRow, String> column = new TableColumn<>(TEXTS.get("grid.wrong"));
        column.setCellValueFactory(f -> f.getValue().said());
        column.setCellFactory(c -> new SentenceCell());
        column.getStyleClass().add("what-is-wrong");
        column.setEditable(false);
        column.setSortable(false);
        column.setReorderable(false);
        if (others.isEmpty()) {
            column.setPrefWidth(SENTENCE + 60);
        } else {
            // it takes what the others leave; 18 for the scroll bar
            column.prefWidthProperty().bind(Bindings.createDoubleBinding(() -> Math.max(SENTENCE, table.getWidth() - others.getAsDouble() - NUMBER - STATE - 18), table.widthProperty()));
        }
        return column;
    }

    private static <T> TableColumn<GridRow, T> fixed(TableColumn<GridRow, T> column, double width) {
        column.setMinWidth(width);
        column.setMaxWidth(width);
        column.setPrefWidth(width);
        column.setEditable(false);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** The row's number. */
    private static final class NumberCell extends TableCell<GridRow, Integer> {
        @Override
        protected void updateItem(Integer number, boolean empty) {
            super.updateItem(number, empty);
            setText(empty || number == null ? null : Integer.toString(number));
        }
    }

    /** A tick, a warning, or nothing for a row in which nothing stands. */
    private static final class StateCell extends TableCell<GridRow, Sign> {
        private final FontIcon good = icon(Feather.CHECK, "state-good");
        private final FontIcon twice = icon(Feather.COPY, "state-double");
        private final FontIcon bad = icon(Feather.ALERT_TRIANGLE, "state-bad");

        StateCell() {
            getStyleClass().add("row-state");
        }

        private static FontIcon icon(Feather which, String style) {
            FontIcon icon = new FontIcon(which);
            icon.getStyleClass().add(style);
            return icon;
        }

        @Override
        protected void updateItem(Sign sign, boolean empty) {
            super.updateItem(sign, empty);
            switch (empty || sign == null ? Sign.NONE : sign) {
                case NONE -> show(null, null);
                case READY -> show(good, "grid.ready");
                case DOUBLE -> show(twice, "grid.double");
                case TO_FIX -> show(bad, "grid.to-fix");
            }
        }

        private void show(FontIcon icon, String words) {
            setGraphic(icon);
            setAccessibleText(words == null ? null : TEXTS.get(words));
        }
    }

    /** What is wrong, also when it is longer than the column. */
    private static final class SentenceCell extends TableCell<GridRow, String> {
        private final Tooltip whole = new Tooltip();

        SentenceCell() {
            whole.setWrapText(true);
            whole.setMaxWidth(420);
        }

        @Override
        protected void updateItem(String sentence, boolean empty) {
            super.updateItem(sentence, empty);
            boolean nothing = empty || sentence == null || sentence.isEmpty();
            setText(nothing ? null : sentence);
            whole.setText(nothing ? "" : sentence);
            setTooltip(nothing ? null : whole);
        }
    }
}

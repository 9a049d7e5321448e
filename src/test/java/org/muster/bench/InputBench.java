package org.muster.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.muster.contacts.PersonField;
import org.muster.ui.table.ContactsModel;
import org.muster.ui.table.SortKey;

/** What a key in the search field, and a click on a column's header, cost the FX thread. */
final class InputBench {
    private static final List<String> SEARCHES = List.of("anna", "love", "0794", "email:ex", "label:fri", "-no", "ada 12");
    private static final double KEY_GOAL = 16;
    private static final double SORT_GOAL = 50;

    private final Table table;
    private final BenchWindow window;

    InputBench(Table table, BenchWindow window) {
        this.table = table;
        this.window = window;
    }

    void run(int contacts, int keys, int sorts) {
        Keyboard keyboard = new Keyboard(window);
        type(keyboard, keys);
        List<Double> nothing = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            nothing.add(keyboard.nothing());
        }
        String without = String.format(Locale.ROOT, "%.2f ms without input", new Numbers(nothing).median());
        row(String.format(Locale.ROOT, "key in the search field, %,d contacts", contacts), new Numbers(type(keyboard, keys)), without, KEY_GOAL);
        sort(sorts);
        row(String.format(Locale.ROOT, "sort by a column, %,d contacts", contacts), new Numbers(sort(sorts)), without, SORT_GOAL);
    }

    private void row(String what, Numbers numbers, String baseline, double goal) {
        table.row(what, String.format(Locale.ROOT, "p50 %.1f ms FX thread", numbers.median()), baseline, String.format(Locale.ROOT, "p99 %.1f ms", numbers.percentile(0.99)),
                String.format(Locale.ROOT, "p99 ≤ %.0f ms", goal), numbers.range("%.1f") + " ms");
    }

    /** Words typed and taken back, letter by letter. */
    private static List<Double> type(Keyboard keyboard, int keys) {
        List<Double> costs = new ArrayList<>();
        for (int word = 0; costs.size() < keys; word++) {
            String text = SEARCHES.get(word % SEARCHES.size());
            text.chars().forEach(letter -> costs.add(keyboard.type((char) letter)));
            text.chars().forEach(letter -> costs.add(keyboard.backspace()));
        }
        return costs.subList(0, keys);
    }

    private List<Double> sort(int sorts) {
        TableView<?> contacts = Fx.call(() -> (TableView<?>) window.find("#contacts"));
        List<Double> costs = new ArrayList<>();
        for (int i = 0; i < sorts; i++) {
            costs.add(sort(contacts, i));
        }
        return costs;
    }

    /** One column after another, each up and then down. */
    private <T> double sort(TableView<T> contacts, int turn) {
        List<TableColumn<T, ?>> columns = Fx.call(() -> contacts.getColumns().stream().<TableColumn<T, ?>>map(c -> c).filter(c -> c.getUserData() instanceof PersonField).toList());
        TableColumn<T, ?> column = columns.get(turn / 2 % columns.size());
        boolean down = turn % 2 == 1;
        List<SortKey> wanted = List.of(new SortKey((PersonField) column.getUserData(), down));
        ContactsModel model = window.model();
        return Fx.cost(() -> {
            if (down) {
                column.setSortType(TableColumn.SortType.DESCENDING);
            } else {
                column.setSortType(TableColumn.SortType.ASCENDING);
                contacts.getSortOrder().setAll(List.of(column));
            }
        }, () -> model.viewProperty().get().sort().equals(wanted));
    }
}

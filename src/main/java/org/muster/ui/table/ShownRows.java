package org.muster.ui.table;

import java.util.List;
import javafx.collections.ObservableListBase;

/**
 * The rows the table shows: an immutable list that is put in the place of the one before. It tells of rows updated and, at its end, added or
 * removed, never of rows replaced: when it hears of that, a table empties all its rows and fills them again in another order, which has
 * each of their nodes styled anew.
 */
final class ShownRows extends ObservableListBase<ContactRow> {
    private List<ContactRow> rows = List.of();

    /** @param next belongs to this list from now on */
    void show(List<ContactRow> next) {
        List<ContactRow> before = rows;
        int both = Math.min(before.size(), next.size());
        beginChange();
        rows = next;
        for (int i = 0; i < both; i++) {
            if (before.get(i) != next.get(i)) {
                nextUpdate(i);
            }
        }
        if (next.size() > both) {
            nextAdd(both, next.size());
        } else if (before.size() > both) {
            nextRemove(both, before.subList(both, before.size()));
        }
        endChange();
    }

    @Override
    public ContactRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}

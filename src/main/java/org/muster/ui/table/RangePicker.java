package org.muster.ui.table;

import java.util.List;

/** Takes single rows and ranges of rows into the selection. A range goes from the row clicked last to the one clicked now. */
final class RangePicker {
    private final Selection selection;
    private final List<ContactRow> rows;
    private String last;

    /** @param rows the rows as the table shows them at any moment */
    RangePicker(Selection selection, List<ContactRow> rows) {
        this.selection = selection;
        this.rows = rows;
    }

    void click(CheckCell.Click click) {
        int from = click.range() ? index(last) : -1;
        if (from < 0) {
            selection.toggle(click.row().resourceName());
        } else {
            // the range becomes what the click made of its first row
            take(from, index(click.row().resourceName()), selection.contains(last));
        }
        last = click.row().resourceName();
    }

    /** Takes in two rows and all between them. */
    void extend(ContactRow from, ContactRow to) {
        int end = index(to.resourceName());
        int start = index(from.resourceName());
        take(start < 0 ? end : start, end, true);
        last = to.resourceName();
    }

    private void take(int a, int b, boolean in) {
        selection.set(rows.subList(Math.min(a, b), Math.max(a, b) + 1).stream().map(ContactRow::resourceName).toList(), in);
    }

    private int index(String name) {
        for (int i = 0; name != null && i < rows.size(); i++) {
            if (rows.get(i).resourceName().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}

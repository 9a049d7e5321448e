package org.muster.ui.table;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;

/**
 * A row that shows whether it is selected, and that is cheap to give to another contact. JavaFX asks a row that got another item to be laid
 * out anew, and a table styles every node of such a row anew each time it lays out. But neither the row's size nor the places of its
 * cells come from what they show: so a change of contact stays within the cells, which lay themselves out (see {@link LineCell}).
 */
class ContactLine extends TableRow<ContactRow> {
    private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("checked");

    private final Selection selection;
    private boolean onlyOtherContact;

    ContactLine(Selection selection) {
        this.selection = selection;
        selection.stateProperty().subscribe(this::refresh);
    }

    @Override
    public void updateIndex(int index) {
        onlyOtherContact = getScene() != null;
        super.updateIndex(index);
        onlyOtherContact = false;
    }

    @Override
    public void requestLayout() {
        if (!onlyOtherContact) {
            super.requestLayout();
        }
    }

    @Override
    protected void updateItem(ContactRow row, boolean empty) {
        super.updateItem(row, empty);
        refresh();
    }

    private void refresh() {
        pseudoClassStateChanged(CHECKED, getItem() != null && selection.contains(getItem().resourceName()));
    }
}

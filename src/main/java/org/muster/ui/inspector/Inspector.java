package org.muster.ui.inspector;

import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.muster.ui.table.ContactsModel;

/** The contact the user looks at. */
public final class Inspector {
    private final ContactsModel model;
    private final VBox view = new VBox();

    public Inspector(ContactsModel model) {
        this.model = model;
    }

    public Parent view() {
        return view;
    }

    public void edit() {
        model.focusedProperty();
    }

    public void focus() {
        view.requestFocus();
    }
}

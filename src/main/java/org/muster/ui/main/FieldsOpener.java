package org.muster.ui.main;

import javafx.scene.Node;

/** Opens the picker of the fields to load. */
public interface FieldsOpener {
    /** @param anchor the button it belongs to */
    void open(Node anchor);
}

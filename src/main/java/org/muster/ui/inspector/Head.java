package org.muster.ui.inspector;

import javafx.scene.control.Label;
import org.muster.texts.Texts;
import org.muster.ui.rail.LabelColor;

/** Who is looked at. */
record Head(Label avatar, Label name, Label subtitle) {
    void show(Shown shown) {
        name.setText(shown.name().isEmpty() ? Texts.of(Head.class).get("inspector.noName") : shown.name());
        subtitle.setText(shown.subtitle());
        subtitle.setVisible(!shown.subtitle().isEmpty());
        avatar.setText(shown.initials());
        avatar.getStyleClass().setAll("label", "avatar", LabelColor.styleClass(shown.name()));
    }
}

package org.muster.ui.inspector;

import java.text.Normalizer;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.muster.texts.Texts;
import org.muster.ui.rail.LabelColor;

/** Who is looked at. */
record Head(Label avatar, Label name, Label subtitle) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    void show(Shown shown) {
        name.setText(shown.name().isEmpty() ? Texts.of(Head.class).get("inspector.noName") : shown.name());
        // JavaFX draws what it wraps to the next line at the end of the line before as well when letters carry marks of their own: these stay on one line
        boolean wraps = !MARKS.matcher(Normalizer.normalize(name.getText(), Normalizer.Form.NFC)).find();
        name.setWrapText(wraps);
        name.setTooltip(wraps ? null : new Tooltip(name.getText()));
        subtitle.setText(shown.subtitle());
        subtitle.setVisible(!shown.subtitle().isEmpty());
        avatar.setText(shown.initials());
        avatar.getStyleClass().setAll("label", "avatar", LabelColor.styleClass(shown.name()));
    }
}

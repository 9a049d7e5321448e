package org.muster.ui.mask;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.contacts.FieldMask;
import org.muster.texts.Texts;
import org.muster.ui.sheet.OwnKeys;

/** A button that says what will be read back after a job, and drops down a picker for it. */
public final class ReadBackChoice {
    private final Texts texts = Texts.of(ReadBackChoice.class);
    private final FieldMaskPicker picker = new FieldMaskPicker(Mode.READ_BACK);
    private final Button button = new Button();
    private final VBox holder = new VBox();
    private final Popup popup = new Popup();

    /** @param initial what is read back when nobody chooses otherwise */
    public ReadBackChoice(FieldMask initial) {
        picker.maskProperty().set(initial);
        holder.getChildren().add(picker.view());
        holder.getStyleClass().addAll("picker-popup", "read-back-popup");
        popup.getContent().add(holder);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        OwnKeys.keep(popup);
        button.setId("read-back");
        button.getStyleClass().addAll("flat", "small");
        button.setGraphic(new FontIcon("fth-chevron-up"));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.textProperty().bind(Bindings.createStringBinding(this::words, picker.maskProperty(), picker.validProperty()));
        button.setOnAction(e -> toggle());
    }

    private String words() {
        int fields = picker.maskProperty().get().size();
        return !picker.validProperty().get() ? texts.get("readBack.open") : fields == 0 ? texts.get("readBack.nothing") : texts.get("readBack", fields);
    }

    private void toggle() {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        Bounds place = button.localToScreen(button.getLayoutBounds());
        popup.setAnchorLocation(Popup.AnchorLocation.CONTENT_BOTTOM_LEFT);
        popup.show(button, place.getMinX(), place.getMinY() - 4);
        picker.focus();
    }

    /** Offers something else to be done after the job, below the picker. */
    public void also(Node choice) {
        holder.getChildren().add(choice);
    }

    public Button button() {
        return button;
    }

    /** What to read back; empty only by choice. */
    public ObjectProperty<FieldMask> maskProperty() {
        return picker.maskProperty();
    }

    public ReadOnlyBooleanProperty validProperty() {
        return picker.validProperty();
    }

    /** Why the choice cannot be used, for people; empty when it can. */
    public String whyNotValid() {
        return picker.whyNotValid();
    }

    /** Puts the drop-down away. */
    public void hide() {
        popup.hide();
    }
}

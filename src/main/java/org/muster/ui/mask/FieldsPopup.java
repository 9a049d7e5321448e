package org.muster.ui.mask;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import org.muster.contacts.FieldMask;
import org.muster.ui.Fxml;
import org.muster.ui.sheet.OwnKeys;
import org.muster.ui.workspace.Workspace;

/** What the "Fields" button opens: which fields and sources the table loads. Nothing changes until it is applied. */
public final class FieldsPopup {
    private static final KeyCombination APPLY = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final Workspace workspace;
    private final FieldMaskPicker picker = new FieldMaskPicker(Mode.READ);
    private final Popup popup = new Popup();

    @FXML
    private VBox holder;

    @FXML
    private Button apply;

    @FXML
    private Label reason;

    public FieldsPopup(Workspace workspace) {
        this.workspace = workspace;
        Parent view = Fxml.load(this);
        popup.getContent().add(view);
        popup.setAutoHide(true);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_RIGHT);
        popup.setHideOnEscape(true);
        OwnKeys.keep(popup);
    }

    /** Opens under {@code anchor}, or closes when it is open. */
    public void open(Node anchor) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        picker.maskProperty().set(workspace.maskProperty().get());
        picker.sourcesProperty().set(workspace.sourcesProperty().get());
        Bounds place = anchor.localToScreen(anchor.getLayoutBounds());
        popup.show(anchor, place.getMaxX(), place.getMaxY() + 4);
        picker.focus();
    }

    /** Whether it is on screen. */
    public boolean showing() {
        return popup.isShowing();
    }

    @FXML
    private void initialize() {
        holder.getChildren().add(0, picker.view());
        apply.disableProperty().bind(picker.validProperty().not());
        reason.textProperty().bind(Bindings.createStringBinding(() -> picker.maskProperty().get().isEmpty() ? picker.whyNotValid() : "", picker.validProperty(), picker.maskProperty()));
        holder.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (APPLY.match(e)) {
                e.consume();
                apply();
            }
        });
    }

    @FXML
    private void apply() {
        if (!picker.validProperty().get()) {
            return;
        }
        FieldMask mask = picker.maskProperty().get();
        boolean same = mask.equals(workspace.maskProperty().get()) && picker.sourcesProperty().get().equals(workspace.sourcesProperty().get());
        popup.hide();
        if (!same) {
            workspace.maskProperty().set(mask);
            workspace.sourcesProperty().set(picker.sourcesProperty().get());
            workspace.reload();
        }
    }

    @FXML
    private void cancel() {
        popup.hide();
    }
}

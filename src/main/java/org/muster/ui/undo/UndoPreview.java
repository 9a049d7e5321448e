package org.muster.ui.undo;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.workspace.Workspace;

/** What an undo does, contact by contact; any contact can be left out. */
public final class UndoPreview {
    private final Workspace workspace;
    private final UndoWords words;
    private final Runnable onChange;
    private final Texts texts = Texts.of(UndoPreview.class);
    private final ObservableList<UndoRow> shown = FXCollections.observableArrayList();
    private final UndoTable look;
    private final Parent view;
    private UndoModel model;

    @FXML private Label counts;
    @FXML private SegmentedButton segments;
    @FXML private ToggleButton all;
    @FXML private ToggleButton since;
    @FXML private ToggleButton takenOut;
    @FXML private HBox sinceNote;
    @FXML private Label sinceText;
    @FXML private Button leaveOut;
    @FXML private TableView<UndoRow> table;
    @FXML private Label nobody;

    /** @param onChange told whenever what would be done is different */
    UndoPreview(Workspace workspace, UndoWords words, Runnable onChange) {
        this.workspace = workspace;
        this.words = words;
        this.onChange = onChange;
        this.look = new UndoTable(row -> model.out(row), this::toggle, this::labelName, words);
        this.view = Fxml.load(this);
    }

    Parent view() {
        return view;
    }

    void focus() {
        table.requestFocus();
        table.getSelectionModel().selectFirst();
    }

    /** Shows this from now on. */
    void show(UndoModel next) {
        model = next;
        look.follow(next.plan());
        all.setSelected(true);
        changed();
    }

    @FXML
    private void initialize() {
        look.dress(table);
        table.setItems(shown);
        since.managedProperty().bind(since.visibleProperty());
        sinceNote.managedProperty().bind(sinceNote.visibleProperty());
        segments.getToggleGroup().selectedToggleProperty().subscribe((was, is) -> {
            if (is == null) {
                was.setSelected(true);
            } else if (model != null) {
                refresh();
            }
        });
    }

    private String labelName(String resourceName) {
        return workspace.label(resourceName).map(org.muster.contacts.Label::name).orElse(resourceName);
    }

    private void toggle(UndoRow row) {
        model.toggle(row);
        changed();
    }

    @FXML
    private void leaveOutChanged() {
        model.leaveOutChanged();
        table.requestFocus(); // the button goes
        changed();
    }

    private void changed() {
        refresh();
        onChange.run();
    }

    private boolean visible(UndoRow row) {
        return all.isSelected() || (since.isSelected() ? row.changedSince() : model.out(row));
    }

    private void refresh() {
        var visible = model.rows().stream().filter(this::visible).toList();
        if (!visible.equals(shown)) {
            shown.setAll(visible);
        }
        table.refresh();
        counts.setText(words.counts(model));
        int changed = model.changedSince().size();
        since.setText(texts.get("segment.since", changed));
        since.setVisible(changed > 0);
        takenOut.setText(texts.get("segment.takenOut", model.takenOut()));
        sinceNote.setVisible(model.changedSinceIn() > 0);
        sinceText.setText(words.sinceAll(model));
        leaveOut.setText(texts.get("since.leaveOut", changed));
        nobody.setText(texts.get("nobody"));
    }
}

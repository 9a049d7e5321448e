package org.muster.ui.main;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.muster.people.ApiError;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.table.ContactsModel;
import org.muster.ui.table.Selection;
import org.muster.ui.table.View;
import org.muster.ui.workspace.LoadState;
import org.muster.ui.workspace.Workspace;

/** The line under the table: how many there are, match and are selected, which fields are loaded, and how fresh all that is. */
final class StatusBar {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

    private final ContactsModel model;
    private final Selection selection;
    private final Workspace workspace;
    private final Texts texts = Texts.of(StatusBar.class);
    private final Parent view;

    @FXML private Label total;
    @FXML private Label matched;
    @FXML private Label selected;
    @FXML private Label mask;
    @FXML private ProgressBar progress;
    @FXML private Label state;
    @FXML private Button retry;

    StatusBar(ContactsModel model, Selection selection) {
        this.model = model;
        this.selection = selection;
        this.workspace = model.workspace();
        this.view = Fxml.load(this);
        for (Label label : new Label[] {matched, selected, state}) {
            label.managedProperty().bind(label.visibleProperty());
        }
        progress.managedProperty().bind(progress.visibleProperty());
        retry.managedProperty().bind(retry.visibleProperty());
        new Squeeze((HBox) view, mask, total).follow();
        mask.setTooltip(new Tooltip());
        mask.getTooltip().textProperty().bind(mask.textProperty());
        workspace.maskProperty().subscribe(m -> mask.setText(m.toString()));
        model.viewProperty().subscribe(v -> {
            showCounts();
            showState(workspace.loadStateProperty().get());
        });
        selection.stateProperty().subscribe(this::showCounts);
        workspace.readingProperty().subscribe(reading -> showState(workspace.loadStateProperty().get()));
        workspace.loadStateProperty().subscribe(load -> {
            showCounts();
            showState(load);
        });
    }

    Parent view() {
        return view;
    }

    @FXML
    private void retry() {
        workspace.reload();
    }

    private void showCounts() {
        View shown = model.viewProperty().get();
        total.setText(model.known() ? texts.get("status.total", shown.total()) : "");
        matched.setText(texts.get("status.matched", shown.matched().size()));
        matched.setVisible(!shown.filter().everybody() && model.known());
        selected.setText(texts.get("status.selected", selection.count()));
        selected.setVisible(!selection.isEmpty());
    }

    private void showState(LoadState load) {
        progress.setVisible(load instanceof LoadState.Loading || load instanceof LoadState.Loaded && model.arriving());
        retry.setVisible(load instanceof LoadState.Failed);
        state.getStyleClass().remove("danger-text");
        state.setTooltip(null);
        switch (load) {
            case LoadState.Idle() -> state.setText("");
            case LoadState.Loading(int read, int of) -> {
                progress.setProgress(of == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) read / of);
                state.setText(texts.get(of == 0 ? "status.loading" : "status.loadingOf", read, of));
            }
            case LoadState.Loaded loaded when model.arriving() -> {
                progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
                state.setText(texts.get("status.loading"));
            }
            case LoadState.Loaded(java.time.Instant at) -> state.setText(texts.get(workspace.readingProperty().get() ? "status.asOf" : "status.upToDate", TIME.format(at.atZone(ZoneId.systemDefault()))));
            case LoadState.Failed(ApiError error) -> {
                state.getStyleClass().add("danger-text");
                state.setText(error.cause().what());
                state.setTooltip(new Tooltip(error.cause().advice()));
            }
        }
        state.setVisible(!state.getText().isEmpty());
    }
}

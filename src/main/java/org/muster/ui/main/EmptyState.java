package org.muster.ui.main;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.people.ApiError;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.table.ContactsModel;
import org.muster.ui.table.Scope;
import org.muster.ui.table.View;
import org.muster.ui.workspace.LoadState;

/** What stands in the table while it has no rows: loading, nobody there, nobody found, or why nothing came. */
final class EmptyState {
    private final ContactsModel model;
    private final Texts texts = Texts.of(EmptyState.class);
    private final Parent view;
    private Runnable action = () -> { };

    @FXML private FontIcon icon;
    @FXML private Label title;
    @FXML private Label advice;
    @FXML private ProgressBar progress;
    @FXML private Button button;

    EmptyState(ContactsModel model) {
        this.model = model;
        this.view = Fxml.load(this);
        button.managedProperty().bind(button.visibleProperty());
        progress.managedProperty().bind(progress.visibleProperty());
        model.viewProperty().subscribe(v -> show());
        model.workspace().loadStateProperty().subscribe(this::show);
    }

    Parent view() {
        return view;
    }

    @FXML
    private void act() {
        action.run();
    }

    private void show() {
        View shown = model.viewProperty().get();
        progress.setVisible(false);
        if (shown.total() > 0) {
            if (shown.matched().isEmpty()) { // else nobody sees it
                showNoMatch(shown);
            }
            return;
        }
        switch (model.workspace().loadStateProperty().get()) {
            case LoadState.Idle() -> set("fth-users", "", "", "", () -> { });
            case LoadState.Loading(int read, int of) -> {
                set("fth-download-cloud", texts.get("empty.loading"), of == 0 ? texts.get("empty.loading.start") : texts.get("status.loadingOf", read, of), "", () -> { });
                progress.setProgress(of == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) read / of);
                progress.setVisible(true);
            }
            case LoadState.Loaded loaded when model.arriving() -> {
                set("fth-download-cloud", texts.get("empty.loading"), texts.get("empty.sorting"), "", () -> { });
                progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
                progress.setVisible(true);
            }
            case LoadState.Loaded loaded -> set("fth-users", texts.get("empty.nobody"), texts.get("empty.nobody.advice"), "", () -> { });
            case LoadState.Failed(ApiError error) -> set("fth-alert-triangle", error.cause().what(), error.cause().advice(), texts.get("common.retry"), model.workspace()::reload);
        }
    }

    private void showNoMatch(View shown) {
        if (shown.filter().query().isEmpty()) {
            set("fth-tag", texts.get("empty.label"), texts.get("empty.label.advice"), texts.get("empty.showAll"), () -> model.scopeProperty().set(new Scope.Everybody()));
        } else {
            set("fth-search", texts.get("empty.noMatch", shown.filter().query().text()), texts.get("empty.noMatch.advice"), texts.get("empty.clear"), () -> model.searchTextProperty().set(""));
        }
    }

    private void set(String literal, String what, String how, String does, Runnable then) {
        icon.setIconLiteral(literal);
        title.setText(what);
        advice.setText(how);
        button.setText(does);
        button.setVisible(!does.isEmpty());
        action = then;
    }
}

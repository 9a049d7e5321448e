package org.muster.ui.create;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Pane;

/** What stands in the sheet while it has no rows: how far reading the file is, or why there will be none of it. */
final class InsteadOfRows {
    private final Pane busy;
    private final Label busyText;
    private final ProgressBar progress;
    private final Pane refused;
    private final Label refusal;
    private final Button another;

    InsteadOfRows(Pane busy, Label busyText, ProgressBar progress, Pane refused, Label refusal, Button another) {
        this.busy = busy;
        this.busyText = busyText;
        this.progress = progress;
        this.refused = refused;
        this.refusal = refusal;
        this.another = another;
        rows();
    }

    /** There are rows, or soon will be. */
    void rows() {
        CreateSheet.view(busy, false);
        CreateSheet.view(refused, false);
    }

    void reading(String sentence) {
        busyText.setText(sentence);
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        CreateSheet.view(busy, true);
        CreateSheet.view(refused, false);
    }

    /** How far it is, from 0 to 1. */
    void at(double done) {
        progress.setProgress(done);
    }

    void refused(String sentence) {
        CreateSheet.view(busy, false);
        refusal.setText(sentence);
        CreateSheet.view(refused, true);
        another.requestFocus();
    }
}

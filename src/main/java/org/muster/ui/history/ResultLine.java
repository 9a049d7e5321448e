package org.muster.ui.history;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What became of a job, on one line. Its labels are made once. */
final class ResultLine extends HBox {
    private static final int MOST = 7;

    ResultLine() {
        getStyleClass().add("history-result");
        for (int i = 0; i < MOST; i++) {
            Label label = new Label("", new FontIcon("fth-check"));
            label.setMinWidth(USE_PREF_SIZE);
            getChildren().add(label);
        }
    }

    void show(JobResult result) {
        List<JobResult.Part> parts = result.parts();
        for (int i = 0; i < MOST; i++) {
            Label label = (Label) getChildren().get(i);
            boolean there = i < parts.size();
            label.setVisible(there);
            label.setManaged(there);
            if (there) {
                label.setText(parts.get(i).words());
                FontIcon icon = (FontIcon) label.getGraphic();
                icon.setIconLiteral(parts.get(i).icon());
                icon.getStyleClass().setAll("ikonli-font-icon", parts.get(i).look());
            }
        }
    }
}

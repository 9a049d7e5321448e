package org.muster.ui.create;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.muster.texts.Texts;

/** Says how many rows look like somebody who is there already, and offers to leave them out. Nothing is left out by itself. */
final class DoublesNote {
    private static final Texts TEXTS = Texts.of(DoublesNote.class);

    private final CreateGrid grid;
    private final Line there;
    private final Line repeated;
    private final Label unseen = new Label();
    private final VBox view = new VBox();

    /** @param afterwards called when rows were left out */
    DoublesNote(CreateGrid grid, Runnable afterwards) {
        this.grid = grid;
        this.there = new Line("there", Doubles.Kind.THERE, afterwards);
        this.repeated = new Line("repeated", Doubles.Kind.REPEATED, afterwards);
        unseen.setId("create-unseen");
        unseen.setWrapText(true);
        unseen.setMaxWidth(Double.MAX_VALUE);
        unseen.getStyleClass().addAll("create-note", "muted");
        view.getChildren().addAll(there.pane, repeated.pane, unseen);
        refresh();
    }

    Node view() {
        return view;
    }

    void refresh() {
        there.refresh();
        repeated.refresh();
        int blind = grid.counts().all() == 0 ? 0 : grid.doubles().found().unseen();
        unseen.setText(TEXTS.get("doubles.unseen", blind));
        CreateSheet.view(unseen, blind > 0);
    }

    private final class Line {
        private final String key;
        private final Doubles.Kind kind;
        private final Label title = new Label();
        private final Label what = new Label();
        private final Hyperlink leave = new Hyperlink();
        private final Pane pane = new FlowPane(title, what, leave);

        Line(String key, Doubles.Kind kind, Runnable afterwards) {
            this.key = key;
            this.kind = kind;
            pane.getStyleClass().add("create-note");
            title.getStyleClass().add("strong");
            title.setId("create-" + key);
            what.getStyleClass().add("muted");
            leave.setId("create-leave-" + key);
            leave.setOnAction(e -> grid.leaveOut(kind, afterwards));
        }

        void refresh() {
            int rows = grid.doubles().found().count(kind);
            title.setText(TEXTS.get("doubles." + key, rows));
            what.setText(TEXTS.get("doubles." + key + ".what", rows));
            leave.setText(TEXTS.get("doubles." + key + ".leave", rows));
            CreateSheet.view(pane, rows > 0);
        }
    }
}

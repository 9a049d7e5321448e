package org.muster.ui.undo;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;

/** What has to be known before an undo is run: what does not come back, labels to be made again, and who stays as they are. */
public final class UndoSide {
    private final UndoWords words;
    private final Runnable asked;
    private final Texts texts = Texts.of(UndoSide.class);
    private final Parent view;
    private UndoModel model;

    @FXML private VBox lost;
    @FXML private VBox lostLines;
    @FXML private VBox labels;
    @FXML private CheckBox makeLabels;
    @FXML private VBox left;
    @FXML private Label leftTitle;
    @FXML private VBox leftGroups;
    @FXML private VBox gone;

    /** @param asked is told when labels shall be made first, or not */
    UndoSide(UndoWords words, Runnable asked) {
        this.words = words;
        this.asked = asked;
        this.view = Fxml.load(this);
    }

    Parent view() {
        return view;
    }

    @FXML
    private void initialize() {
        for (javafx.scene.Node part : List.of(lost, labels, left, gone)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        makeLabels.selectedProperty().subscribe((was, is) -> {
            refresh();
            asked.run();
        });
    }

    /** Labels that are gone and shall be made first. */
    List<String> labelsToMake() {
        return makeLabels.isSelected() ? model.plan().labelsGone() : List.of();
    }

    /** Shows this from now on. */
    void show(UndoModel next) {
        model = next;
        List<String> names = next.plan().labelsGone();
        labels.setVisible(!names.isEmpty());
        makeLabels.setText(texts.get("labels.make", names.size(), String.join(texts.get("between.labels"), names)));
        left.setVisible(!next.plan().left().isEmpty());
        leftTitle.setText(texts.get("left.title", next.plan().left().size()));
        leftGroups.getChildren().clear();
        words.left(next.plan()).forEach((why, who) -> leftGroups.getChildren().add(group(why, who)));
        refresh();
    }

    /** Something else is taken out. */
    void refresh() {
        if (model == null) {
            return;
        }
        model.labelsMade(makeLabels.isSelected());
        List<String> lines = words.lost(model, makeLabels.isSelected());
        lost.setVisible(!lines.isEmpty());
        lostLines.getChildren().setAll(lines.stream().map(line -> wrapped(line, "undo-line")).toList());
        gone.setVisible(model.sums().deleted() > 0);
        boolean anything = List.of(lost, labels, left, gone).stream().anyMatch(javafx.scene.Node::isVisible);
        view.setVisible(anything);
        view.setManaged(anything);
    }

    private static VBox group(String why, String who) {
        Label names = wrapped(who, "muted");
        names.getStyleClass().add("small");
        Tooltip.install(names, new Tooltip(who));
        VBox group = new VBox(wrapped(why, "undo-line"), names);
        group.getStyleClass().add("undo-group");
        return group;
    }

    private static Label wrapped(String text, String look) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(look);
        return label;
    }
}

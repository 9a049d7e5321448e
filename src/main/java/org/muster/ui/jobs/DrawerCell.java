package org.muster.ui.jobs;

import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

/** A row of the drawer's list. Each kind of line is made once per cell, when the cell first needs it. */
final class DrawerCell extends ListCell<DrawerRow> {
    private final JobActions actions;
    private final Clock clock;
    private final BiConsumer<Missed.Action, Missed> onAction;
    private final Consumer<JobLine> onNewLine;
    private JobLine jobLine;
    private MissedLine missedLine;

    /** @param onNewLine hears of each job line this cell makes, so that its seconds can be counted */
    DrawerCell(JobActions actions, Clock clock, BiConsumer<Missed.Action, Missed> onAction, Consumer<JobLine> onNewLine) {
        this.actions = actions;
        this.clock = clock;
        this.onAction = onAction;
        this.onNewLine = onNewLine;
        getStyleClass().add("jobs-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(DrawerRow row, boolean empty) {
        super.updateItem(row, empty);
        if (jobLine != null && !(row instanceof JobRow)) {
            jobLine.show(null, false);
        }
        switch (row) {
            case null -> {
                setGraphic(null);
                setAccessibleText(null);
            }
            case JobRow line -> {
                if (jobLine == null) {
                    jobLine = new JobLine(actions, clock);
                    fill((Region) jobLine.view());
                    onNewLine.accept(jobLine);
                }
                jobLine.show(line.job(), true);
                setGraphic(jobLine.view());
                setAccessibleText(jobLine.view().getAccessibleText());
            }
            case Missed missed -> {
                if (missedLine == null) {
                    missedLine = new MissedLine(onAction);
                    fill((Region) missedLine.view());
                }
                missedLine.show(missed);
                setGraphic(missedLine.view());
                setAccessibleText(missedLine.view().getAccessibleText());
            }
        }
    }

    private void fill(Region line) {
        line.prefWidthProperty().bind(widthProperty());
    }
}

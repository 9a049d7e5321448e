package org.muster.ui.history;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.store.JobSummary;
import org.muster.texts.Texts;

/** A row of the list of jobs: a day, or a job with what became of it. */
final class JobCell extends ListCell<ListRow> {
    private static final PseudoClass DAY = PseudoClass.getPseudoClass("day");
    private static final double DAY_HEIGHT = 36;
    private static final double JOB_HEIGHT = 54;

    private final Days days;
    private final LiveJobs live;
    private final Texts texts = Texts.of(JobCell.class);
    private final Label day = new Label();
    private final FontIcon icon = new FontIcon("fth-clock");
    private final Label title = new Label();
    private final Label time = new Label();
    private final ResultLine result = new ResultLine();
    private final Label found = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final VBox box;

    /** @param live where the jobs of this run of Muster stand */
    JobCell(Days days, LiveJobs live) {
        this.days = days;
        this.live = live;
        day.getStyleClass().add("section-title");
        title.getStyleClass().add("history-title");
        time.getStyleClass().addAll("muted", "small");
        time.setMinWidth(USE_PREF_SIZE);
        found.getStyleClass().addAll("muted", "small");
        found.setMinWidth(0);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox first = new HBox(8, icon, title, between, time);
        HBox second = new HBox(10, result, found);
        first.getStyleClass().add("history-line");
        second.getStyleClass().addAll("history-line", "history-second");
        box = new VBox(3, first, second);
        box.getStyleClass().add("history-job");
        box.setMinWidth(0);
        box.setPrefWidth(0);
        getStyleClass().add("history-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getItem() instanceof ListRow.Day ? DAY_HEIGHT : JOB_HEIGHT;
    }

    @Override
    protected void updateItem(ListRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(DAY, row instanceof ListRow.Day);
        switch (row) {
            case null -> {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
            }
            case ListRow.Day(String words) -> {
                day.setText(words);
                setGraphic(day);
                setTooltip(null);
                setAccessibleText(words);
            }
            case ListRow.Entry(JobSummary job) -> {
                JobResult became = JobResult.of(job, live);
                icon.setIconLiteral(Kinds.icon(job));
                title.setText(job.title());
                time.setText(days.time(job.accepted()));
                result.show(JobResult.brief(job, live));
                found.setText(job.found().map(name -> texts.get("list.found", name)).orElse(""));
                found.setVisible(job.found().isPresent());
                found.setManaged(job.found().isPresent());
                tooltip.setText(job.title());
                setTooltip(tooltip);
                setGraphic(box);
                setAccessibleText(texts.get("list.job", job.title(), days.both(job.accepted()), became.spoken(), found.getText()));
            }
        }
    }
}

package org.muster.ui.history;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.changes.Change;
import org.muster.jobs.OutcomeState;
import org.muster.store.ChangeKind;
import org.muster.store.ContactEvent;
import org.muster.texts.Texts;
import org.muster.ui.edit.DiffText;
import org.muster.ui.jobs.MissedWords;

/** A row of a contact's story. Its nodes are made once. */
final class StoryCell extends ListCell<StoryRow> {
    private static final PseudoClass EVENT = PseudoClass.getPseudoClass("event");
    private static final double SOME_WORDS = 60;
    private static final int SHORT = 12;

    private final Days days;
    private final Texts texts = Texts.of(StoryCell.class);
    private final Tooltip whole = new Tooltip();

    private final FontIcon icon = new FontIcon("fth-clock");
    private final Label what = new Label();
    private final Label job = new Label();
    private final Label when = new Label();
    private final HBox event;

    private final Label field = new Label();
    private final Label before = new Label();
    private final Label arrow = new Label(texts.get("arrow"));
    private final Label after = new Label();
    private final HBox change = new HBox(field, before, arrow, after);

    private final FontIcon stateIcon = new FontIcon("fth-x");
    private final Label reason = new Label();
    private final Label advice = new Label();
    private final HBox note = new HBox(stateIcon, reason, advice);

    StoryCell(Days days) {
        this.days = days;
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        event = new HBox(icon, what, job, between, when);
        event.getStyleClass().add("story-event");
        what.getStyleClass().add("strong");
        what.setMinWidth(USE_PREF_SIZE);
        when.getStyleClass().addAll("muted", "small");
        when.setMinWidth(USE_PREF_SIZE);
        change.getStyleClass().add("story-change");
        field.getStyleClass().addAll("muted", "story-field");
        arrow.getStyleClass().add("muted");
        arrow.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().add("story-change");
        reason.getStyleClass().add("strong");
        reason.setMinWidth(USE_PREF_SIZE);
        advice.getStyleClass().add("muted");
        whole.setWrapText(true);
        whole.setMaxWidth(520);
        getStyleClass().add("story-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        for (HBox line : new HBox[] {event, change, note}) {
            line.setMinWidth(0);
            line.setPrefWidth(0);
        }
    }

    @Override
    protected void updateItem(StoryRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(EVENT, row instanceof StoryRow.Event);
        switch (row) {
            case null -> {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
            }
            case StoryRow.Event(ContactEvent one) -> show(one);
            case StoryRow.Field(DiffText text, boolean one) -> show(text, one);
            case StoryRow.Note(_, MissedWords words) -> show(words);
        }
    }

    private void show(ContactEvent one) {
        ChangeKind kind = kind(one.change());
        boolean back = one.change() instanceof Change.Create create && !create.formerly().isEmpty();
        icon.setIconLiteral(back ? "fth-corner-up-left" : Kinds.icon(kind));
        what.setText(texts.get("story." + known(one.state()) + "." + (back ? "BACK" : kind.name())));
        job.setText(texts.get("story.job", one.jobTitle()));
        when.setText(days.both(one.at()));
        put(event, texts.get("story.spoken", what.getText(), one.jobTitle(), when.getText()));
    }

    private static ChangeKind kind(Change change) {
        return switch (change) {
            case Change.Create c -> ChangeKind.CREATE;
            case Change.Update u -> ChangeKind.UPDATE;
            case Change.Delete d -> ChangeKind.DELETE;
            case Change.SetPhoto p -> ChangeKind.PHOTO;
        };
    }

    private static String known(OutcomeState state) {
        return switch (state) {
            case DONE -> "done";
            case FAILED, CONFLICT, SKIPPED -> "not";
            case UNKNOWN, SENT -> "unknown";
            case WAITING -> "open";
        };
    }

    private void show(DiffText text, boolean oneSide) {
        boolean added = text.before().isEmpty() && (text.others() || oneSide);
        boolean removed = text.after().isEmpty() && (text.others() || oneSide);
        field.setText(text.what());
        word(before, !added, text.before().isEmpty() ? texts.get("common.empty") : text.before(), text.before().isEmpty() ? "muted" : "diff-gone");
        word(arrow, !added && !removed, arrow.getText(), "muted");
        word(after, !removed, text.after().isEmpty() ? texts.get("common.empty") : added && !oneSide ? texts.get("story.added", text.after()) : text.after(), text.after().isEmpty() ? "muted" : "diff-come");
        String spoken = texts.get("story.change", text.what(), added ? texts.get("common.empty") : before.getText(), removed ? texts.get("common.empty") : after.getText());
        put(change, spoken);
    }

    private void show(MissedWords words) {
        stateIcon.getStyleClass().setAll("ikonli-font-icon", words.look());
        stateIcon.setIconLiteral(words.icon());
        reason.setText(words.what());
        advice.setText(words.advice());
        put(note, words.server().isEmpty() ? words.what() + " " + words.advice() : words.what() + " " + words.advice() + "\n" + words.server());
    }

    private void put(HBox line, String said) {
        whole.setText(said);
        setTooltip(whole);
        setAccessibleText(said);
        setGraphic(line);
    }

    private static void word(Label label, boolean shown, String text, String look) {
        label.setText(text);
        label.setMinWidth(text.length() <= SHORT ? USE_PREF_SIZE : SOME_WORDS);
        label.setVisible(shown);
        label.setManaged(shown);
        label.getStyleClass().setAll("label", look);
    }
}

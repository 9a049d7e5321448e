package org.muster.ui.undo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.muster.store.Undoing;
import org.muster.texts.Texts;

/**
 * What stands on the button that undoes a job, the same everywhere.
 *
 * @param words what it says
 * @param icon the icon's literal
 * @param possible whether there is anything to undo
 */
public record UndoLabel(String words, String icon, boolean possible) {
    public static UndoLabel of(Undoing undoing, Clock clock) {
        Texts texts = Texts.of(UndoLabel.class);
        String icon = undoing.again() ? "fth-corner-up-right" : "fth-corner-up-left";
        if (undoing.left()) {
            return new UndoLabel(texts.get(undoing.again() ? "label.redo" : "common.undo"), icon, true);
        }
        String at = undoing.at().map(instant -> time(instant, clock)).orElse("");
        return new UndoLabel(texts.get(undoing.again() ? "label.redone" : "label.undone", at).strip(), icon, false);
    }

    /** The time of day, or the day when it was not today. */
    private static String time(Instant instant, Clock clock) {
        ZonedDateTime at = instant.atZone(clock.getZone());
        boolean today = at.toLocalDate().equals(LocalDate.now(clock));
        return (today ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT) : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)).format(at);
    }
}

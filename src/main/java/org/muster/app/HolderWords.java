package org.muster.app;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.muster.texts.Texts;
import org.muster.ui.workspace.Access;

/** Says who holds an account. */
final class HolderWords {
    private static final Texts TEXTS = Texts.of(HolderWords.class);

    private HolderWords() {}

    /** Who it is and since when, such as "the window started at 10:32 (process 1234)". */
    static String who(Optional<AccountLocks.Holder> by, Clock clock) {
        return by.map(holder -> TEXTS.get("holder." + holder.kind(), time(holder, clock), Long.toString(holder.pid()))).orElse(TEXTS.get("holder.unknown"));
    }

    /** What to say in a window that can only look. */
    static Access.Reading reading(Optional<AccountLocks.Holder> by, Clock clock) {
        String kind = by.map(holder -> holder.kind().name()).orElse("unknown");
        return new Access.Reading(TEXTS.get("reading.what." + kind), TEXTS.get("reading.advice." + kind), by.map(holder -> TEXTS.get("reading.since", time(holder, clock))).orElse(""),
                by.map(holder -> TEXTS.get("reading.detail", Long.toString(holder.pid()))).orElse(""));
    }

    /** The time of day, with the day when it was not today. */
    private static String time(AccountLocks.Holder holder, Clock clock) {
        ZonedDateTime since = holder.since().atZone(clock.getZone());
        boolean today = since.toLocalDate().equals(LocalDate.now(clock));
        return (today ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT) : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)).format(since);
    }
}

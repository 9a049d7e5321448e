package org.muster.ui.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.muster.texts.Texts;

/** Times as people say them, in the clock's zone and the default locale. */
record Days(Clock clock) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

    LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, clock.getZone());
    }

    /** Such as {@code Today}, {@code 14 November 2026}. */
    String day(LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        Texts texts = Texts.of(Days.class);
        return day.equals(today) ? texts.get("day.today") : day.equals(today.minusDays(1)) ? texts.get("day.yesterday") : DATE.format(day);
    }

    /** Such as {@code 10:03}. */
    String time(Instant time) {
        return TIME.format(time.atZone(clock.getZone()));
    }

    /** Such as {@code Today, 10:03}. */
    String both(Instant time) {
        return Texts.of(Days.class).get("day.time", day(dayOf(time)), time(time));
    }

    /** Such as {@code 2 minutes}. */
    static String lasting(Duration duration) {
        Texts texts = Texts.of(Days.class);
        long seconds = duration.toSeconds();
        return seconds < 60 ? texts.get("lasting.seconds", seconds) : seconds < 5_400 ? texts.get("lasting.minutes", Math.round(seconds / 60.0)) : texts.get("lasting.hours", Math.round(seconds / 3600.0));
    }
}

package org.muster.exchange;

import com.google.api.services.people.v1.model.Date;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.contacts.Dates;

/** Dates as files write them. Never guesses: {@code 03/04/1990} is a day in March in Outlook's file and undecided anywhere else. */
final class DateText {
    /** What a text says about a day. */
    sealed interface Reading {
        /** This day. */
        record Day(Date date) implements Reading {}

        /** None, as some programs write it: {@code 0/0/00}. */
        record Nothing() implements Reading {}

        /** One of two. */
        record Ambiguous() implements Reading {}

        /** It is no date. */
        record NoDate() implements Reading {}
    }

    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})(?:[/.]|年)(\\d{1,2})(?:[/.]|月)(\\d{1,2})日?");
    private static final Pattern PACKED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern WITH_TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ]\\d{2}:\\d{2}.*");
    private static final Pattern NONE = Pattern.compile("0+/0+/0+|0000-00-00");
    private static final List<DateTimeFormatter> IN_WORDS = List.of(words("d MMMM uuuu"), words("d MMM uuuu"), words("MMMM d, uuuu"), words("MMM d, uuuu"));

    private DateText() {}

    private static DateTimeFormatter words(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    static Reading read(String written, Format format) {
        String text = written.strip();
        if (NONE.matcher(text).matches()) {
            return new Reading.Nothing();
        }
        Optional<Date> ours = Dates.parse(text);
        if (ours.isPresent()) {
            return new Reading.Day(ours.get());
        }
        Matcher m = SLASHED.matcher(text);
        if (m.matches()) {
            return slashed(m, format);
        }
        m = DOTTED.matcher(text);
        if (m.matches()) {
            return day(m.group(3), m.group(2), m.group(1));
        }
        for (Pattern yearFirst : List.of(YEAR_FIRST, PACKED)) {
            m = yearFirst.matcher(text);
            if (m.matches()) {
                return day(m.group(1), m.group(2), m.group(3));
            }
        }
        m = WITH_TIME.matcher(text);
        return m.matches() ? of(Dates.parse(m.group(1))) : inWords(text);
    }

    private static Reading slashed(Matcher m, Format format) {
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(2));
        if (format == Format.OUTLOOK_CSV || second > 12 || first == second) {
            return day(m.group(3), m.group(1), m.group(2));
        }
        return first > 12 ? day(m.group(3), m.group(2), m.group(1)) : new Reading.Ambiguous();
    }

    private static Reading inWords(String text) {
        for (DateTimeFormatter words : IN_WORDS) {
            try {
                LocalDate date = LocalDate.parse(text, words);
                return new Reading.Day(new Date().setYear(date.getYear()).setMonth(date.getMonthValue()).setDay(date.getDayOfMonth()));
            } catch (DateTimeParseException e) {
                // not written in this way
            }
        }
        return new Reading.NoDate();
    }

    private static Reading day(String year, String month, String day) {
        return of(Dates.parse((year == null ? "-" : year) + "-" + month + "-" + day));
    }

    private static Reading of(Optional<Date> date) {
        return date.<Reading>map(Reading.Day::new).orElseGet(Reading.NoDate::new);
    }
}

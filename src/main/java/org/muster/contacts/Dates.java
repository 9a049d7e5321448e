package org.muster.contacts;

import com.google.api.services.people.v1.model.Date;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Google's dates, where any of year, month and day may be missing (People API: year 0 means no year, month or day 0 means
 * not known).
 */
public final class Dates {
    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d{4})|-)(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
    private static final Pattern YEARLESS = Pattern.compile("--(\\d{1,2})-(\\d{1,2})");

    private Dates() {}

    /** Reads {@code 1815-12-10}, {@code 1815-12}, {@code 1815} or {@code --12-10}; empty for anything else or a day that never was. */
    public static Optional<Date> parse(String text) {
        String t = text.strip();
        Matcher yearless = YEARLESS.matcher(t);
        if (yearless.matches()) {
            return checked(0, Integer.parseInt(yearless.group(1)), Integer.parseInt(yearless.group(2)));
        }
        Matcher m = WRITTEN.matcher(t);
        if (!m.matches() || m.group(1) == null) {
            return Optional.empty();
        }
        return checked(Integer.parseInt(m.group(1)), number(m.group(2)), number(m.group(3)));
    }

    /** The text {@link #parse} reads back. */
    public static String write(Date date) {
        int year = number(date.getYear());
        int month = number(date.getMonth());
        int day = number(date.getDay());
        if (year == 0) {
            return "--%02d-%02d".formatted(month, day);
        }
        if (month == 0) {
            return "%04d".formatted(year);
        }
        return day == 0 ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day);
    }

    /** As people write it in {@code locale}: {@code 10 December 1815}, {@code 10 December}, {@code 1815}. */
    public static String show(Date date, Locale locale) {
        int year = number(date.getYear());
        int month = number(date.getMonth());
        int day = number(date.getDay());
        try {
            if (year > 0 && month > 0 && day > 0) {
                return LocalDate.of(year, month, day).format(DateTimeFormatter.ofPattern("d MMMM yyyy", locale));
            }
            if (month > 0 && day > 0) {
                return MonthDay.of(month, day).format(DateTimeFormatter.ofPattern("d MMMM", locale));
            }
            if (month > 0) {
                return Month.of(month).getDisplayName(TextStyle.FULL_STANDALONE, locale) + (year > 0 ? " " + year : "");
            }
        } catch (DateTimeException e) {
            return write(date);
        }
        return year > 0 ? Integer.toString(year) : "";
    }

    private static Optional<Date> checked(int year, int month, int day) {
        boolean fits = month <= 12
                && (day == 0 || (month > 0 && day <= Month.of(month).maxLength()))
                && (year == 0 || month == 0 || day == 0 || day <= java.time.YearMonth.of(year, month).lengthOfMonth());
        if (!fits) {
            return Optional.empty();
        }
        Date date = new Date();
        if (year > 0) {
            date.setYear(year);
        }
        if (month > 0) {
            date.setMonth(month);
        }
        if (day > 0) {
            date.setDay(day);
        }
        return Optional.of(date);
    }

    private static int number(String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }

    private static int number(Integer value) {
        return value == null ? 0 : value;
    }
}

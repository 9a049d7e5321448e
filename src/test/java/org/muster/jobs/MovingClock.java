package org.muster.jobs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A calendar whose leaves the test turns; it is noon where the user is, ten hours ahead of UTC and more. */
final class MovingClock extends Clock {
    private final ZoneId zone = ZoneId.of("Pacific/Auckland");
    private volatile Instant now = noon("2026-11-22");

    private Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(zone).toInstant();
    }

    void day(String day) {
        now = noon(day);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        return now;
    }
}

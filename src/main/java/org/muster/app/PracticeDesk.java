package org.muster.app;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.muster.practice.PracticeServer;
import org.muster.ui.PracticeControls;

/** Lets the window reach the practice server's weather and switches without knowing the server. */
final class PracticeDesk implements PracticeControls {
    private final PracticeServer server;

    PracticeDesk(PracticeServer server) {
        this.server = server;
    }

    @Override
    public List<Weather> weathers() {
        return Stream.of(org.muster.practice.Weather.values()).map(w -> new Weather(w.name())).toList();
    }

    @Override
    public Weather weather() {
        return new Weather(server.faults().weather().name());
    }

    @Override
    public void weather(Weather weather) {
        org.muster.practice.Weather wanted = org.muster.practice.Weather.valueOf(weather.id());
        server.faults().weather(wanted);
        server.faults().release();
    }

    /** Those a user can make something of: what is unproven about Google. Lengths of time and limits stay with the tests. */
    @Override
    public List<Switch> switches() {
        return server.switches().all().stream()
                .filter(s -> s.positions().getFirst() instanceof Enum)
                .map(s -> new Switch(s.name(), s.positions().stream().map(Objects::toString).toList(), s.get().toString()))
                .toList();
    }

    @Override
    public void turn(String switchId, String position) {
        org.muster.practice.Switch<?> wanted = server.switches().all().stream().filter(s -> s.name().equals(switchId)).findFirst().orElseThrow();
        wanted.choose(wanted.positions().stream().map(Objects::toString).toList().indexOf(position));
    }

    @Override
    public void reset() {
        server.reset();
    }
}

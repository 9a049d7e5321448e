package org.muster.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lanes' part of the benchmark by itself, for work on it: {@code mvn test -Dtest.groups=speed -Dtest.excluded.tags= -Dtest=LanesSpeedTest}. */
@Tag("speed")
class LanesSpeedTest {
    @Test
    void table() throws IOException {
        Table table = new Table();
        Sizes sizes = Sizes.fromProperties();
        new LanesBench(table, sizes.accounts(), sizes.each(), sizes.lanesLatency()).run(sizes.slowRounds());
        table.publish(Path.of("target", "lanes-speed.md"));
    }
}

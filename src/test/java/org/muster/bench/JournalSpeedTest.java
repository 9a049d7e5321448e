package org.muster.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The journal's part of the benchmark by itself, for work on it: {@code mvn test -Dtest.groups=speed -Dtest.excluded.tags= -Dtest=JournalSpeedTest}. */
@Tag("speed")
class JournalSpeedTest {
    @Test
    void table() throws IOException {
        Sizes sizes = Sizes.fromProperties();
        Table table = new Table();
        new JournalBench(table, sizes.job()).run(sizes.rounds());
        table.publish(Path.of("target", "journal-speed.md"));
    }
}

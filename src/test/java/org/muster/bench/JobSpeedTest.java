package org.muster.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The jobs' part of the benchmark by itself, for work on it: {@code mvn test -Dtest.groups=speed -Dtest.excluded.tags= -Dtest.jvm= -Dtest=JobSpeedTest}. */
@Tag("speed")
class JobSpeedTest {
    @Test
    void table() throws IOException {
        Sizes sizes = Sizes.fromProperties();
        Table table = new Table();
        JobBench jobs = new JobBench(table, sizes.job());
        jobs.run(0, sizes.rounds(), 1.3);
        jobs.run(sizes.latency(), sizes.slowRounds(), 1.03);
        table.publish(Path.of("target", "job-speed.md"));
    }
}

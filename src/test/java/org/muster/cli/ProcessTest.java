package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muster.Main;

/** Commands as processes of their own. */
class ProcessTest {
    @TempDir
    Path folder;

    private Process muster(Shell shell, String... args) throws Exception {
        // Where JavaFX is not even there, none of it can be loaded unnoticed; the log of loaded classes is for what would be found elsewhere.
        String path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(p -> !p.contains("openjfx") && !p.contains("javafx")).collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Dlogback.configurationFile=logback.xml",
                "-Xlog:class+load:file=" + folder.resolve("classes.log"), "-cp", path, Main.class.getName(), "--data-dir", folder.resolve("data").toString(), "--endpoint", shell.server.endpoint().toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("MUSTER_TOKEN", shell.server.token());
        return builder.start();
    }

    @Test
    @Timeout(60)
    void aPoliteEndStopsTheJobBetweenTwoBatchesAndNoJavaFxIsLoaded() throws Exception {
        try (Shell shell = new Shell(folder)) {
            for (int i = 0; i < 2_000; i++) {
                shell.given("{'names':[{'givenName':'Person " + i + "'}]}");
            }
            shell.server.faults().latency(Duration.ofMillis(400));
            Process process = muster(shell, "delete", "--all", "--yes", "--expect", "2000");
            try (BufferedReader said = process.errorReader(StandardCharsets.UTF_8)) {
                List<String> lines = new ArrayList<>();
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    lines.add(line);
                    if (line.startsWith("500 of 2,000")) {
                        process.toHandle().destroy(); // Process.destroy would close the streams as well
                    }
                }
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).as(String.join("\n", lines)).isEqualTo(3);
                assertThat(lines).anyMatch(l -> l.contains("jobs resume"));
            }
            assertThat(shell.server.contactCount()).isBetween(500, 1_500).matches(left -> left % 500 == 0, "whole batches");
            assertThat(Files.readAllLines(folder.resolve("classes.log"))).anyMatch(l -> l.contains("org.muster.cli.DeleteCommand"))
                    .noneMatch(l -> l.contains("javafx") || l.contains("org.controlsfx") || l.contains("atlantafx"));

            shell.server.faults().clear();
            assertThat(shell.muster("jobs").out()).contains("not ended");
            assertThat(shell.muster("jobs", "undo", shell.muster("jobs", "--output", "csv").lines().getLast().split(",")[0]).err()).contains("has not come to its end");
            Shell.Ran resumed = shell.muster("jobs", "resume");
            assertThat(resumed.code()).as(resumed.err()).isZero();
            assertThat(shell.server.contactCount()).isZero();
            assertThat(shell.server.log().maxMutatesInFlight()).isEqualTo(1);
        }
    }

    @Test
    @Timeout(60)
    void whatIsLoggedStandsInTheDataFolder() throws Exception {
        try (Shell shell = new Shell(folder)) {
            Path data = Files.createDirectories(folder.resolve("data"));
            Files.writeString(data.resolve("muster.db"), "no database ".repeat(500)); // is set aside, which is logged
            Process process = muster(shell, "jobs");
            process.getErrorStream().transferTo(OutputStream.nullOutputStream());
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(data.resolve("logs").resolve("muster.log")).content().contains("was set aside");
        }
    }
}

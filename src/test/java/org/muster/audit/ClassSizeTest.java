package org.muster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class that grows has a second reason to change: it is split before it has 400 lines, a controller (it has an FXML file of its name) before 250. */
class ClassSizeTest {
    private static final int CONTROLLER = 250;
    private static final int ANY = 400;

    private static List<String> tooLong(Path sources, Path resources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().flatMap(file -> {
                Path fxml = resources.resolve(sources.relativize(file).toString().replaceFirst("\\.java$", ".fxml"));
                int limit = Files.exists(fxml) ? CONTROLLER : ANY;
                int lines = lines(file);
                return lines < limit ? Stream.empty() : Stream.of(file.getFileName() + " has " + lines + " lines; split it before " + limit);
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ourClassesAreSmall() {
        assertThat(tooLong(Path.of("src/main/java"), Path.of("resources"))).isEmpty();
    }

    @Test
    void findsWhatHasGrown(@TempDir Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("java/org"));
        Path resources = Files.createDirectories(folder.resolve("resources/org"));
        Files.writeString(resources.resolve("Sheet.fxml"), "");
        Files.writeString(sources.resolve("Sheet.java"), "\n".repeat(CONTROLLER));
        Files.writeString(sources.resolve("Rule.java"), "\n".repeat(ANY - 1));
        Files.writeString(sources.resolve("Big.java"), "\n".repeat(ANY));
        assertThat(tooLong(folder.resolve("java"), folder.resolve("resources"))).containsExactly("Big.java has 400 lines; split it before 400", "Sheet.java has 250 lines; split it before 250");
    }
}

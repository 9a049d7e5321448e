package org.muster.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files an audit reads.
 *
 * @param sources where the packages of the Java sources begin
 * @param resources where the packages of the resources begin
 */
record Project(Path sources, Path resources) {
    /** This one; tests run in its top directory. */
    static Project ours() {
        return new Project(Path.of("src/main/java"), Path.of("resources"));
    }

    List<Path> java() {
        return files(sources, ".java");
    }

    List<Path> fxml() {
        return files(resources, ".fxml");
    }

    /** The base bundles; translations are beside them. */
    List<Path> bundles() {
        return files(resources, "texts.properties");
    }

    /** The package a file lies in, with dots. */
    String packageOf(Path file) {
        Path root = file.startsWith(sources) ? sources : resources;
        return root.relativize(file).getParent().toString().replace(file.getFileSystem().getSeparator(), ".");
    }

    /** The source of the controller that belongs to an FXML file: same package, same name; empty when there is none. */
    String controllerOf(Path fxml) {
        String name = fxml.getFileName().toString().replaceFirst("\\.fxml$", ".java");
        Path source = sources.resolve(resources.relativize(fxml)).resolveSibling(name);
        return Files.exists(source) ? read(source) : "";
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path root, String end) {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(file -> file.getFileName().toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.muster.audit;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares the keys that FXML and Java ask for with those the bundles have: none missing, none unused, none written in a way its reader does not
 * read. Follows the rule of {@code Texts}: a package's own bundle, then those of the packages above it.
 */
final class TextAudit {
    private static final Pattern FXML_KEY = Pattern.compile("[\"'>]%([^\"'<%]+)[\"'<]");

    private final Project project;
    /** Package to its own keys and words. */
    private final Map<String, Map<String, String>> bundles = new LinkedHashMap<>();
    /** {@code package/key} of what FXML, and what Java, was seen to use. */
    private final Set<String> byFxml = new TreeSet<>();

    private final Set<String> byJava = new TreeSet<>();
    /** Those of {@link #byJava} that are read with {@code Texts.get}, so through MessageFormat. */
    private final Set<String> formatted = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    private TextAudit(Project project) {
        this.project = project;
        for (Path file : project.bundles()) {
            bundles.put(project.packageOf(file), load(file));
        }
    }

    /**
     * What is wrong, each with its fix.
     *
     * @param usedElsewhere keys that count as used although no source names them
     */
    static List<String> problems(Project project, Set<String> usedElsewhere) {
        TextAudit audit = new TextAudit(project);
        project.fxml().forEach(audit::fxml);
        project.java().forEach(audit::java);
        audit.unused(usedElsewhere);
        audit.badlyWritten();
        return List.copyOf(audit.problems);
    }

    private void fxml(Path file) {
        String home = project.packageOf(file);
        FXML_KEY.matcher(Project.read(file)).results().map(m -> m.group(1)).distinct().forEach(key -> {
            List<String> owners = chain(home).filter(p -> bundles.getOrDefault(p, Map.of()).containsKey(key)).toList();
            if (owners.isEmpty()) {
                missing(key, file, home);
            } else {
                byFxml.add(owners.getFirst() + "/" + key);
            }
        });
    }

    private void java(Path file) {
        JavaTexts texts = new JavaTexts(Project.read(file));
        Set<String> homes = homes(project.packageOf(file), texts);
        for (Pattern key : texts.keys()) {
            if (homes.stream().flatMap(TextAudit::chain).flatMap(p -> bundles.getOrDefault(p, Map.of()).keySet().stream()).noneMatch(known -> key.matcher(known).matches())) {
                missing(key.pattern().replace("\\Q", "").replace("\\E", "").replace(".+", "*"), file, homes.iterator().next());
            }
            use(formatted, homes, known -> key.matcher(known).matches());
        }
        Set<String> prefixes = texts.computedPrefixes();
        use(formatted, homes, known -> prefixes.stream().anyMatch(known::startsWith));
        Set<String> literals = texts.literals();
        use(byJava, homes, literals::contains);
        byJava.addAll(formatted);
    }

    /** The packages whose words a source reads: its own, and those of the classes of other packages it names to {@code Texts}. */
    private static Set<String> homes(String own, JavaTexts texts) {
        Set<String> homes = new LinkedHashSet<>(List.of(own));
        homes.addAll(texts.foreignPackages());
        return homes;
    }

    /** A key that a nearer package has, too, is not read from the farther one. */
    private void use(Set<String> by, Set<String> homes, Predicate<String> used) {
        for (String home : homes) {
            Set<String> nearer = new TreeSet<>();
            chain(home).forEach(owner -> bundles.getOrDefault(owner, Map.of()).keySet().stream().filter(used).filter(nearer::add).forEach(key -> by.add(owner + "/" + key)));
        }
    }

    private void missing(String key, Path file, String home) {
        problems.add("missing: \"" + key + "\" is used in " + file + "; add the line \"" + key + "=…\" to " + bundleFile(home));
    }

    private void unused(Set<String> usedElsewhere) {
        bundles.forEach((home, bundle) -> bundle.keySet().stream()
                .filter(key -> !usedElsewhere.contains(key) && !byFxml.contains(home + "/" + key) && !byJava.contains(home + "/" + key))
                .forEach(key -> problems.add("unused: \"" + key + "\"; remove its line from " + bundleFile(home))));
    }

    /** Java reads words through MessageFormat, where a single apostrophe vanishes; FXML takes them as they stand. */
    private void badlyWritten() {
        bundles.forEach((home, bundle) -> new TreeMap<>(bundle).forEach((key, words) -> {
            boolean lone = words.replace("''", "").replaceAll("'[^']*[{}][^']*'", "").contains("'"); // '{' is how MessageFormat writes a brace
            if (byFxml.contains(home + "/" + key) && (words.contains("''") || words.matches("(?s).*\\{\\d.*"))) {
                problems.add("not for FXML: \"" + key + "\" has {0} or a doubled apostrophe, which FXML shows as they stand; reword it in " + bundleFile(home));
            } else if (formatted.contains(home + "/" + key) && lone) {
                problems.add("lost apostrophe: \"" + key + "\"; write ’ (or double it) in " + bundleFile(home));
            }
            if (words.isBlank()) {
                problems.add("empty: \"" + key + "\" says nothing; write its words in " + bundleFile(home));
            }
        }));
    }

    private Path bundleFile(String home) {
        return project.resources().resolve(home.replace('.', '/')).resolve("texts.properties");
    }

    /** The package and those above it, nearest first. */
    private static Stream<String> chain(String home) {
        return Stream.iterate(home, p -> !p.isEmpty(), p -> p.contains(".") ? p.substring(0, p.lastIndexOf('.')) : "");
    }

    private static Map<String, String> load(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Project.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }
}

package org.muster.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text of ours stands out from what it lies on, in light and in dark (WCAG 2.2 AA, 4.5 to 1). */
class ContrastTest {
    private static final double ENOUGH = 4.5;
    private static final Path OURS = Path.of("resources/org/muster/ui/muster.css");

    /** Which text lies on which backgrounds in our window. A text colour that muster.css uses and that is not here fails the test. */
    private static final Map<String, List<String>> TEXT_ON = Map.of(
            "-color-fg-default", List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset", "-color-bg-overlay", "-color-accent-subtle", "-color-warning-subtle", "-color-danger-subtle", "-muster-row-selected"),
            "-color-fg-muted", List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset", "-color-accent-subtle", "-color-warning-subtle", "-muster-row-selected"),
            "-color-accent-fg", List.of("-color-bg-default", "-color-accent-subtle"),
            "-color-danger-fg", List.of("-color-bg-default", "-color-bg-subtle", "-muster-row-selected"),
            "-color-warning-fg", List.of("-color-bg-default", "-color-warning-subtle"),
            "-color-success-fg", List.of("-color-bg-default"),
            "-color-fg-emphasis", List.of("-color-accent-emphasis", "-color-danger-emphasis"));

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyPairStandsOut(String variant) throws IOException {
        StyleSheets sheets = sheets(variant);
        List<String> tooWeak = TEXT_ON.entrySet().stream()
                .flatMap(pair -> pair.getValue().stream().map(background -> weak(sheets, pair.getKey(), background, "")))
                .flatMap(Stream::ofNullable)
                .sorted()
                .toList();
        assertThat(tooWeak).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyRuleThatSetsBothStandsOut(String variant) throws IOException {
        StyleSheets sheets = sheets(variant);
        List<String> tooWeak = new StyleSheets(Files.readString(OURS)).rules().stream()
                .filter(rule -> rule.declarations().containsKey("-fx-text-fill") && rule.declarations().containsKey("-fx-background-color"))
                .flatMap(rule -> sheets.variants(top(rule.declarations().get("-fx-background-color"))).stream()
                        .map(background -> weak(sheets, rule.declarations().get("-fx-text-fill"), background, rule.selector())))
                .flatMap(Stream::ofNullable)
                .toList();
        assertThat(tooWeak).isEmpty();
    }

    @Test
    void everyTextColourIsDeclaredHere() throws IOException {
        Set<String> used = new StyleSheets(Files.readString(OURS)).rules().stream()
                .flatMap(rule -> Stream.of("-fx-text-fill", "-fx-prompt-text-fill").map(rule.declarations()::get).flatMap(Stream::ofNullable))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(TEXT_ON.keySet()).as("say in this test on what a text colour lies").containsAll(used);
    }

    @Test
    void coloursAreTokens() throws IOException {
        List<String> literal = new StyleSheets(Files.readString(OURS)).rules().stream()
                .flatMap(rule -> rule.declarations().entrySet().stream()
                        .filter(d -> d.getKey().matches("-fx-(.*-)?(fill|color)"))
                        .filter(d -> d.getValue().matches("(?s).*(#[0-9a-fA-F]{3}|rgba?\\(|\\b(?!transparent)(white|black|red|gray|grey|green|blue)\\b).*"))
                        .map(d -> rule.selector() + " { " + d.getKey() + ": " + d.getValue() + " }"))
                .toList();
        assertThat(literal).as("a literal colour does not follow light and dark; use a -color-… token").isEmpty();
    }

    @Test
    void countsAsTheStandardDoes() {
        assertThat(Rgb.contrast(Rgb.parse("white"), Rgb.parse("#000"))).isCloseTo(21, within(0.001));
        assertThat(Rgb.contrast(Rgb.parse("#767676"), Rgb.parse("#ffffff"))).isCloseTo(4.54, within(0.01));
        assertThat(Rgb.contrast(Rgb.parse("rgb(119, 119, 119)"), Rgb.parse("white"))).isCloseTo(4.48, within(0.01));
        assertThat(Rgb.parse("rgba(0, 0, 0, 0.5)").over(Rgb.parse("white"))).isEqualTo(new Rgb(0.5, 0.5, 0.5, 1));
    }

    @Test
    void seesTextThatDoesNotStandOut() {
        StyleSheets sheets = new StyleSheets(".root { -color-bg-default: white; -grey: #777777; -mine: -grey; }", ".root { /* -grey: black; */ }");

        assertThat(weak(sheets, "-mine", "-color-bg-default", ".x")).contains("4.4", "-mine", ".x");
        assertThat(weak(new StyleSheets(".root { -color-bg-default: white; -grey: #777777; }", ".root { -grey: #555; }"), "-grey", "transparent", "")).isNull();
        assertThatThrownBy(() -> sheets.contrast("-gone", "white")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-gone");
    }

    private static String weak(StyleSheets sheets, String text, String background, String where) {
        double contrast = sheets.contrast(text, background);
        return contrast >= ENOUGH ? null : "%s on %s %s: %.2f; choose another token or override one of them in muster.css".formatted(text, background, where, contrast);
    }

    /** Of several backgrounds the last lies on top. */
    private static String top(String backgrounds) {
        String[] layers = backgrounds.split(",(?![^(]*\\))");
        return layers[layers.length - 1].strip();
    }

    private static StyleSheets sheets(String variant) throws IOException {
        try (InputStream in = Theme.class.getResourceAsStream("primer-" + variant + ".css")) {
            return new StyleSheets(new String(in.readAllBytes(), StandardCharsets.UTF_8), Files.readString(OURS));
        }
    }
}

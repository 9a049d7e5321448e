package org.muster.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.changes.People.pattern;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.changes.PatternProblem.Code;

class TextPatternTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "[abc, UNCLOSED_CLASS, 0", "ab(c, UNCLOSED_GROUP, 2", "abc), UNOPENED_GROUP, 3", "a\\, TRAILING_BACKSLASH, 1", "*a, NOTHING_TO_REPEAT, 0", "a|+, NOTHING_TO_REPEAT, 2",
        "x(?=y), LOOK_AROUND, 1", "(?<!x)a, LOOK_AROUND, 0", "(a)\\1, BACK_REFERENCE, 3", "(?P<n>a)\\k<n>, BACK_REFERENCE, 8", "ab[z-a], NOT_A_PATTERN, 3", "a**, NOT_A_PATTERN, 1",
        "((a{1000}){1000}){1000}, TOO_BIG, 16", "(?i, UNCLOSED_GROUP, 0"
    })
    void namesWhatIsWrongAndWhere(String regex, Code code, int position) {
        assertThat(TextPattern.compile(regex, "", true, true)).isInstanceOfSatisfying(TextPattern.Compiled.Bad.class, bad -> {
            assertThat(bad.problem().code()).isEqualTo(code);
            assertThat(bad.problem().position()).isEqualTo(position);
            assertThat(bad.part()).isEqualTo(TextPattern.Compiled.Part.PATTERN);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]a]", "[^]a]+", "[[:alpha:]]*", "\\p{Greek}+", "\\Qa(b\\E", "\\Qa(b", "a{,3}", "a{2,5}?", "(?i)x", "(?:a|b)*", "(?P<n>a)", "(?<n>a)", "\\x{e9}", "a{x}", "^$|()", "\\(\\[\\*"})
    void takesWhatRe2Takes(String regex) {
        assertThat(TextPattern.compile(regex, "", true, true)).isInstanceOf(TextPattern.Compiled.Ok.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2", "x$9y", "${nobody}", "${host"})
    void namesAGroupThatIsNotThere(String replacement) {
        assertThat(TextPattern.compile("(?P<host>a)", replacement, true, true)).isInstanceOfSatisfying(TextPattern.Compiled.Bad.class, bad -> {
            assertThat(bad.problem().code()).isEqualTo(Code.UNKNOWN_GROUP);
            assertThat(bad.part()).isEqualTo(TextPattern.Compiled.Part.REPLACEMENT);
        });
    }

    @Test
    void everyReplacementThatIsAcceptedCanBeCarriedOut() {
        for (String replacement : new String[] {"$", "a$", "$x", "\\$", "\\", "$1", "$11", "${host}", "$0"}) {
            assertThat(pattern("(?P<host>a)", replacement, true, true).applyTo("ba")).startsWith("b");
        }
    }

    @Test
    void plainTextNeedsNoCare() {
        assertThat(pattern("(*[\\", "$1", false, true).applyTo("a(*[\\b")).isEqualTo("a$1b");
        assertThat(pattern("ZAŻÓŁĆ", "x", false, false).applyTo("zażółć gęślą")).isEqualTo("x gęślą");
        assertThat(pattern("aa", "b", false, false).applyTo("AAaaa cAa")).isEqualTo("bba cb");
        assertThat(pattern("aa", "aaa", false, false).applyTo("aa")).isEqualTo("aaa");
        assertThat(pattern("aa", "b", false, true).applyTo("AAaaa cAa")).isEqualTo("AAba cAa");
    }

    @Test
    void emptyAndEndlessPatternsAreRefused() {
        assertThat(TextPattern.compile("", "", false, true)).isInstanceOfSatisfying(TextPattern.Compiled.Bad.class, b -> assertThat(b.problem().code()).isEqualTo(Code.EMPTY));
        assertThat(TextPattern.compile("a".repeat(1001), "", true, true)).isInstanceOfSatisfying(TextPattern.Compiled.Bad.class, b -> assertThat(b.problem().code()).isEqualTo(Code.TOO_LONG));
        assertThat(TextPattern.compile("(".repeat(500) + ")".repeat(500), "", true, true)).isInstanceOf(TextPattern.Compiled.Ok.class);
    }

    @Test
    void aPatternThatWouldBacktrackForEverEnds() {
        TextPattern pattern = pattern("(a+)+$", "", true, true);
        // java.util.regex needs longer than the age of the universe for this one; the limit only ends a test that hangs.
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertThat(pattern.applyTo("a".repeat(5_000) + "b")).endsWith("b"));
    }
}

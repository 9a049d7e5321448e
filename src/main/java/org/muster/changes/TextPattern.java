package org.muster.changes;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Objects;
import org.muster.changes.PatternProblem.Code;

/**
 * Something to look for in text and what stands in its place: plain text or a regular expression. Expressions run on RE2/J, whose time grows
 * with the length of the text and no faster, so that none can hang a search (docs/adr/0004).
 */
public final class TextPattern {
    /** Characters in a pattern, at most. */
    public static final int LONGEST = 1_000;
    /** Instructions a pattern may compile to. Each character of a text costs at most this many steps. */
    private static final int LARGEST = 20_000;

    /** A usable pattern, or why it is none. */
    public sealed interface Compiled {
        /** It can be used. */
        record Ok(TextPattern pattern) implements Compiled {}

        /** It cannot, and why. */
        record Bad(PatternProblem problem, Part part) implements Compiled {}

        /** Which of the two texts a problem is in. */
        enum Part {
            PATTERN,
            REPLACEMENT
        }
    }

    private final String text;
    private final String replacement;
    private final boolean regex;
    private final boolean matchCase;
    /** {@code null} for plain text. */
    private final Pattern pattern;

    private TextPattern(String text, String replacement, boolean regex, boolean matchCase, Pattern pattern) {
        this.text = text;
        this.replacement = replacement;
        this.regex = regex;
        this.matchCase = matchCase;
        this.pattern = pattern;
    }

    /**
     * Makes a pattern.
     *
     * @param text what to look for
     * @param replacement what takes its place; in a regular expression {@code $1} and {@code ${name}} stand for what a group found, {@code \$} for a dollar
     * @param regex whether {@code text} is a regular expression (RE2's syntax) or plain text
     * @param matchCase whether capitals matter
     */
    public static Compiled compile(String text, String replacement, boolean regex, boolean matchCase) {
        if (text.isEmpty()) {
            return bad(Code.EMPTY, 0, "");
        }
        if (text.length() > LONGEST) {
            return bad(Code.TOO_LONG, LONGEST, "");
        }
        return regex ? compileRegex(text, replacement, matchCase) : new Compiled.Ok(new TextPattern(text, replacement, false, matchCase, null));
    }

    private static Compiled compileRegex(String text, String replacement, boolean matchCase) {
        var problem = RegexScan.problemIn(text, LARGEST);
        if (problem.isPresent()) {
            return new Compiled.Bad(problem.get(), Compiled.Part.PATTERN);
        }
        Pattern compiled;
        try {
            compiled = Pattern.compile(text, matchCase ? 0 : Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            String fragment = Objects.requireNonNullElse(e.getPattern(), "");
            return bad(Code.NOT_A_PATTERN, Math.max(0, text.indexOf(fragment)), fragment);
        }
        if (compiled.programSize() > LARGEST) {
            return bad(Code.TOO_BIG, 0, "");
        }
        PatternProblem wrong = wrongGroup(replacement, compiled);
        return wrong != null
                ? new Compiled.Bad(wrong, Compiled.Part.REPLACEMENT)
                : new Compiled.Ok(new TextPattern(text, replacement, true, matchCase, compiled));
    }

    private static Compiled bad(Code code, int position, String fragment) {
        return new Compiled.Bad(new PatternProblem(code, position, fragment), Compiled.Part.PATTERN);
    }

    /** The first group the replacement names in vain; RE2/J would throw only once something was found. */
    private static PatternProblem wrongGroup(String replacement, Pattern pattern) {
        for (int i = 0; i < replacement.length() - 1; i++) {
            char c = replacement.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '$' && Character.digit(replacement.charAt(i + 1), 10) > pattern.groupCount()) {
                return new PatternProblem(Code.UNKNOWN_GROUP, i, replacement.substring(i, i + 2));
            } else if (c == '$' && replacement.charAt(i + 1) == '{') {
                int close = replacement.indexOf('}', i);
                if (close < 0 || !pattern.namedGroups().containsKey(replacement.substring(i + 2, close))) {
                    return new PatternProblem(Code.UNKNOWN_GROUP, i, replacement.substring(i, close < 0 ? replacement.length() : close + 1));
                }
            }
        }
        return null;
    }

    /** {@code value} with everything found replaced; the very same string when nothing was found. */
    public String applyTo(String value) {
        if (pattern == null) {
            return matchCase ? value.replace(text, replacement) : replacedIgnoringCase(value);
        }
        Matcher matcher = pattern.matcher(value);
        return matcher.find() ? matcher.replaceAll(replacement) : value;
    }

    private String replacedIgnoringCase(String value) {
        StringBuilder replaced = null;
        int from = 0;
        for (int at = 0; at + text.length() <= value.length(); at++) {
            if (value.regionMatches(true, at, text, 0, text.length())) {
                replaced = replaced == null ? new StringBuilder(value.length()) : replaced;
                replaced.append(value, from, at).append(replacement);
                from = at + text.length();
                at = from - 1;
            }
        }
        return replaced == null ? value : replaced.append(value, from, value.length()).toString();
    }

    /** What is looked for, as typed. */
    public String text() {
        return text;
    }

    /** What takes its place, as typed. */
    public String replacement() {
        return replacement;
    }

    /** Whether {@link #text} is a regular expression. */
    public boolean regex() {
        return regex;
    }

    /** Whether capitals matter. */
    public boolean matchCase() {
        return matchCase;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextPattern p && p.text.equals(text) && p.replacement.equals(replacement) && p.regex == regex && p.matchCase == matchCase;
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, replacement, regex, matchCase);
    }

    @Override
    public String toString() {
        return (regex ? "/" + text + "/" : text) + " -> " + replacement;
    }
}

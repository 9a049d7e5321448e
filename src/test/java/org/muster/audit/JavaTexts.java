package org.muster.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one Java source asks of {@code Texts}. Reads the source as text, which is enough for the few forms in which keys are written here: a
 * literal, a choice between literals, and literals joined with something computed.
 */
final class JavaTexts {
    private static final Pattern COMMENT_OR_LITERAL =
            Pattern.compile("//[^\\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])++'", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\bTexts\\s+(\\w+)\\b|\\bvar\\s+(\\w+)\\s*=\\s*Texts\\.of\\b");
    private static final Pattern COMPUTED = Pattern.compile("\"([A-Za-z][\\w.-]*\\.)\"\\s*\\+");

    private final String code;

    JavaTexts(String source) {
        this.code = COMMENT_OR_LITERAL.matcher(source).replaceAll(m -> m.group().startsWith("/") ? " " : Matcher.quoteReplacement(m.group()));
    }

    /** Every string literal of the source. */
    Set<String> literals() {
        return LITERAL.matcher(code).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The packages of the imported classes that are named to {@code Texts.of}. */
    Set<String> foreignPackages() {
        return Pattern.compile("\\bTexts\\s*\\.\\s*of\\s*\\(\\s*(\\w+)\\.class").matcher(code).results()
                .flatMap(of -> Pattern.compile("\\bimport\\s+([\\w.]+)\\." + of.group(1) + "\\s*;").matcher(code).results().map(m -> m.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Literals that end with a dot and are joined with something: the beginnings of computed keys. */
    Set<String> computedPrefixes() {
        return COMPUTED.matcher(code).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The keys asked for, each as a pattern: quoted when it is a literal, with {@code .+} for what is computed. Keys that are all computed are left out. */
    List<Pattern> keys() {
        Set<String> patterns = new LinkedHashSet<>();
        Matcher call = Pattern.compile("(?:\\bTexts\\s*\\.\\s*of\\s*\\([^()]*\\)" + variables() + ")\\s*\\.\\s*(?:get|has)\\s*\\(").matcher(code);
        while (call.find()) {
            collect(firstArgument(call.end()), patterns);
        }
        return patterns.stream().map(Pattern::compile).toList();
    }

    private String variables() {
        return VARIABLE.matcher(code).results()
                .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
                .distinct()
                .map(name -> "|(?<![\\w\"])" + name)
                .collect(Collectors.joining());
    }

    private String firstArgument(int start) {
        int end = topLevel(code, start, ",)");
        return code.substring(start, end).strip();
    }

    private static void collect(String expression, Set<String> patterns) {
        int question = topLevel(expression, 0, "?");
        if (expression.startsWith("switch")) {
            Matcher arm = Pattern.compile("->\\s*\"([^\"]*)\"").matcher(expression);
            arm.results().forEach(m -> patterns.add(Pattern.quote(m.group(1))));
        } else if (question < expression.length()) {
            int colon = topLevel(expression, question + 1, ":");
            collect(expression.substring(question + 1, colon).strip(), patterns);
            collect(expression.substring(Math.min(colon + 1, expression.length())).strip(), patterns);
        } else {
            String pattern = parts(expression).stream()
                    .map(part -> part.startsWith("\"") && part.endsWith("\"") && part.length() > 1 ? Pattern.quote(part.substring(1, part.length() - 1)) : ".+")
                    .collect(Collectors.joining());
            if (pattern.contains("\\Q")) {
                patterns.add(pattern);
            }
        }
    }

    private static List<String> parts(String expression) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start <= expression.length()) {
            int plus = topLevel(expression, start, "+");
            parts.add(expression.substring(start, plus).strip());
            start = plus + 1;
        }
        return parts;
    }

    /** Where one of {@code ends} first stands outside brackets and literals, or the end. */
    private static int topLevel(String text, int start, String ends) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                i = closing(text, i);
            } else if (depth == 0 && ends.indexOf(c) >= 0) {
                return i;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            }
        }
        return text.length();
    }

    private static int closing(String text, int open) {
        for (int i = open + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == text.charAt(open)) {
                return i;
            }
        }
        return text.length();
    }
}

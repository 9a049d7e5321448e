package org.muster.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of style sheets as colours need: rules with their declarations, and colour tokens looked up from {@code .root}. */
final class StyleSheets {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern DECLARATION = Pattern.compile("(-[\\w-]+)\\s*:\\s*([^;]+)");

    private static final Pattern DERIVED = Pattern.compile("derive\\(\\s*([^,\\s]+)\\s*,\\s*-([0-9.]+)%\\s*\\)");

    /** One rule, its declarations by property. */
    record Rule(String selector, Map<String, String> declarations) {}

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();

    /** @param sheets the later overrides the earlier */
    StyleSheets(String... sheets) {
        for (String sheet : sheets) {
            Matcher rule = RULE.matcher(COMMENT.matcher(sheet).replaceAll(" "));
            while (rule.find()) {
                Map<String, String> declarations = new LinkedHashMap<>();
                DECLARATION.matcher(rule.group(2)).results().forEach(m -> declarations.put(m.group(1), m.group(2).strip()));
                String selector = rule.group(1).strip();
                rules.add(new Rule(selector, declarations));
                if (selector.equals(".root")) {
                    tokens.putAll(declarations);
                }
            }
        }
    }

    List<Rule> rules() {
        return rules;
    }

    /** A value with a token of ours that several rules set, once with each of what they set it to; any other value alone. */
    List<String> variants(String value) {
        Matcher token = Pattern.compile("-[a-z][\\w-]*").matcher(value);
        while (token.find()) {
            String name = token.group();
            List<String> set = rules.stream().map(rule -> rule.declarations().get(name)).filter(Objects::nonNull).distinct().toList();
            if (!name.startsWith("-color-") && set.size() > 1) {
                return set.stream().map(each -> value.replace(name, each)).toList();
            }
        }
        return List.of(value);
    }

    /** The colour of a token, of a literal, or of one of them darkened by {@code derive}. */
    Rgb colour(String value) {
        Matcher derived = DERIVED.matcher(value);
        if (derived.matches()) {
            return colour(derived.group(1)).darker(Double.parseDouble(derived.group(2)) / 100);
        }
        String now = value;
        for (int steps = 0; now.startsWith("-") && steps < 20; steps++) {
            String next = tokens.get(now);
            if (next == null) {
                throw new IllegalArgumentException("no token " + now);
            }
            now = next;
        }
        return Rgb.parse(now);
    }

    /** The contrast of text on a background that itself lies on the window. */
    double contrast(String text, String background) {
        Rgb below = colour(background).over(colour("-color-bg-default"));
        return Rgb.contrast(colour(text).over(below), below);
    }
}

package org.muster.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what people type into the search field; see {@link Query} for the language. */
final class QueryParser {
    private static final FieldNames NAMES = new FieldNames();

    private final String text;
    private final List<Query.Term> terms = new ArrayList<>();
    private final List<Query.Problem> problems = new ArrayList<>();
    private int at;

    QueryParser(String text) {
        this.text = text.strip();
    }

    Query.Parsed parse() {
        while (skipSpace()) {
            boolean not = text.charAt(at) == '-' && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
            if (not) {
                at++;
            }
            term().ifPresent(term -> terms.add(not ? new Query.Term.Not(term) : term));
        }
        return new Query.Parsed(new Query(text, terms), problems);
    }

    private boolean skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private Optional<Query.Term> term() {
        if (text.charAt(at) == '"') {
            return words(Optional.empty(), phrase());
        }
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '"') {
            if (text.charAt(at) == ':' && at > start) {
                String name = text.substring(start, at);
                at++;
                return qualified(name, value());
            }
            at++;
        }
        String word = text.substring(start, at);
        return word.equals("-") ? Optional.empty() : words(Optional.empty(), word);
    }

    private String value() {
        if (at < text.length() && text.charAt(at) == '"') {
            return phrase();
        }
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** What stands between quotes; a quote that is still open reaches to the end. */
    private String phrase() {
        int start = at + 1;
        int end = text.indexOf('"', start);
        at = end < 0 ? text.length() : end + 1;
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private Optional<Query.Term> qualified(String name, String value) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "has" -> presence(name, value, true);
            case "no" -> presence(name, value, false);
            case "is" -> state(name, value);
            default -> inField(name, value);
        };
    }

    private Optional<Query.Term> inField(String name, String value) {
        Optional<PersonField> field = NAMES.find(name);
        if (field.isPresent()) {
            return words(field, value);
        }
        if (!plainText(name, value)) {
            problems.add(new Query.Problem(Query.Problem.Kind.UNKNOWN_FIELD, name, NAMES.suggest(name)));
        }
        return words(Optional.empty(), name + ":" + value);
    }

    /** Addresses and times hold colons too. */
    private static boolean plainText(String name, String value) {
        return value.startsWith("//") || name.chars().noneMatch(Character::isLetter);
    }

    private Optional<Query.Term> presence(String word, String value, boolean has) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<PersonField> field = NAMES.find(value);
        if (field.isEmpty()) {
            problems.add(new Query.Problem(Query.Problem.Kind.UNKNOWN_FIELD, value, NAMES.suggest(value)));
            return words(Optional.empty(), word + ":" + value);
        }
        return field.map(f -> has ? new Query.Term.Has(f) : new Query.Term.No(f));
    }

    private Optional<Query.Term> state(String word, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.equalsIgnoreCase("starred")) {
            return Optional.of(new Query.Term.Starred());
        }
        problems.add(new Query.Problem(Query.Problem.Kind.UNKNOWN_STATE, value, Optional.of("starred")));
        return words(Optional.empty(), word + ":" + value);
    }

    private static Optional<Query.Term> words(Optional<PersonField> field, String typed) {
        String folded = Folding.fold(typed).strip();
        return folded.isEmpty() ? Optional.empty() : Optional.of(new Query.Term.Text(field, folded));
    }
}

package org.muster.contacts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A search over contacts. All its terms must hold. Words are found at the beginnings of words, whatever the case and accents:
 *
 * <ul>
 *   <li>{@code ada}: any loaded field has a word that begins so; {@code "ada love"}: that stands together
 *   <li>{@code email:example.org}, {@code label:friends}, {@code emailAddresses:"a b"}: the same in one field
 *   <li>{@code has:phone}, {@code no:email}: the field says something, or is loaded and says nothing
 *   <li>{@code is:starred}
 *   <li>{@code -term}: the term does not hold
 * </ul>
 *
 * A field that is not loaded is not known to be empty: {@code no:} and {@code -} never take such a contact in.
 *
 * @param text as it was typed, without white space at its ends
 * @param terms what it asks for
 */
public record Query(String text, List<Term> terms) {
    /** Finds everybody. */
    public static final Query EVERYBODY = new Query("", List.of());

    public Query {
        terms = List.copyOf(terms);
    }

    /** One condition. */
    public sealed interface Term {
        /**
         * A word or phrase.
         *
         * @param field where; empty for everywhere
         * @param folded folded for comparison, never empty
         */
        record Text(Optional<PersonField> field, String folded) implements Term {}

        /** The field says something. */
        record Has(PersonField field) implements Term {}

        /** The field is loaded and says nothing. */
        record No(PersonField field) implements Term {}

        /** The contact is starred. */
        record Starred() implements Term {}

        /** The opposite of a term. */
        record Not(Term term) implements Term {}
    }

    /**
     * Something in a search that is not understood. The term is then looked for as plain text, so that a slip finds less, never more.
     *
     * @param kind what is wrong
     * @param word the word concerned, as typed
     * @param suggestion what was perhaps meant
     */
    public record Problem(Kind kind, String word, Optional<String> suggestion) {
        /** What can be wrong. */
        public enum Kind {
            /** There is no such field. */
            UNKNOWN_FIELD,
            /** After {@code is:} stands something else than {@code starred}. */
            UNKNOWN_STATE
        }
    }

    /** What typed text asks for, and what in it is not understood. */
    public record Parsed(Query query, List<Problem> problems) {
        public Parsed {
            problems = List.copyOf(problems);
        }
    }

    /** Reads typed text. Takes anything: a term that is not complete yet ({@code label:}, {@code -}) asks for nothing. */
    public static Parsed parse(String text) {
        return new QueryParser(text).parse();
    }

    /** Whether it asks for nothing, so that everybody matches. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The fields it names. Contacts that lack one of them cannot be judged by it. */
    public FieldMask fields() {
        return FieldMask.of(terms.stream().flatMap(t -> field(t).stream()).collect(Collectors.toSet()));
    }

    public boolean matches(SearchText contact) {
        for (Term term : terms) {
            if (!holds(term, contact)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Term term, SearchText contact) {
        return switch (term) {
            case Term.Text(Optional<PersonField> field, String folded) -> field.isPresent() ? contact.wordBegins(field.get(), folded) : contact.anyWordBegins(folded);
            case Term.Has(PersonField field) -> contact.has(field);
            case Term.No(PersonField field) -> contact.loaded(field) && !contact.has(field);
            case Term.Starred() -> contact.starred();
            case Term.Not(Term inner) -> field(inner).map(contact::loaded).orElse(true) && !holds(inner, contact);
        };
    }

    private static Optional<PersonField> field(Term term) {
        return switch (term) {
            case Term.Text text -> text.field();
            case Term.Has(PersonField field) -> Optional.of(field);
            case Term.No(PersonField field) -> Optional.of(field);
            case Term.Starred() -> Optional.of(PersonField.MEMBERSHIPS);
            case Term.Not(Term inner) -> field(inner);
        };
    }
}

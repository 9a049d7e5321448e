package org.muster.cli;

import java.util.List;
import java.util.Map;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.Query;
import org.muster.contacts.SearchText;
import org.muster.texts.Texts;

/**
 * Which contacts are meant. The same words mean the same contacts in every command, so that {@code list} shows beforehand whom {@code update} or
 * {@code delete} would touch: what else a command must read does not widen the search.
 *
 * @param fields the fields that are looked into, and shown
 * @param query which contacts
 */
record Selection(FieldMask fields, Query query) {
    private static final Texts TEXTS = Texts.of(Selection.class);

    /**
     * Reads what was typed.
     *
     * @param fields mask text; {@code null} for every field
     * @param where a search; {@code null} for everybody
     */
    static Selection of(String fields, String where) throws Refusal {
        return new Selection(fields == null ? FieldMask.all() : mask(fields), where == null ? Query.EVERYBODY : query(where));
    }

    /** A mask as typed. */
    static FieldMask mask(String text) throws Refusal {
        FieldMask.Parsed parsed = FieldMask.parse(text);
        if (!parsed.wrongPaths().isEmpty()) {
            throw new Refusal(Exit.USAGE, TEXTS.get("mask.wrong", String.join(", ", parsed.wrongPaths()), FieldMask.all()));
        }
        if (parsed.mask().isEmpty()) {
            throw new Refusal(Exit.USAGE, TEXTS.get("mask.empty"));
        }
        return parsed.mask();
    }

    /** A slip would find other contacts than are meant, so it finds none at all here. */
    private static Query query(String text) throws Refusal {
        Query.Parsed parsed = Query.parse(text);
        if (!parsed.problems().isEmpty()) {
            Query.Problem problem = parsed.problems().getFirst();
            String slip = switch (problem.kind()) {
                case UNKNOWN_FIELD -> TEXTS.get("where.field", problem.word());
                case UNKNOWN_STATE -> TEXTS.get("where.state", problem.word());
            };
            throw new Refusal(Exit.USAGE, problem.suggestion().map(s -> TEXTS.get("where.perhaps", slip, s)).orElse(slip));
        }
        return parsed.query();
    }

    /** The fields to read for it, with those needed beside. */
    FieldMask toRead(FieldMask more) {
        return fields.union(query.fields()).union(more).plus(PersonField.METADATA);
    }

    /** The contacts that are meant, as they were loaded. */
    List<Contact> of(Loaded account) {
        if (query.isEmpty()) {
            return account.contacts();
        }
        FieldMask searched = fields.union(query.fields());
        Map<String, String> labels = account.labelNames();
        return account.contacts().stream().filter(c -> query.matches(SearchText.of(c.only(searched), labels))).toList();
    }
}

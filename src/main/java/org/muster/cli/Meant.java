package org.muster.cli;

import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.texts.Texts;
import picocli.CommandLine.Option;

/** Whom a command that changes contacts is about: those a query finds, or those a file names. */
final class Meant {
    private static final Texts TEXTS = Texts.of(Meant.class);

    @Option(names = "--where", paramLabel = "QUERY", descriptionKey = "option.where.change")
    private String where;

    @Option(names = "--all", descriptionKey = "option.all")
    private boolean all;

    @Option(names = "--fields", paramLabel = "MASK", descriptionKey = "option.fields.change")
    private String fields;

    @Option(names = "--from", paramLabel = "FILE", descriptionKey = "option.from")
    private Path from;

    /** The file, if it is one that says who is meant. */
    Optional<Path> file() throws Refusal {
        long ways = Stream.of(where != null, all, from != null).filter(given -> given).count();
        if (ways != 1) {
            throw new Refusal(Exit.USAGE, TEXTS.get("meant.one"));
        }
        return Optional.ofNullable(from);
    }

    /** The contacts that a query finds, or all. */
    Selection selection() throws Refusal {
        Selection selection = Selection.of(fields, where);
        if (!all && selection.query().isEmpty()) {
            throw new Refusal(Exit.USAGE, TEXTS.get("meant.nothing"));
        }
        return selection;
    }

    /** What needs to be read where a file says who is meant. */
    static FieldMask forFile(FieldMask more) {
        return more.plus(PersonField.NAMES, PersonField.NICKNAMES, PersonField.ORGANIZATIONS, PersonField.EMAIL_ADDRESSES, PersonField.PHONE_NUMBERS, PersonField.METADATA);
    }

    /** Finds the contacts that a file's rows name, each once. */
    static final class Finder {
        private final Map<String, Contact> known = new HashMap<>();
        private final Set<String> named = new HashSet<>();
        private final List<Line> missed = new ArrayList<>();

        Finder(List<Contact> contacts) {
            contacts.forEach(c -> known.put(c.resourceName(), c));
        }

        /** Those that could not be found, or must not be touched. */
        List<Line> missed() {
            return missed;
        }

        void miss(Line line) {
            missed.add(line);
        }

        /** The contact a row names; empty, and noted, when there is none to be touched. */
        Optional<Contact> find(String origin, String name, String called) {
            String key = name.isBlank() ? "file.unnamed" : !known.containsKey(name.strip()) ? "file.unknown" : !named.add(name.strip()) ? "file.twice" : "";
            if (!key.isEmpty()) {
                missed.add(Line.notSent(origin, name.strip(), called, TEXTS.get(key)));
                return Optional.empty();
            }
            return Optional.of(known.get(name.strip()));
        }

        /** The contact a person of a file is; not when it has moved on since the file was written, as far as that can be told. */
        Optional<Contact> find(PersonFile.Row row) {
            String name = row.person().getResourceName() == null ? "" : row.person().getResourceName();
            String called = Contact.displayName(row.person());
            Optional<Contact> found = find(row.origin(), name, called);
            if (found.isPresent() && !sameVersion(row.person(), found.get())) {
                missed.add(Line.conflict(row.origin(), name, called, TEXTS.get("file.stale")));
                return Optional.empty();
            }
            return found;
        }

        private static boolean sameVersion(Person then, Contact now) {
            if (then.getMetadata() == null) {
                return true;
            }
            Optional<String> was = new Contact(then, FieldMask.none()).contactSource().map(Source::getEtag);
            Optional<String> is = now.contactSource().map(Source::getEtag);
            return was.isEmpty() || is.isEmpty() || was.equals(is);
        }
    }
}

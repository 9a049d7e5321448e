package org.muster.exchange;

import com.google.api.client.json.GenericJson;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.contacts.Contact;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;

/**
 * Writes contacts as Google Contacts' own CSV (the form since 2024, UTF-8 without a mark), so that Google and our own {@link Importer}
 * take them back. Fields that form has no columns for are left out and counted.
 *
 * <p>Values are written as they are, also when they begin with {@code =}, {@code +}, {@code -} or {@code @}, which a spreadsheet may
 * take for a formula. They must come back unchanged: nearly every phone number begins with such a sign, and an apostrophe put before it
 * would end up in the account. A file to be read by people is a {@link ReportCsv}, which can guard its cells.
 *
 * <p>A value that itself contains {@code :::} comes back as two; Google's form has no way to write it.
 */
public final class CsvExport {
    /** One group of columns of the file. */
    private record Block(PersonField field, boolean numbered, List<String> parts) {}

    private static final List<Block> BLOCKS = List.of(
            new Block(PersonField.NAMES, false, List.of("givenName", "middleName", "familyName", "phoneticGivenName", "phoneticMiddleName", "phoneticFamilyName", "honorificPrefix", "honorificSuffix")),
            new Block(PersonField.NICKNAMES, false, List.of("value")),
            new Block(PersonField.ORGANIZATIONS, false, List.of("name", "title", "department")),
            new Block(PersonField.BIRTHDAYS, false, List.of("date")),
            new Block(PersonField.BIOGRAPHIES, false, List.of("value")),
            new Block(PersonField.MEMBERSHIPS, false, List.of("contactGroupMembership")),
            new Block(PersonField.EMAIL_ADDRESSES, true, List.of("type", "value")),
            new Block(PersonField.PHONE_NUMBERS, true, List.of("type", "value")),
            new Block(PersonField.ADDRESSES, true, List.of("type", "formattedValue", "streetAddress", "city", "poBox", "region", "postalCode", "country", "extendedAddress")),
            new Block(PersonField.RELATIONS, true, List.of("type", "person")),
            new Block(PersonField.URLS, true, List.of("type", "value")),
            new Block(PersonField.EVENTS, true, List.of("type", "date")),
            new Block(PersonField.USER_DEFINED, true, List.of("key", "value")));
    private static final Set<String> CARRIED = BLOCKS.stream().flatMap(b -> b.parts.stream().map(p -> b.field.path() + "." + p)).collect(Collectors.toUnmodifiableSet());

    private final Headers headers = new Headers();
    private final Map<String, String> labelNames;

    /**
     * An export.
     *
     * @param labels the account's labels
     */
    public CsvExport(List<Label> labels) {
        labelNames = labels.stream().collect(Collectors.toMap(Label::resourceName, l -> l.system() ? "* " + l.name() : l.name(), (a, b) -> a));
        labelNames.put(Label.MY_CONTACTS, "* myContacts");
        labelNames.put(Label.STARRED, "* starred");
    }

    /** Writes the file; takes a while for thousands. */
    public ExportResult write(Path file, List<Contact> contacts, Progress progress) {
        return SafeFile.write(file, contacts.size(), out -> write(out, contacts, progress));
    }

    private Map<PersonField, Integer> write(Writer out, List<Contact> contacts, Progress progress) throws IOException {
        Losses losses = new Losses(CARRIED);
        Map<PersonField, Integer> most = new EnumMap<>(PersonField.class);
        for (Block block : BLOCKS) {
            most.put(block.field, block.numbered ? contacts.stream().mapToInt(c -> c.items(block.field).size()).max().orElse(0) : 1);
        }
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
            csv.writeRecord(header(most));
            int done = 0;
            for (Contact contact : contacts) {
                if (progress.cancelled()) {
                    throw new WatchedInput.Stopped();
                }
                losses.look(contact);
                csv.writeRecord(row(contact, most, losses));
                progress.at(++done, contacts.size());
            }
            csv.flush();
        }
        return losses.counts();
    }

    private List<String> header(Map<PersonField, Integer> most) {
        List<String> names = new ArrayList<>();
        for (Block block : BLOCKS) {
            for (int i = 0; i < most.get(block.field); i++) {
                for (String part : block.parts) {
                    names.add(headers.nameOf(block.field.subField(part).orElseThrow(), i));
                }
            }
        }
        return names;
    }

    private List<String> row(Contact contact, Map<PersonField, Integer> most, Losses losses) {
        List<String> cells = new ArrayList<>();
        for (Block block : BLOCKS) {
            List<GenericJson> items = block.field.single() ? leading(contact, block.field) : contact.items(block.field);
            if (block.field == PersonField.MEMBERSHIPS) {
                cells.add(labels(contact, losses));
            } else if (block.numbered) {
                for (int i = 0; i < most.get(block.field); i++) {
                    for (String part : block.parts) {
                        cells.add(i < items.size() ? text(block.field.subField(part).orElseThrow(), items.get(i)) : "");
                    }
                }
            } else {
                block.parts.forEach(part -> cells.add(together(block.field.subField(part).orElseThrow(), items)));
            }
        }
        return cells;
    }

    /** The contact's own value where Google keeps one, rather than the one of its profile. */
    private static List<GenericJson> leading(Contact contact, PersonField field) {
        List<GenericJson> own = contact.ownItems(field);
        List<GenericJson> all = own.isEmpty() ? contact.items(field) : own;
        return all.isEmpty() ? all : all.subList(0, 1);
    }

    private static String together(SubField part, List<GenericJson> items) {
        String text = items.stream().map(item -> text(part, item)).collect(Collectors.joining(" ::: "));
        return text.replace(":::", "").isBlank() ? "" : text;
    }

    private static String text(SubField part, GenericJson item) {
        String text = part.read(item);
        if (text.isEmpty() && part.path().equals("names.givenName")) {
            return nameWithoutParts(item);
        }
        return HeaderTable.describes(part) ? TypeNames.toCsv(part, text) : text;
    }

    /** A name of one piece has no column of its own any more; Google writes it as the first name. */
    private static String nameWithoutParts(GenericJson name) {
        boolean parts = List.of("middleName", "familyName", "honorificPrefix", "honorificSuffix").stream().anyMatch(p -> name.get(p) != null);
        return parts || name.get("unstructuredName") == null ? "" : name.get("unstructuredName").toString();
    }

    private String labels(Contact contact, Losses losses) {
        Set<String> unknown = new HashSet<>(contact.labels());
        unknown.removeAll(labelNames.keySet());
        if (!unknown.isEmpty()) {
            losses.add(PersonField.MEMBERSHIPS);
        }
        return contact.labels().stream().filter(labelNames::containsKey).map(labelNames::get).collect(Collectors.joining(" ::: "));
    }
}

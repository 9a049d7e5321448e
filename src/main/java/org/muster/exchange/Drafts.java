package org.muster.exchange;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.UserDefined;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.changes.Finding;
import org.muster.changes.Finding.Code;
import org.muster.changes.Severity;
import org.muster.contacts.FreeForm;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.contacts.SubFieldKind;

/**
 * Turns rows into contacts to be made. Immutable and safe for use by several threads. A free-form name or address goes in only where its
 * parts are empty: beside them it is what Google makes of them, and would contradict them as soon as one is corrected.
 */
final class Drafts {
    /** One value of a field and the columns it is made of. */
    private record Group(PersonField field, String type, List<Source> sources) {}

    /** A column that fills a part. */
    private record Source(int column, SubField part, boolean describes) {
        Source(int column, SubField part) {
            this(column, part, HeaderTable.describes(part));
        }
    }

    /** A finished value, where it came from, and whether the file marks it as the default. */
    private record Value(GenericJson item, List<Integer> columns, boolean starred) {}

    private final List<Column> columns;
    private final Format format;
    private final LabelPlan labels;
    private final List<Group> groups;

    Drafts(List<Column> columns, Format format, LabelPlan labels) {
        this.columns = List.copyOf(columns);
        this.format = format;
        this.labels = labels;
        this.groups = groups(columns);
    }

    private static List<Group> groups(List<Column> columns) {
        Map<List<Object>, Group> found = new LinkedHashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).target() instanceof Target.MapsTo to) {
                Group group = found.computeIfAbsent(List.of(to.field(), to.index(), to.type()), k -> new Group(to.field(), to.type(), new ArrayList<>()));
                group.sources.add(new Source(c, to.part()));
            }
        }
        return List.copyOf(found.values());
    }

    /** The contact a row makes. */
    Draft of(ImportedRow row) {
        Map<PersonField, List<Value>> values = new EnumMap<>(PersonField.class);
        List<Draft.CellFinding> findings = new ArrayList<>();
        for (Group group : groups) {
            List<Value> more = group.field == PersonField.MEMBERSHIPS ? memberships(group, row, findings) : values(group, row, findings);
            if (!more.isEmpty()) {
                values.computeIfAbsent(group.field, f -> new ArrayList<>()).addAll(more);
            }
        }
        customFields(row, values);
        Person person = new Person();
        Map<PersonField, List<List<Integer>>> origins = new EnumMap<>(PersonField.class);
        values.forEach((field, list) -> {
            // Google takes the first of several as the leading one
            list.sort((a, b) -> Boolean.compare(b.starred, a.starred));
            person.set(field.path(), new ArrayList<>(list.stream().map(Value::item).toList()));
            origins.put(field, list.stream().map(Value::columns).toList());
        });
        return new Draft(person, List.copyOf(findings), origins);
    }

    private void customFields(ImportedRow row, Map<PersonField, List<Value>> values) {
        for (int c = 0; c < columns.size(); c++) {
            String text = row.cell(c).strip();
            if (columns.get(c).target() instanceof Target.AsCustomField(String key) && !text.isEmpty()) {
                values.computeIfAbsent(PersonField.USER_DEFINED, f -> new ArrayList<>()).add(new Value(new UserDefined().setKey(key).setValue(text), List.of(c), false));
            }
        }
    }

    private List<Value> values(Group group, ImportedRow row, List<Draft.CellFinding> findings) {
        int count = 1;
        List<List<String>> pieces = new ArrayList<>(group.sources.size());
        boolean any = false;
        for (Source source : group.sources) {
            String cell = row.cell(source.column);
            boolean described = source.describes;
            any |= !described && !cell.isBlank();
            List<String> of = group.field.single() || cell.isEmpty() ? List.of(cell) : format.pieces(cell);
            pieces.add(of);
            count = described ? count : Math.max(count, of.size());
        }
        if (!any) {
            return List.of();
        }
        List<Value> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Value value = value(group, pieces, i, findings);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private Value value(Group group, List<List<String>> pieces, int piece, List<Draft.CellFinding> findings) {
        GenericJson item = group.field.newItem();
        List<Integer> from = new ArrayList<>();
        boolean content = false;
        boolean starred = false;
        List<SubField> wholes = new ArrayList<>();
        for (int s = 0; s < group.sources.size(); s++) {
            Source source = group.sources.get(s);
            boolean described = source.describes;
            List<String> of = pieces.get(s);
            String text = piece < of.size() ? of.get(piece) : described ? of.getFirst() : "";
            from.add(source.column);
            if (text.isBlank()) {
                continue;
            }
            if (described) {
                starred |= format.google() && TypeNames.starred(text);
            } else {
                content = true;
                if (madeOfParts(source.part)) {
                    wholes.add(source.part);
                }
            }
            put(source, item, text, findings);
        }
        if (!content) {
            return null;
        }
        dropDerived(group.field, item, wholes);
        describe(group, item);
        return item.isEmpty() || saysNothing(group.field, item) ? null : new Value(item, from, starred);
    }

    private void put(Source source, GenericJson item, String text, List<Draft.CellFinding> findings) {
        SubField part = source.part;
        switch (part.kind()) {
            case LONG_TEXT -> append(part, item, text, "\n");
            // Custom fields' names carry Google's star like types do
            case TEXT -> append(part, item, source.describes && format.google() ? TypeNames.unstarred(text.strip()) : text.strip(), " ");
            case TYPE -> part.write(item, TypeNames.toApi(part, text.strip()));
            case DATE -> {
                switch (DateText.read(text, format)) {
                    case DateText.Reading.Day(var date) -> item.set(part.name(), date);
                    case DateText.Reading.Nothing() -> { }
                    case DateText.Reading.Ambiguous() -> findings.add(finding(Code.AMBIGUOUS_DATE, source, text));
                    case DateText.Reading.NoDate() -> findings.add(finding(Code.NO_SUCH_DATE, source, text));
                }
            }
            case CHOICE, FLAG, NUMBER, LABEL -> {
                String value = part.kind() == SubFieldKind.CHOICE ? TypeNames.toApi(part, text.strip()) : text.strip().toLowerCase(java.util.Locale.ROOT);
                if (part.accepts(value)) {
                    part.write(item, value);
                } else {
                    findings.add(finding(Code.NOT_ACCEPTED, source, text));
                }
            }
        }
    }

    private static void append(SubField part, GenericJson item, String text, String between) {
        String before = part.read(item);
        part.write(item, before.isEmpty() ? text : before + between + text);
    }

    private static Draft.CellFinding finding(Code code, Source source, String text) {
        return new Draft.CellFinding(Finding.at(code, Severity.ERROR, source.part, 0, text), source.column);
    }

    private static boolean madeOfParts(SubField part) {
        return part.path().equals("names.unstructuredName") || part.path().equals("addresses.formattedValue");
    }

    private static void dropDerived(PersonField field, GenericJson item, List<SubField> wholes) {
        for (SubField whole : wholes) {
            boolean parts = FreeForm.of(field).filter(form -> form.text().equals(whole.name()) && form.repeats(item)).isPresent();
            if (parts) {
                item.set(whole.name(), null);
            }
        }
    }

    /** Writes what the column's own name says of its values: "Home Phone". */
    private static void describe(Group group, GenericJson item) {
        if (group.type.isEmpty()) {
            return;
        }
        String name = group.field == PersonField.USER_DEFINED ? "key" : "type";
        group.field.subField(name).filter(p -> p.read(item).isEmpty()).ifPresent(p -> p.write(item, group.type));
    }

    private static boolean saysNothing(PersonField field, GenericJson item) {
        return field.subFields().stream().filter(p -> !HeaderTable.describes(p)).allMatch(p -> item.get(p.name()) == null);
    }

    /**
     * The labels of a row. "My contacts" goes with every other label: Google shows a contact that has a label alone under that label
     * only, not among the contacts, which nobody means who fills in a label.
     */
    private List<Value> memberships(Group group, ImportedRow row, List<Draft.CellFinding> findings) {
        Set<String> given = new LinkedHashSet<>();
        List<Integer> from = new ArrayList<>();
        for (Source source : group.sources) {
            String cell = row.cell(source.column);
            if (cell.isBlank()) {
                continue;
            }
            from.add(source.column);
            boolean whole = labels.fate(cell) instanceof LabelPlan.Fate.Given;
            for (String name : whole ? List.of(cell.strip()) : format.labelNames(cell)) {
                if (name.isBlank()) {
                    continue;
                }
                switch (labels.fate(name)) {
                    case LabelPlan.Fate.Given(String resourceName) -> given.add(resourceName);
                    case LabelPlan.Fate.Undecided() -> findings.add(finding(Code.LABEL_UNDECIDED, source, TypeNames.unstarred(name.strip())));
                    case LabelPlan.Fate.ToCreate(), LabelPlan.Fate.LeftOut() -> { }
                }
            }
        }
        if (!given.isEmpty()) {
            given.add(Label.MY_CONTACTS);
        }
        return given.stream()
                .map(name -> new Value(new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName(name)), from, false))
                .toList();
    }
}

package org.muster.exchange;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Person;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.muster.changes.Severity;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;

/**
 * Turns contacts that were to be made, and were not, back into rows, so that they can be put right in a {@link Grid}. A row that is not changed
 * makes the same contact again. What stands in {@code clientData} is Muster's own and has no column.
 */
public final class DraftTable {
    /**
     * A contact that was not made.
     *
     * @param number the row's number, from 1
     * @param draft what was to be made
     * @param reason why it was not, as a sentence
     * @param severity {@link Severity#ERROR} when it is to be changed, or looked at and accepted, before it is sent again
     */
    public record Row(int number, Person draft, String reason, Severity severity) {}

    private final Headers headers = new Headers();
    private final Map<String, String> labelNames;

    /** @param labels the account's labels, by whose names people know them */
    public DraftTable(Collection<Label> labels) {
        this.labelNames = labels.stream().collect(Collectors.toMap(Label::resourceName, Label::name, (a, b) -> a));
    }

    /** The rows as a table; a grid for typing when it is shown. */
    public ImportedTable of(List<Row> rows) {
        Map<Target.MapsTo, Integer> places = new LinkedHashMap<>();
        Grid.usual().forEach(column -> places.put((Target.MapsTo) column.target(), places.size()));
        List<Map<Target.MapsTo, String>> cells = rows.stream().map(row -> cells(row.draft())).toList();
        // field by field, however the rows come
        for (PersonField field : PersonField.values()) {
            int most = rows.stream().mapToInt(row -> items(row.draft(), field).size()).max().orElse(0);
            for (int i = 0; i < most; i++) {
                for (SubField part : field.subFields()) {
                    Target.MapsTo target = new Target.MapsTo(field, part, i, "");
                    if (cells.stream().anyMatch(c -> c.containsKey(target))) {
                        places.putIfAbsent(target, places.size());
                    }
                }
            }
        }
        List<ImportedRow> table = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<Target.MapsTo, String> of = cells.get(i);
            List<String> line = places.keySet().stream().map(target -> of.getOrDefault(target, "")).toList();
            Row row = rows.get(i);
            List<Problem> problems = row.reason().isEmpty() ? List.of() : List.of(new Problem(Problem.Code.REFUSED, row.severity(), row.number(), 0, List.of(row.reason())));
            table.add(ImportedRow.of(row.number(), line, problems));
        }
        List<Column> columns = places.keySet().stream().map(target -> new Column(headers.nameOf(target.part(), target.index()), target)).toList();
        return new ImportedTable("", Format.TYPED, StandardCharsets.UTF_8, columns, table, List.of());
    }

    private Map<Target.MapsTo, String> cells(Person draft) {
        Map<Target.MapsTo, String> cells = new LinkedHashMap<>();
        for (PersonField field : FieldMask.writable().fields()) {
            List<GenericJson> items = items(draft, field);
            if (field == PersonField.MEMBERSHIPS) {
                String names = labels(field.mainSubField(), items);
                if (!names.isEmpty()) {
                    cells.put(Target.MapsTo.main(field), names);
                }
                continue;
            }
            for (int i = 0; i < items.size(); i++) {
                for (SubField part : field.subFields()) {
                    String text = part.read(items.get(i));
                    if (!text.isEmpty()) {
                        cells.put(new Target.MapsTo(field, part, i, ""), text);
                    }
                }
            }
        }
        return cells;
    }

    /** By name; one the account does not have any more by what it was called on Google, so that somebody decides about it. "My contacts" goes without saying. */
    private String labels(SubField part, List<GenericJson> items) {
        return items.stream().map(part::read).filter(name -> items.size() == 1 || !name.equals(Label.MY_CONTACTS)).map(name -> labelNames.getOrDefault(name, name))
                .collect(Collectors.collectingAndThen(Collectors.toList(), LabelList::join));
    }

    private static List<GenericJson> items(Person draft, PersonField field) {
        if (field == PersonField.CLIENT_DATA || !(draft.get(field.path()) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream().filter(Objects::nonNull).map(GenericJson.class::cast).toList();
    }
}

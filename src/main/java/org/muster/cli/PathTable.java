package org.muster.cli;

import com.google.api.client.json.GenericJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.exchange.ReportTable;

/**
 * Contacts as a table whose columns are called as {@code --set} calls them, so that {@code update --from} takes it back: {@code resourceName} first, then every
 * part that some contact has. Own values only, since no others can be written; a profile's would come back doubled.
 */
final class PathTable {
    /** The column that says which contact a row is about. */
    static final String NAME = "resourceName";
    /** Between the labels in one cell. */
    static final String BETWEEN = " ::: ";

    private record Place(SubField part, int item) {
        String header() {
            PersonField field = part.field();
            return field == PersonField.MEMBERSHIPS ? field.path() : field.single() ? part.path() : field.path() + "[" + (item + 1) + "]." + part.name();
        }
    }

    private PathTable() {}

    static ReportTable of(List<Contact> contacts, FieldMask fields, Map<String, String> labelNames) {
        List<Place> places = new ArrayList<>();
        for (PersonField field : fields.fields()) {
            int most = contacts.stream().mapToInt(c -> c.ownItems(field).size()).max().orElse(0);
            for (int i = 0; i < (field == PersonField.MEMBERSHIPS ? Math.min(1, most) : most); i++) {
                int item = i;
                for (SubField part : field.subFields()) {
                    Place place = new Place(part, item);
                    if (contacts.stream().anyMatch(c -> !cell(c, place, labelNames).isEmpty())) {
                        places.add(place);
                    }
                }
            }
        }
        List<String> header = new ArrayList<>(List.of(NAME));
        places.forEach(p -> header.add(p.header()));
        List<List<String>> rows = contacts.stream().map(c -> {
            List<String> row = new ArrayList<>(List.of(c.resourceName()));
            places.forEach(p -> row.add(cell(c, p, labelNames)));
            return row;
        }).toList();
        return new ReportTable(header, List.copyOf(rows));
    }

    private static String cell(Contact contact, Place place, Map<String, String> labelNames) {
        PersonField field = place.part().field();
        if (field == PersonField.MEMBERSHIPS) {
            return contact.labels().stream().map(l -> labelNames.getOrDefault(l, l)).collect(Collectors.joining(BETWEEN));
        }
        List<GenericJson> items = contact.ownItems(field);
        return place.item() < items.size() ? place.part().read(items.get(place.item())) : "";
    }
}

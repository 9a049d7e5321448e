package org.muster.contacts;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.AgeRangeType;
import com.google.api.services.people.v1.model.Address;
import com.google.api.services.people.v1.model.Birthday;
import com.google.api.services.people.v1.model.Event;
import com.google.api.services.people.v1.model.Location;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Organization;
import com.google.api.services.people.v1.model.Relation;
import java.util.Locale;
import java.util.regex.Pattern;

/** One value of a field as one line of text for people. */
public final class FieldText {
    private static final Pattern ONE_OF_GOOGLES = Pattern.compile("[a-z]+([A-Z][a-z]+)*");

    private FieldText() {}

    /** The text of {@code item}, a value of {@code field}; empty when it says nothing. Labels show as their resource names. */
    public static String of(PersonField field, GenericJson item) {
        return switch (item) {
            case Name name -> name(name);
            case Birthday b -> b.getDate() != null ? Dates.show(b.getDate(), Locale.getDefault()) : text(b.getText());
            case Event e -> e.getDate() == null ? "" : Dates.show(e.getDate(), Locale.getDefault());
            case Organization o -> joined(", ", o.getName(), o.getTitle(), o.getName() == null && o.getTitle() == null ? o.getDepartment() : null);
            case Address a -> address(a);
            case Relation r -> text(r.getPerson());
            case Location l -> joined(", ", l.getValue(), l.getBuildingId(), l.getFloor(), l.getDeskCode());
            case Membership m -> m.getContactGroupMembership() == null ? "" : text(m.getContactGroupMembership().getContactGroupResourceName());
            case AgeRangeType a -> text(a.getAgeRange()).toLowerCase(Locale.ROOT).replace('_', ' ');
            default -> general(field, item);
        };
    }

    /**
     * The kind of a value, such as {@code Work}: its type in Google's words, or a custom field's key; empty when it has none. A type that Google has not put into words yet is written as it
     * would be, so that {@code homeFax} typed here and {@code Home Fax} read back are one and the same.
     */
    public static String typeOf(GenericJson item) {
        for (String part : new String[] {"formattedType", "type", "formattedProtocol", "protocol", "key"}) {
            if (item.get(part) instanceof String s && !s.isBlank()) {
                return (part.equals("type") || part.equals("protocol")) && ONE_OF_GOOGLES.matcher(s).matches() ? inWords(s) : s;
            }
        }
        return "";
    }

    private static String inWords(String type) {
        return type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1).replaceAll("(?=[A-Z])", " ");
    }

    private static String general(PersonField field, GenericJson item) {
        if (field == PersonField.METADATA) {
            return "";
        }
        return field.mainSubField().read(item).replaceAll("\\s*\\R\\s*", " ");
    }

    private static String name(Name name) {
        if (name.getDisplayName() != null && !name.getDisplayName().isBlank()) {
            return name.getDisplayName();
        }
        String parts = joined(" ", name.getHonorificPrefix(), name.getGivenName(), name.getMiddleName(), name.getFamilyName());
        String structured = joined(", ", parts, name.getHonorificSuffix());
        return structured.isEmpty() ? text(name.getUnstructuredName()) : structured;
    }

    private static String address(Address a) {
        if (a.getFormattedValue() != null && !a.getFormattedValue().isBlank()) {
            return a.getFormattedValue().strip().replaceAll("\\s*\\R\\s*", ", ");
        }
        return joined(", ", a.getStreetAddress(), a.getExtendedAddress(), a.getPoBox(), joined(" ", a.getPostalCode(), a.getCity()), a.getRegion(), a.getCountry() != null ? a.getCountry() : a.getCountryCode());
    }

    private static String joined(String between, String... parts) {
        String joined = ""; // a plain loop: this is asked of every contact of a job, and of a table
        for (String part : parts) {
            String said = part == null ? "" : part.strip();
            if (!said.isEmpty()) {
                joined = joined.isEmpty() ? said : joined + between + said;
            }
        }
        return joined;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}

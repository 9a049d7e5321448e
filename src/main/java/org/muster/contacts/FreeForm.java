package org.muster.contacts;

import com.google.api.client.json.GenericJson;
import java.util.Optional;
import java.util.Set;
import org.muster.contacts.json.Members;

/**
 * A part of a field's values that says in one text what others say in pieces. Google fills it in from the pieces where there are any, and makes the pieces
 * from it where there are none, so that only one of the two is to be written. A country alone, or how a name is spoken, are no such pieces: beside them the
 * text says more, and leaving it out would lose it.
 *
 * @param text the part with the text, by name
 * @param pieces the parts that stand for it
 */
public record FreeForm(String text, Set<String> pieces) {
    private static final FreeForm NAME = new FreeForm("unstructuredName", Set.of("givenName", "familyName", "middleName"));
    private static final FreeForm ADDRESS = new FreeForm("formattedValue", Set.of("streetAddress", "extendedAddress", "city", "region", "postalCode", "poBox"));
    private static final FreeForm BIRTHDAY = new FreeForm("text", Set.of("date"));

    /** The free form of a field's values, if they have one. */
    public static Optional<FreeForm> of(PersonField field) {
        return switch (field) {
            case NAMES -> Optional.of(NAME);
            case ADDRESSES -> Optional.of(ADDRESS);
            case BIRTHDAYS -> Optional.of(BIRTHDAY);
            default -> Optional.empty();
        };
    }

    /** Whether {@code item} says it in pieces, so that the text only repeats them. */
    public boolean repeats(GenericJson item) {
        for (String piece : pieces) { // a plain loop: asked of every contact that is written
            if (Members.get(item, piece) instanceof Object value && !value.equals("")) {
                return true;
            }
        }
        return false;
    }
}

package org.muster.exchange;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import ezvcard.VCardVersion;
import ezvcard.io.scribe.ScribeIndex;
import ezvcard.io.scribe.VCardPropertyScribe;
import ezvcard.io.text.WriteContext;
import ezvcard.property.RawProperty;
import ezvcard.property.VCardProperty;

/** The text of a property of any kind, as it would stand in a file. */
final class VCardPlain {
    private static final ScribeIndex SCRIBES = new ScribeIndex();

    private VCardPlain() {}

    static String text(VCardProperty property) {
        @SuppressWarnings("unchecked") // the index answers with the scribe of the property's own class
        VCardPropertyScribe<VCardProperty> scribe = (VCardPropertyScribe<VCardProperty>) SCRIBES.getPropertyScribe(property);
        return scribe.writeText(property, new WriteContext(VCardVersion.V4_0, null, false));
    }

    /** The property's name, in capitals. */
    static String name(VCardProperty property) {
        return SCRIBES.getPropertyScribe(property).getPropertyName();
    }

    /** The text of a property outside the standard, which the library hands over as it stands in the file. */
    static String unescaped(RawProperty property) {
        return property.getValue() == null ? "" : VObjectPropertyValues.unescape(property.getValue());
    }
}

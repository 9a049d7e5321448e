package org.muster.exchange;

import java.util.Map;
import java.util.Optional;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;

/**
 * Where a property outside the standard belongs, as the address books that made it up mean it.
 *
 * @param part the part it fills
 * @param type the value's type or protocol when the property's name says it; else empty
 */
record VCardExtension(SubField part, String type) {
    /** Properties of Apple, Google, Android, Evolution and KDE. */
    private static final Map<String, VCardExtension> KNOWN = Map.ofEntries(
            Map.entry("X-PHONETIC-FIRST-NAME", part("names", "phoneticGivenName", "")),
            Map.entry("X-PHONETIC-MIDDLE-NAME", part("names", "phoneticMiddleName", "")),
            Map.entry("X-PHONETIC-LAST-NAME", part("names", "phoneticFamilyName", "")),
            Map.entry("X-ABDATE", part("events", "date", "")),
            Map.entry("X-ANNIVERSARY", part("events", "date", "anniversary")),
            Map.entry("X-EVOLUTION-ANNIVERSARY", part("events", "date", "anniversary")),
            Map.entry("X-KADDRESSBOOK-X-ANNIVERSARY", part("events", "date", "anniversary")),
            Map.entry("X-ABRELATEDNAMES", part("relations", "person", "")),
            Map.entry("X-SPOUSE", part("relations", "person", "spouse")),
            Map.entry("X-EVOLUTION-SPOUSE", part("relations", "person", "spouse")),
            Map.entry("X-MANAGER", part("relations", "person", "manager")),
            Map.entry("X-EVOLUTION-MANAGER", part("relations", "person", "manager")),
            Map.entry("X-ASSISTANT", part("relations", "person", "assistant")),
            Map.entry("X-EVOLUTION-ASSISTANT", part("relations", "person", "assistant")),
            Map.entry("X-AIM", part("imClients", "username", "aim")),
            Map.entry("X-ICQ", part("imClients", "username", "icq")),
            Map.entry("X-MSN", part("imClients", "username", "msn")),
            Map.entry("X-YAHOO", part("imClients", "username", "yahoo")),
            Map.entry("X-JABBER", part("imClients", "username", "jabber")),
            Map.entry("X-QQ", part("imClients", "username", "qq")),
            Map.entry("X-SKYPE", part("imClients", "username", "skype")),
            Map.entry("X-SKYPE-USERNAME", part("imClients", "username", "skype")),
            Map.entry("X-GOOGLE-TALK", part("imClients", "username", "googleTalk")),
            Map.entry("X-GTALK", part("imClients", "username", "googleTalk")),
            Map.entry("X-SIP", part("sipAddresses", "value", "")),
            Map.entry("X-GENDER", part("genders", "value", "")),
            Map.entry("X-CUSTOM", part("userDefined", "value", "")),
            // The library hands over what it cannot read as it stands: a birthday without its year in a 3.0 card
            Map.entry("BDAY", part("birthdays", "date", "")),
            Map.entry("ANNIVERSARY", part("events", "date", "anniversary")));

    private static VCardExtension part(String field, String part, String type) {
        return new VCardExtension(PersonField.ofPath(field).flatMap(f -> f.subField(part)).orElseThrow(), type);
    }

    /** The place of a property, by its name in capitals. */
    static Optional<VCardExtension> of(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }
}

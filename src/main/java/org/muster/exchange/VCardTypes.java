package org.muster.exchange;

import ezvcard.VCard;
import ezvcard.property.RawProperty;
import ezvcard.property.VCardProperty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.muster.contacts.SubField;

/**
 * Types in vCards: well-known ones are TYPE parameters; any other stands as {@code X-ABLabel} in the property's group, the way Apple began
 * and Google follows.
 */
final class VCardTypes {
    /** The property that names the others of its group. */
    static final String GROUP_LABEL = "X-ABLABEL";

    /** Google's phone types as sets of TYPE values. */
    private static final Map<String, Set<String>> PHONES = Map.of(
            "mobile", Set.of("cell"),
            "home", Set.of("home"),
            "work", Set.of("work"),
            "homeFax", Set.of("home", "fax"),
            "workFax", Set.of("work", "fax"),
            "otherFax", Set.of("fax"),
            "pager", Set.of("pager"),
            "workMobile", Set.of("work", "cell"),
            "workPager", Set.of("work", "pager"),
            "main", Set.of("main"));
    /** TYPE values that tell how, not where: what they say goes without saying or has no place at Google's. */
    private static final Set<String> SILENT = Set.of("pref", "voice", "internet", "x-internet", "msg", "text", "textphone", "video", "isdn", "modem", "bbs", "pcs", "dom", "intl", "postal", "parcel", "iphone", "aim", "uri");

    private VCardTypes() {}

    /** The type of a property, in Google's words or the file's own; empty when it has none. */
    static String read(VCard card, VCardProperty property, SubField type) {
        String label = groupLabel(card, property);
        return label.isEmpty() ? ofParameters(property, type) : TypeNames.toApi(type, label);
    }

    private static String ofParameters(VCardProperty property, SubField type) {
        Set<String> types = new LinkedHashSet<>();
        for (String value : property.getParameters().getTypes()) {
            for (String one : value.toLowerCase(Locale.ROOT).split(",")) {
                if (!one.isBlank() && !SILENT.contains(one)) {
                    types.add(one);
                }
            }
        }
        if (types.isEmpty()) {
            return "";
        }
        if (type.fieldPath().equals("phoneNumbers")) {
            for (var phone : PHONES.entrySet()) {
                if (phone.getValue().equals(types)) {
                    return phone.getKey();
                }
            }
        }
        return TypeNames.toApi(type, String.join(" ", types));
    }

    /** What the group's label says, without Apple's wrapping {@code _$!<…>!$_}. */
    static String groupLabel(VCard card, VCardProperty property) {
        String group = property.getGroup();
        if (group == null) {
            return "";
        }
        for (RawProperty raw : card.getExtendedProperties(GROUP_LABEL)) {
            if (group.equalsIgnoreCase(raw.getGroup()) && raw.getValue() != null) {
                String label = VCardPlain.unescaped(raw);
                return label.startsWith("_$!<") && label.endsWith(">!$_") ? label.substring(4, label.length() - 4) : label;
            }
        }
        return "";
    }

    /** The TYPE values that say a type; empty when only a group's label can. */
    static List<String> parameters(SubField type, String value) {
        if (type.fieldPath().equals("phoneNumbers")) {
            return List.copyOf(new TreeSet<>(PHONES.getOrDefault(value, Set.of())));
        }
        return value.equals("home") || value.equals("work") ? List.of(value) : List.of();
    }
}

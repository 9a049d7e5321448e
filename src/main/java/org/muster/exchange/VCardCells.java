package org.muster.exchange;

import ezvcard.VCard;
import ezvcard.property.*;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;

/**
 * One vCard poured into cells, completely: what Google's fields have a place for under that field, everything else under its own name,
 * so that the grid can show it. Only three kinds of property make no cell: those about the file rather than the person (VERSION, PRODID,
 * REV), group labels, which are the type of their neighbour, and binary data, which is counted.
 */
final class VCardCells {
    /** Which cell. Sorted as the columns shall stand: fields in the registry's order, then the others by name. */
    sealed interface Key extends Comparable<Key> {
        /** A part of a field's value. */
        record Known(SubField part, int index) implements Key {}

        /** A property of another name. */
        record Other(String name) implements Key {}

        @Override
        default int compareTo(Key other) {
            return switch (this) {
                case Known k -> other instanceof Known o ? rank(k) - rank(o) : -1;
                case Other o -> other instanceof Other p ? o.name.compareTo(p.name) : 1;
            };
        }

        private static int rank(Known key) {
            PersonField field = key.part.field();
            return (field.ordinal() * 1000 + Math.min(key.index, 999)) * 32 + field.subFields().indexOf(key.part);
        }
    }

    /** Properties about the file, not about the person. */
    private static final Set<String> BOOKKEEPING = Set.of("VERSION", "PRODID", "REV", "X-PRODID");

    private final VCard card;
    private final Map<Key, String> cells = new TreeMap<>();
    private final Map<PersonField, Integer> counts = new HashMap<>();
    /** By identity: two equal properties are two values. */
    private final Set<VCardProperty> done = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean media;

    private VCardCells(VCard card) {
        this.card = card;
    }

    static VCardCells of(VCard card) {
        VCardCells cells = new VCardCells(card);
        cells.organizations();
        for (VCardProperty property : card.getProperties()) {
            if (!(property instanceof FormattedName) && cells.done.add(property)) {
                cells.pour(property);
            }
        }
        card.getFormattedNames().forEach(cells::fullName);
        return cells;
    }

    Map<Key, String> cells() {
        return cells;
    }

    /** Whether it held pictures, sounds or keys. */
    boolean media() {
        return media;
    }

    private void pour(VCardProperty property) {
        switch (property) {
            case StructuredName n -> name(n);
            case Nickname n -> n.getValues().forEach(v -> item(PersonField.NICKNAMES, n, "value", v));
            case Email e -> item(PersonField.EMAIL_ADDRESSES, e, "value", e.getValue());
            case Telephone t -> item(PersonField.PHONE_NUMBERS, t, "value", number(t));
            case Address a -> address(a);
            case Categories c -> put(PersonField.MEMBERSHIPS, 0, "contactGroupMembership", merged(PersonField.MEMBERSHIPS, "contactGroupMembership", String.join(" ::: ", c.getValues())));
            case Birthday b -> item(PersonField.BIRTHDAYS, b, "date", VCardDates.text(b));
            case Anniversary a -> {
                int index = item(PersonField.EVENTS, a, "date", VCardDates.text(a));
                put(PersonField.EVENTS, index, "type", "anniversary");
            }
            case Note n -> item(PersonField.BIOGRAPHIES, n, "value", n.getValue());
            case Url u -> item(PersonField.URLS, u, "value", u.getValue());
            case Impp i -> chat(i);
            case Gender g -> gender(g);
            case Language l -> item(PersonField.LOCALES, l, "value", l.getValue());
            case Interest i -> item(PersonField.INTERESTS, i, "value", i.getValue());
            case Hobby h -> item(PersonField.INTERESTS, h, "value", h.getValue());
            case CalendarUri c -> item(PersonField.CALENDAR_URLS, c, "url", c.getValue());
            case FreeBusyUrl f -> put(PersonField.CALENDAR_URLS, item(PersonField.CALENDAR_URLS, f, "url", f.getValue()), "type", "freeBusy");
            case Related r -> related(r);
            case RawProperty raw -> raw(raw);
            case BinaryProperty<?> b -> binary(b);
            case TextProperty t -> other(name(t), t.getValue());
            case TextListProperty t -> other(name(t), String.join(", ", t.getValues()));
            default -> other(name(property), plain(property));
        }
    }

    /** ORG, TITLE and ROLE belong together by their group, else in their order. */
    private void organizations() {
        List<String> groups = new ArrayList<>();
        for (Organization org : card.getOrganizations()) {
            done.add(org);
            List<String> values = org.getValues();
            int index = item(PersonField.ORGANIZATIONS, org, "name", values.isEmpty() ? "" : values.getFirst());
            if (values.size() > 1) {
                put(PersonField.ORGANIZATIONS, index, "department", String.join(", ", values.subList(1, values.size())));
            }
            groups.add(org.getGroup() == null ? "" : org.getGroup());
        }
        Stream.concat(card.getTitles().stream(), card.getRoles().stream()).forEach(p -> {
            done.add(p);
            String part = p instanceof Title ? "title" : "jobDescription";
            int index = p.getGroup() == null ? -1 : groups.indexOf(p.getGroup());
            for (int i = 0; index < 0; i++) {
                boolean free = !cells.containsKey(key(PersonField.ORGANIZATIONS, i, part)) && (i >= groups.size() || groups.get(i).isEmpty() || p.getGroup() == null);
                index = free ? i : -1;
            }
            put(PersonField.ORGANIZATIONS, index, part, ((TextProperty) p).getValue());
            counts.merge(PersonField.ORGANIZATIONS, index + 1, Math::max);
        });
    }

    private void name(StructuredName n) {
        int index = counts.merge(PersonField.NAMES, 1, Integer::sum) - 1;
        put(PersonField.NAMES, index, "familyName", n.getFamily());
        put(PersonField.NAMES, index, "givenName", n.getGiven());
        put(PersonField.NAMES, index, "middleName", String.join(" ", n.getAdditionalNames()));
        put(PersonField.NAMES, index, "honorificPrefix", String.join(" ", n.getPrefixes()));
        put(PersonField.NAMES, index, "honorificSuffix", String.join(" ", n.getSuffixes()));
    }

    /** FN is mandatory, so programs make it up from other properties; it goes in only where it says something else. */
    private void fullName(FormattedName fn) {
        String name = fn.getValue() == null ? "" : fn.getValue().strip();
        if (name.isEmpty() || cells.values().stream().anyMatch(v -> v.strip().equals(name))) {
            return;
        }
        Set<String> parts = new HashSet<>();
        cells.forEach((key, text) -> {
            if (key instanceof Key.Known(SubField part, int _) && part.field() == PersonField.NAMES) {
                parts.addAll(words(text));
            }
        });
        if (parts.isEmpty()) {
            put(PersonField.NAMES, 0, "unstructuredName", name);
        } else if (!parts.containsAll(words(name))) {
            other("FN", name);
        }
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).strip().split("[\\s,]+"));
    }

    private static String number(Telephone t) {
        if (t.getText() != null || t.getUri() == null) {
            return t.getText();
        }
        return t.getUri().getNumber() + (t.getUri().getExtension() == null ? "" : " ext. " + t.getUri().getExtension());
    }

    private void address(Address a) {
        int index = item(PersonField.ADDRESSES, a, "streetAddress", String.join("\n", a.getStreetAddresses()));
        put(PersonField.ADDRESSES, index, "extendedAddress", String.join(", ", a.getExtendedAddresses()));
        put(PersonField.ADDRESSES, index, "city", String.join(", ", a.getLocalities()));
        put(PersonField.ADDRESSES, index, "region", String.join(", ", a.getRegions()));
        put(PersonField.ADDRESSES, index, "postalCode", String.join(", ", a.getPostalCodes()));
        put(PersonField.ADDRESSES, index, "country", String.join(", ", a.getCountries()));
        put(PersonField.ADDRESSES, index, "poBox", String.join(", ", a.getPoBoxes()));
        put(PersonField.ADDRESSES, index, "formattedValue", a.getLabel());
    }

    private void chat(Impp i) {
        String handle = i.getHandle() == null ? "" : i.getHandle();
        if ("sip".equalsIgnoreCase(i.getProtocol()) || "sips".equalsIgnoreCase(i.getProtocol())) {
            item(PersonField.SIP_ADDRESSES, i, "value", handle);
            return;
        }
        int index = item(PersonField.IM_CLIENTS, i, "username", handle);
        String service = i.getParameter("X-SERVICE-TYPE");
        String protocol = service != null ? service : VCardChats.protocolOf(i.getProtocol());
        SubField part = PersonField.IM_CLIENTS.subField("protocol").orElseThrow();
        put(PersonField.IM_CLIENTS, index, "protocol", TypeNames.toApi(part, protocol));
    }

    private void gender(Gender g) {
        String value = g.isMale() ? "male" : g.isFemale() ? "female" : g.getText() != null ? g.getText() : g.isOther() ? "other" : "unspecified";
        item(PersonField.GENDERS, g, "value", value);
        if (g.getText() != null && (g.isMale() || g.isFemale())) {
            other("GENDER", g.getText());
        }
    }

    private void related(Related r) {
        int index = item(PersonField.RELATIONS, r, "person", r.getText() != null ? r.getText() : r.getUri());
        if (!cells.containsKey(key(PersonField.RELATIONS, index, "type"))) {
            SubField type = PersonField.RELATIONS.subField("type").orElseThrow();
            put(PersonField.RELATIONS, index, "type", r.getTypes().stream().map(t -> TypeNames.toApi(type, t.getValue())).collect(Collectors.joining(" ")));
        }
    }

    private void raw(RawProperty raw) {
        String name = raw.getPropertyName().toUpperCase(Locale.ROOT);
        if (name.equals(VCardTypes.GROUP_LABEL) && groupHasOthers(raw)) {
            return;
        }
        Optional<VCardExtension> known = VCardExtension.of(name);
        if (known.isEmpty()) {
            other(name, VCardPlain.unescaped(raw));
            return;
        }
        SubField part = known.get().part();
        PersonField field = part.field();
        int index = field.single() ? 0 : counts.getOrDefault(field, 0);
        index = item(field, index, raw, part.name(), VCardPlain.unescaped(raw));
        if (!known.get().type().isEmpty()) {
            String name2 = field == PersonField.IM_CLIENTS ? "protocol" : "type";
            put(field, index, name2, known.get().type());
        }
        if (field == PersonField.USER_DEFINED) {
            put(field, index, "key", VCardTypes.groupLabel(card, raw));
        }
    }

    private boolean groupHasOthers(RawProperty label) {
        return label.getGroup() != null && card.getProperties().stream().anyMatch(p -> p != label && label.getGroup().equalsIgnoreCase(p.getGroup()));
    }

    private void binary(BinaryProperty<?> b) {
        if (b.getUrl() != null) {
            other(name(b), b.getUrl());
        } else {
            media = true;
        }
    }

    /** The next value of a field, with its type. */
    private int item(PersonField field, VCardProperty property, String part, String value) {
        return item(field, counts.getOrDefault(field, 0), property, part, value);
    }

    private int item(PersonField field, int index, VCardProperty property, String part, String value) {
        counts.merge(field, index + 1, Math::max);
        put(field, index, part, value);
        field.subField("type").filter(t -> !part.equals("type")).ifPresent(t -> put(field, index, "type", VCardTypes.read(card, property, t)));
        return index;
    }

    private String merged(PersonField field, String part, String more) {
        String before = cells.get(key(field, 0, part));
        return before == null ? more : before + " ::: " + more;
    }

    private void put(PersonField field, int index, String part, String value) {
        if (value != null && !value.isBlank()) {
            cells.put(key(field, index, part), value);
        }
    }

    private static Key key(PersonField field, int index, String part) {
        return new Key.Known(field.subField(part).orElseThrow(), index);
    }

    private void other(String name, String value) {
        if (value == null || value.isBlank() || BOOKKEEPING.contains(name)) {
            return;
        }
        String free = name;
        for (int n = 2; cells.containsKey(new Key.Other(free)); n++) {
            free = name + " " + n;
        }
        cells.put(new Key.Other(free), value);
    }

    /** The name under which a property of ez-vcard's own classes is shown; it is the class's. */
    private static String name(VCardProperty property) {
        return VCardPlain.name(property);
    }

    /** What a property of a rare kind says, as the file says it. */
    private static String plain(VCardProperty property) {
        return property instanceof DateOrTimeProperty d ? VCardDates.text(d) : VCardPlain.text(property);
    }
}

package org.muster.exchange;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Date;
import com.google.api.services.people.v1.model.Name;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.property.*;
import ezvcard.util.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.contacts.Contact;
import org.muster.contacts.Dates;
import org.muster.contacts.Label;
import org.muster.contacts.FreeForm;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;

/** Makes one vCard of a contact. What {@link VCardCells} reads back is written here in the same way. */
final class CardMaker {
    /** The parts a card carries. */
    static final Set<String> CARRIED = Stream.of(
                    "names.givenName names.familyName names.middleName names.honorificPrefix names.honorificSuffix names.phoneticGivenName names.phoneticMiddleName names.phoneticFamilyName",
                    "nicknames.value emailAddresses.value emailAddresses.type phoneNumbers.value phoneNumbers.type",
                    "addresses.streetAddress addresses.extendedAddress addresses.city addresses.region addresses.postalCode addresses.country addresses.poBox addresses.type",
                    "organizations.name organizations.department organizations.title organizations.jobDescription organizations.type",
                    "memberships.contactGroupMembership birthdays.date biographies.value events.date events.type relations.person relations.type",
                    "urls.value urls.type imClients.username imClients.protocol imClients.type sipAddresses.value sipAddresses.type userDefined.key userDefined.value",
                    "genders.value interests.value locales.value calendarUrls.url calendarUrls.type")
            .flatMap(line -> Stream.of(line.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private final VCardVersion version;
    private final Map<String, String> labelNames;
    private final VCard card = new VCard();
    private int groups;

    /**
     * @param labelNames the names of the account's labels by resource name
     */
    CardMaker(Map<String, String> labelNames, VCardVersion version) {
        this.version = version;
        this.labelNames = labelNames;
    }

    /** The names labels have in cards, Google's own as Google writes them. */
    static Map<String, String> labelNames(List<Label> labels) {
        Map<String, String> names = labels.stream().collect(Collectors.toMap(Label::resourceName, Label::name, (a, b) -> a));
        names.put(Label.MY_CONTACTS, "myContacts");
        names.put(Label.STARRED, "starred");
        return names;
    }

    VCard of(Contact contact, Losses losses) {
        card.setVersion(version);
        names(contact);
        contact.items(PersonField.NICKNAMES).forEach(i -> add(new Nickname(), n -> n.getValues().add(text(i, "value"))));
        each(contact, PersonField.EMAIL_ADDRESSES, i -> new Email(text(i, "value")));
        each(contact, PersonField.PHONE_NUMBERS, i -> new Telephone(text(i, "value")));
        each(contact, PersonField.ADDRESSES, CardMaker::address);
        contact.items(PersonField.ORGANIZATIONS).forEach(this::organization);
        labels(contact, losses);
        contact.items(PersonField.BIRTHDAYS).stream().findFirst().ifPresent(i -> date("BDAY", i, Birthday::new, Birthday::new));
        contact.items(PersonField.BIOGRAPHIES).stream().limit(1).forEach(i -> card.addProperty(new Note(text(i, "value"))));
        contact.items(PersonField.EVENTS).forEach(this::event);
        each(contact, PersonField.RELATIONS, i -> extension("X-ABRELATEDNAMES", text(i, "person")));
        each(contact, PersonField.URLS, i -> new Url(text(i, "value")));
        each(contact, PersonField.IM_CLIENTS, CardMaker::chat);
        each(contact, PersonField.SIP_ADDRESSES, i -> new Impp("sip", text(i, "value")));
        contact.items(PersonField.USER_DEFINED).forEach(i -> grouped(extension("X-CUSTOM", text(i, "value")), text(i, "key")));
        contact.items(PersonField.GENDERS).stream().limit(1).forEach(this::gender);
        contact.items(PersonField.INTERESTS).forEach(i -> card.addProperty(new Interest(text(i, "value"))));
        contact.items(PersonField.LOCALES).forEach(i -> card.addProperty(new Language(text(i, "value"))));
        contact.items(PersonField.CALENDAR_URLS).forEach(this::calendar);
        return card;
    }

    private void names(Contact contact) {
        List<GenericJson> own = contact.ownItems(PersonField.NAMES);
        List<GenericJson> all = own.isEmpty() ? contact.items(PersonField.NAMES) : own;
        card.setFormattedName(contact.displayName());
        if (all.isEmpty() || !(all.getFirst() instanceof Name name)) {
            return;
        }
        StructuredName n = new StructuredName();
        n.setFamily(name.getFamilyName());
        n.setGiven(name.getGivenName());
        addIfFilled(n.getAdditionalNames(), name.getMiddleName());
        addIfFilled(n.getPrefixes(), name.getHonorificPrefix());
        addIfFilled(n.getSuffixes(), name.getHonorificSuffix());
        card.setStructuredName(n);
        for (var phonetic : Map.of("FIRST", "phoneticGivenName", "MIDDLE", "phoneticMiddleName", "LAST", "phoneticFamilyName").entrySet()) {
            String text = text(name, phonetic.getValue());
            if (!text.isEmpty()) {
                card.addProperty(extension("X-PHONETIC-" + phonetic.getKey() + "-NAME", text));
            }
        }
    }

    private static void addIfFilled(List<String> list, String value) {
        if (value != null && !value.isEmpty()) {
            list.add(value);
        }
    }

    private static Address address(GenericJson i) {
        Address a = new Address();
        a.setPoBox(orNull(i, "poBox"));
        a.setExtendedAddress(orNull(i, "extendedAddress"));
        a.setStreetAddress(orNull(i, "streetAddress"));
        a.setLocality(orNull(i, "city"));
        a.setRegion(orNull(i, "region"));
        a.setPostalCode(orNull(i, "postalCode"));
        a.setCountry(text(i, "country").isEmpty() ? orNull(i, "countryCode") : text(i, "country"));
        boolean repeated = FreeForm.of(PersonField.ADDRESSES).orElseThrow().repeats(i);
        a.setLabel(repeated ? null : orNull(i, "formattedValue"));
        return a;
    }

    /** ORG, TITLE and ROLE in a group of their own, so that several stay apart. */
    private void organization(GenericJson i) {
        String group = "org" + ++groups;
        Organization org = new Organization();
        org.getValues().add(text(i, "name"));
        addIfFilled(org.getValues(), orNull(i, "department"));
        org.setGroup(group);
        card.addProperty(org);
        Title title = new Title(text(i, "title"));
        Role role = new Role(text(i, "jobDescription"));
        for (TextProperty p : List.of(title, role)) {
            if (!p.getValue().isEmpty()) {
                p.setGroup(group);
                card.addProperty(p);
            }
        }
        label(group, text(i, "type"));
    }

    private void labels(Contact contact, Losses losses) {
        List<String> names = contact.labels().stream().filter(labelNames::containsKey).map(labelNames::get).toList();
        if (names.size() < contact.labels().size()) {
            losses.add(PersonField.MEMBERSHIPS);
        }
        if (!names.isEmpty()) {
            add(new Categories(), c -> c.getValues().addAll(names));
        }
    }

    private void event(GenericJson i) {
        if (version == VCardVersion.V4_0 && text(i, "type").equals("anniversary") && card.getAnniversary() == null) {
            date("ANNIVERSARY", i, Anniversary::new, Anniversary::new);
        } else {
            grouped(extension("X-ABDATE", date(i)), text(i, "type"));
        }
    }

    /** A whole date goes as such; 4.0 has partial ones, and 3.0 gets the text of one, as Apple and Google write it. */
    private void date(String name, GenericJson i, Function<LocalDate, VCardProperty> whole, Function<PartialDate, VCardProperty> partial) {
        if (!(i.get("date") instanceof Date d)) {
            return;
        }
        int year = number(d.getYear());
        int month = number(d.getMonth());
        int day = number(d.getDay());
        if (Dates.parse(Dates.write(d)).isEmpty()) {
            card.addProperty(extension(name, Dates.write(d)));
        } else if (year > 0 && month > 0 && day > 0) {
            card.addProperty(whole.apply(LocalDate.of(year, month, day)));
        } else if (version == VCardVersion.V4_0) {
            PartialDate.Builder builder = PartialDate.builder();
            builder.year(year == 0 ? null : Integer.valueOf(year)).month(month == 0 ? null : Integer.valueOf(month)).date(day == 0 ? null : Integer.valueOf(day));
            card.addProperty(partial.apply(builder.build()));
        } else {
            card.addProperty(extension(name, Dates.write(d)));
        }
    }

    private static String date(GenericJson i) {
        return i.get("date") instanceof Date d ? Dates.write(d) : "";
    }

    private static Impp chat(GenericJson i) {
        String protocol = text(i, "protocol");
        Impp chat = new Impp(VCardChats.schemeOf(protocol), text(i, "username"));
        if (!protocol.isEmpty()) {
            chat.setParameter("X-SERVICE-TYPE", protocol.replaceAll("[\\p{Cntrl}&&[^\t]]", " "));
        }
        return chat;
    }

    private void gender(GenericJson i) {
        String value = text(i, "value");
        if (version != VCardVersion.V4_0) {
            card.addProperty(extension("X-GENDER", value));
            return;
        }
        Gender gender = switch (value) {
            case "male" -> Gender.male();
            case "female" -> Gender.female();
            case "unspecified" -> Gender.unknown();
            default -> Gender.other();
        };
        if (gender.isOther()) {
            gender.setText(value);
        }
        card.addProperty(gender);
    }

    private void calendar(GenericJson i) {
        String type = text(i, "type");
        if (type.equals("freeBusy")) {
            card.addProperty(new FreeBusyUrl(text(i, "url")));
        } else {
            typed(new CalendarUri(text(i, "url")), PersonField.CALENDAR_URLS, type);
        }
    }

    private void each(Contact contact, PersonField field, Function<GenericJson, VCardProperty> property) {
        contact.items(field).stream().filter(i -> !saysNothing(field, i)).forEach(i -> typed(property.apply(i), field, text(i, "type")));
    }

    private static boolean saysNothing(PersonField field, GenericJson item) {
        return field.subFields().stream().filter(p -> !HeaderTable.describes(p)).allMatch(p -> p.read(item).isEmpty());
    }

    private void typed(VCardProperty property, PersonField field, String type) {
        SubField part = field.subField("type").orElseThrow();
        List<String> parameters = property instanceof RawProperty ? List.of() : VCardTypes.parameters(part, type);
        if (type.isEmpty() || !parameters.isEmpty()) {
            parameters.forEach(p -> property.getParameters().put("TYPE", p));
            card.addProperty(property);
        } else {
            grouped(property, type);
        }
    }

    private void grouped(VCardProperty property, String label) {
        if (!label.isEmpty()) {
            property.setGroup("item" + ++groups);
            label(property.getGroup(), label);
        }
        card.addProperty(property);
    }

    private void label(String group, String label) {
        if (!label.isEmpty()) {
            RawProperty raw = extension("X-ABLabel", label);
            raw.setGroup(group);
            card.addProperty(raw);
        }
    }

    private <T extends VCardProperty> void add(T property, java.util.function.Consumer<T> fill) {
        fill.accept(property);
        card.addProperty(property);
    }

    /** A property outside the standard. The library writes such a value as it stands, so it is escaped here like every other text. */
    private static RawProperty extension(String name, String text) {
        return new RawProperty(name, VObjectPropertyValues.escape(text).replace("\r\n", "\\n").replace("\n", "\\n"));
    }

    private static String text(GenericJson item, String part) {
        return item.get(part) instanceof String s ? s : "";
    }

    private static String orNull(GenericJson item, String part) {
        String text = text(item, part);
        return text.isEmpty() ? null : text;
    }

    private static int number(Integer value) {
        return value == null ? 0 : value;
    }
}

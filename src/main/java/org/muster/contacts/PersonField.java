package org.muster.contacts;

import static org.muster.contacts.SubFieldKind.CHOICE;
import static org.muster.contacts.SubFieldKind.DATE;
import static org.muster.contacts.SubFieldKind.FLAG;
import static org.muster.contacts.SubFieldKind.LABEL;
import static org.muster.contacts.SubFieldKind.LONG_TEXT;
import static org.muster.contacts.SubFieldKind.NUMBER;
import static org.muster.contacts.SubFieldKind.TEXT;
import static org.muster.contacts.SubFieldKind.TYPE;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.*;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.texts.Texts;

/**
 * The registry of the 29 fields a contact can be read by, 24 of which can be written (People API: {@code personFields},
 * {@code updatePersonFields}). Everything that must hold "for each field" is derived from here. The order is the one people
 * meet the fields in: who, how to reach them, where they belong, the rest, and what only Google writes.
 */
public enum PersonField {
    NAMES("names", Cardinality.ONE, Name::new, parts("givenName familyName middleName honorificPrefix honorificSuffix phoneticGivenName phoneticFamilyName phoneticMiddleName phoneticHonorificPrefix phoneticHonorificSuffix phoneticFullName unstructuredName")),
    NICKNAMES("nicknames", Cardinality.MANY, Nickname::new, parts("value"), choice("type", "DEFAULT MAIDEN_NAME INITIALS GPLUS OTHER_NAME ALTERNATE_NAME SHORT_NAME")),
    EMAIL_ADDRESSES("emailAddresses", Cardinality.MANY, EmailAddress::new, parts("value"), type("home work other"), parts("displayName")),
    PHONE_NUMBERS("phoneNumbers", Cardinality.MANY, PhoneNumber::new, parts("value"), type("mobile home work homeFax workFax otherFax pager workMobile workPager main googleVoice other")),
    ADDRESSES("addresses", Cardinality.MANY, Address::new, part("streetAddress", LONG_TEXT), parts("extendedAddress city region postalCode country countryCode poBox"), type("home work other"), part("formattedValue", LONG_TEXT)),
    ORGANIZATIONS("organizations", Cardinality.MANY, Organization::new, parts("name title department location jobDescription symbol domain phoneticName costCenter"), type("work school"), part("startDate", DATE), part("endDate", DATE), part("current", FLAG), part("fullTimeEquivalentMillipercent", NUMBER)),
    MEMBERSHIPS("memberships", Cardinality.MANY, Membership::new, part("contactGroupMembership", LABEL)),
    BIRTHDAYS("birthdays", Cardinality.ONE, Birthday::new, part("date", DATE), parts("text")),
    BIOGRAPHIES("biographies", Cardinality.ONE, Biography::new, part("value", LONG_TEXT), choice("contentType", "TEXT_PLAIN TEXT_HTML")),
    EVENTS("events", Cardinality.MANY, Event::new, part("date", DATE), type("anniversary other")),
    RELATIONS("relations", Cardinality.MANY, Relation::new, parts("person"), type("spouse child mother father parent brother sister friend relative domesticPartner manager assistant referredBy partner")),
    URLS("urls", Cardinality.MANY, Url::new, parts("value"), type("home work blog profile homePage ftp reservations appInstallPage other")),
    IM_CLIENTS("imClients", Cardinality.MANY, ImClient::new, parts("username"), known("protocol", "aim msn yahoo skype qq googleTalk icq jabber netMeeting"), type("home work other")),
    SIP_ADDRESSES("sipAddresses", Cardinality.MANY, SipAddress::new, parts("value"), type("home work mobile other")),
    USER_DEFINED("userDefined", Cardinality.MANY, UserDefined::new, parts("value key")),
    GENDERS("genders", Cardinality.ONE, Gender::new, known("value", "male female unspecified"), parts("addressMeAs")),
    OCCUPATIONS("occupations", Cardinality.MANY, Occupation::new, parts("value")),
    INTERESTS("interests", Cardinality.MANY, Interest::new, parts("value")),
    LOCALES("locales", Cardinality.MANY, com.google.api.services.people.v1.model.Locale::new, parts("value")),
    LOCATIONS("locations", Cardinality.MANY, Location::new, parts("value"), type("desk grewUp"), parts("buildingId floor floorSection deskCode"), part("current", FLAG)),
    CALENDAR_URLS("calendarUrls", Cardinality.MANY, CalendarUrl::new, parts("url"), type("home freeBusy work")),
    EXTERNAL_IDS("externalIds", Cardinality.MANY, ExternalId::new, parts("value"), type("account customer loginId network organization")),
    MISC_KEYWORDS("miscKeywords", Cardinality.MANY, MiscKeyword::new, parts("value"), choice("type", "OUTLOOK_BILLING_INFORMATION OUTLOOK_DIRECTORY_SERVER OUTLOOK_KEYWORD OUTLOOK_MILEAGE OUTLOOK_PRIORITY OUTLOOK_SENSITIVITY OUTLOOK_SUBJECT OUTLOOK_USER HOME WORK OTHER")),
    CLIENT_DATA("clientData", Cardinality.MANY, ClientData::new, parts("value key")),
    PHOTOS("photos", Cardinality.READ_ONLY, Photo::new, parts("url")),
    COVER_PHOTOS("coverPhotos", Cardinality.READ_ONLY, CoverPhoto::new, parts("url")),
    AGE_RANGES("ageRanges", Cardinality.READ_ONLY, AgeRangeType::new, parts("ageRange")),
    SKILLS("skills", Cardinality.READ_ONLY, Skill::new, parts("value")),
    METADATA("metadata", Cardinality.READ_ONLY, PersonMetadata::new);

    /** How many values a contact's own source may hold of a field, and whether they can be written. */
    public enum Cardinality {
        /** At most one value (People API: names, biographies, birthdays, genders). */
        ONE,
        /** Any number of values. */
        MANY,
        /** Written by Google alone. */
        READ_ONLY
    }

    /** Makes the parts of the field with the given path. */
    private interface Parts {
        List<SubField> of(String fieldPath);
    }

    private static final Map<String, PersonField> BY_PATH = Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(PersonField::path, Function.identity()));

    private final String path;
    private final Cardinality cardinality;
    private final Supplier<GenericJson> maker;
    private final List<SubField> subFields;

    PersonField(String path, Cardinality cardinality, Supplier<GenericJson> maker, Parts... parts) {
        this.path = path;
        this.cardinality = cardinality;
        this.maker = maker;
        this.subFields = Stream.of(parts).flatMap(p -> p.of(path).stream()).toList();
    }

    /** The field's mask path, such as {@code emailAddresses}. */
    public String path() {
        return path;
    }

    /** One value, many values or read-only. */
    public Cardinality cardinality() {
        return cardinality;
    }

    /** Whether it may stand in an update mask. */
    public boolean writable() {
        return cardinality != Cardinality.READ_ONLY;
    }

    /** Whether the contact's own source holds at most one value. */
    public boolean single() {
        return cardinality == Cardinality.ONE;
    }

    /** The writable parts of one value, the leading one first. Empty only for {@link #METADATA}. */
    public List<SubField> subFields() {
        return subFields;
    }

    /** The part people mean when they name the field: an e-mail's value, an organization's name, a person's given name. */
    public SubField mainSubField() {
        return subFields.getFirst();
    }

    /** The part called {@code name}, if there is one. */
    public Optional<SubField> subField(String name) {
        return subFields.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** A new, empty value of this field. */
    public GenericJson newItem() {
        return maker.get();
    }

    /** The field's name for people, in the default locale. */
    public String label() {
        return Texts.of(PersonField.class).get("field." + path);
    }

    /** The name for people of a part of this field, in the default locale. */
    public String label(SubField part) {
        Texts texts = Texts.of(PersonField.class);
        String own = "part." + part.path();
        return texts.has(own) ? texts.get(own) : texts.get("part." + part.name());
    }

    /** The field with this mask path. */
    public static Optional<PersonField> ofPath(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    private static Parts parts(String names) {
        return field -> Stream.of(names.split(" ")).map(n -> new SubField(field, n, TEXT, List.of())).toList();
    }

    private static Parts part(String name, SubFieldKind kind) {
        return field -> List.of(new SubField(field, name, kind, List.of()));
    }

    private static Parts type(String known) {
        return known("type", known);
    }

    private static Parts known(String name, String known) {
        return field -> List.of(new SubField(field, name, TYPE, List.of(known.split(" "))));
    }

    private static Parts choice(String name, String allowed) {
        return field -> List.of(new SubField(field, name, CHOICE, List.of(allowed.split(" "))));
    }
}

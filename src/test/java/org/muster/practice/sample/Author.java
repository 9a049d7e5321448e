package org.muster.practice.sample;

import static org.muster.practice.sample.Culture.oneOf;

import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Writes ordinary contacts: a name, mostly a phone number, and now and then the rest of a life. */
final class Author {
    private static final List<String> PHONE_TYPES = List.of("mobile", "mobile", "mobile", "home", "work", "work", "main", "", "", "Ferienhaus");
    private static final List<String> MAIL_TYPES = List.of("home", "work", "work", "", "other");

    private final Cultures cultures;
    private final Random dice;
    private final Set<Phone> phones = new HashSet<>();
    private final Set<String> mails = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    Author(Cultures cultures, Random dice) {
        this.cultures = cultures;
        this.dice = dice;
    }

    /** Keeps an address from being given to anybody else. */
    void reserve(Draft draft) {
        if (draft.has("emailAddresses")) {
            draft.fields.getAsJsonArray("emailAddresses").forEach(mail -> mails.add(mail.getAsJsonObject().get("value").getAsString()));
        }
    }

    /** A contact with a name, and with a number and an address of its own that are not written down yet. */
    Draft contact() {
        return contact(cultures.draw(dice));
    }

    Draft contact(Culture culture) {
        Draft draft = new Draft(culture, freshPhone(culture));
        Word given;
        Word family;
        do {
            given = oneOf(dice.nextBoolean() ? culture.female() : culture.male(), dice);
            family = oneOf(culture.family(), dice);
        } while (!names.add(given.text() + " " + family.text()) && dice.nextInt(4) > 0);
        draft.add("names", "givenName", given.text(), "familyName", family.text(),
                "phoneticGivenName", given.phonetic(), "phoneticFamilyName", family.phonetic(),
                "unstructuredName", culture.familyFirst() ? family.text() + (culture.joinsNames() ? "" : " ") + given.text() : "");
        draft.mail = freshMail(given, family, culture);
        extras(draft);
        return draft;
    }

    void writeMail(Draft draft) {
        draft.add("emailAddresses", "value", draft.mail, "type", oneOf(MAIL_TYPES, dice));
        if (chance(14)) {
            draft.add("emailAddresses", "value", draft.mail.substring(0, draft.mail.indexOf('@')) + ".privat@example.net", "type", "home");
        }
    }

    void writePhone(Draft draft) {
        draft.add("phoneNumbers", "value", draft.phone.in(notation(draft.culture)), "type", oneOf(PHONE_TYPES, dice));
        if (chance(16)) {
            draft.add("phoneNumbers", "value", freshPhone(draft.culture).in(notation(draft.culture)), "type", oneOf(PHONE_TYPES, dice));
        }
    }

    Phone freshPhone(Culture culture) {
        // Some areas are small: after twenty throws a family shares its line.
        for (int i = 0; i < 20; i++) {
            Phone phone = Phone.draw(culture, dice);
            if (phones.add(phone)) {
                return phone;
            }
        }
        return Phone.draw(culture, dice);
    }

    Phone.Notation notation(Culture culture) {
        if (Set.of("JP", "CN", "EG", "IR", "IN").contains(culture.region()) && chance(15)) {
            return Phone.Notation.OWN_DIGITS;
        }
        return Phone.Notation.values()[dice.nextInt(Phone.Notation.OWN_DIGITS.ordinal())];
    }

    private String freshMail(Word given, Word family, Culture culture) {
        String domain = oneOf(culture.mailDomains(), dice);
        String local = switch (dice.nextInt(4)) {
            case 0 -> given.latin() + "." + family.latin();
            case 1 -> given.latin();
            case 2 -> given.latin().charAt(0) + family.latin();
            default -> family.latin() + dice.nextInt(100);
        };
        String mail = local + "@" + domain;
        for (int i = 2; !mails.add(mail); i++) {
            mail = local + i + "@" + domain;
        }
        return mail;
    }

    private void extras(Draft draft) {
        Culture culture = draft.culture;
        if (chance(54)) {
            draft.add("organizations", "name", oneOf(culture.companies(), dice), "title", chance(60) ? oneOf(culture.titles(), dice) : "", "type", chance(70) ? "work" : "");
        }
        if (chance(20)) {
            address(draft);
        }
        if (chance(14)) {
            int year = chance(75) ? 1935 + dice.nextInt(75) : 0;
            draft.add("birthdays", Draft.with(Draft.item(), "date", Draft.date(year, 1 + dice.nextInt(12), 1 + dice.nextInt(28))));
        }
        if (chance(11)) {
            draft.add("biographies", "value", oneOf(culture.notes(), dice), "contentType", "TEXT_PLAIN");
        }
        if (chance(5)) {
            String given = draft.given();
            draft.add("nicknames", "value", given.codePointCount(0, given.length()) > 3 ? given.substring(0, given.offsetByCodePoints(0, 3)) : given);
        }
        if (chance(6)) {
            draft.add("urls", "value", "https://www." + culture.mailDomains().getFirst() + "/", "type", "homePage");
        }
        if (chance(5)) {
            draft.add("relations", "person", oneOf(culture.female(), dice).text(), "type", oneOf(List.of("spouse", "child", "mother", "assistant", "sister", "godmother"), dice));
        }
        if (chance(4)) {
            draft.add("events", Draft.with(Draft.item("type", "anniversary"), "date", Draft.date(1970 + dice.nextInt(50), 1 + dice.nextInt(12), 1 + dice.nextInt(28))));
        }
        if (chance(5)) {
            draft.add("userDefined", "key", "Customer no.", "value", "K-" + (10_000 + dice.nextInt(90_000)));
        }
        if (chance(2)) {
            draft.add("sipAddresses", "value", "sip:" + draft.mail, "type", "work");
        }
    }

    void address(Draft draft) {
        Culture culture = draft.culture;
        String street = oneOf(culture.streets(), dice);
        String city = oneOf(culture.cities(), dice);
        var address = Draft.item("streetAddress", street, "city", city, "country", culture.country(), "countryCode", culture.region(), "type", chance(60) ? "home" : "work");
        if (chance(20)) {
            // The whole address poured into one line of the form, as old phones did.
            address = Draft.item("streetAddress", street + ", " + city + ", " + culture.country());
        }
        address.add("formattedValue", new JsonPrimitive(street + "\n" + city + "\n" + culture.country()));
        draft.add("addresses", address);
    }

    boolean chance(int percent) {
        return dice.nextInt(100) < percent;
    }
}

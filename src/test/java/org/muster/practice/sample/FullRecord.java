package org.muster.practice.sample;

import static org.muster.practice.sample.Draft.date;
import static org.muster.practice.sample.Draft.item;
import static org.muster.practice.sample.Draft.with;

import com.google.gson.JsonPrimitive;

/** Fills every one of the fields that can be written, with most of their parts; {@code memberships} come with the labels. */
final class FullRecord {
    private FullRecord() {}

    static void fill(Draft draft, Author author) {
        for (String field : new String[] {"organizations", "addresses", "birthdays", "biographies", "nicknames", "urls", "relations", "events", "userDefined", "sipAddresses"}) {
            draft.clear(field);
        }
        Culture culture = draft.culture;
        String domain = culture.mailDomains().getFirst();
        String friend = culture.female().getLast().text();
        fillName(draft);
        draft.add("nicknames", "value", draft.given(), "type", "DEFAULT").add("nicknames", "value", culture.family().getFirst().text(), "type", "MAIDEN_NAME");
        draft.clear("emailAddresses");
        draft.add("emailAddresses", "value", draft.mail, "type", "work", "displayName", draft.given() + " " + draft.family());
        draft.add("emailAddresses", "value", "alt-" + draft.mail, "type", "Newsletter");
        draft.clear("phoneNumbers");
        draft.add("phoneNumbers", "value", draft.phone.in(Phone.Notation.INTERNATIONAL), "type", "mobile");
        draft.add("phoneNumbers", "value", author.freshPhone(culture).in(Phone.Notation.NATIONAL), "type", "workFax");
        fillAddress(draft);
        fillWork(draft, domain);
        draft.add("birthdays", with(item(), "date", date(1971, 2, 28)));
        draft.add("events", with(item("type", "anniversary"), "date", date(1999, 9, 9)));
        draft.add("events", with(item("type", "Erstes Konzert"), "date", date(0, 5, 1)));
        draft.add("biographies", "value", culture.notes().getFirst() + "\n" + culture.notes().getLast(), "contentType", "TEXT_PLAIN");
        draft.add("genders", "value", "female", "addressMeAs", "she/her");
        draft.add("imClients", "username", draft.mail, "protocol", "jabber", "type", "home");
        draft.add("imClients", "username", "muster-" + draft.mail.charAt(0), "protocol", "Matrix", "type", "other");
        draft.add("sipAddresses", "value", "sip:" + draft.mail, "type", "work");
        draft.add("urls", "value", "https://www." + domain + "/~" + draft.mail.charAt(0), "type", "blog").add("urls", "value", "ftp://ftp." + domain, "type", "ftp");
        draft.add("calendarUrls", "url", "https://calendar." + domain + "/free-busy.ics", "type", "freeBusy");
        draft.add("relations", "person", friend, "type", "spouse").add("relations", "person", culture.male().getLast().text(), "type", "Patenkind");
        draft.add("interests", "value", "Bell ringing").add("interests", "value", "Chess");
        draft.add("locales", "value", culture.language());
        draft.add("miscKeywords", "value", "VIP", "type", "OUTLOOK_KEYWORD").add("miscKeywords", "value", "120 km", "type", "OUTLOOK_MILEAGE");
        draft.add("externalIds", "value", "C-0042", "type", "customer").add("externalIds", "value", "legacy/17", "type", "Old CRM");
        draft.add("userDefined", "key", "Shoe size", "value", "39").add("userDefined", "key", "Allergies", "value", "nuts");
        draft.add("clientData", "key", "import-run", "value", "2019-03-14");
    }

    private static void fillName(Draft draft) {
        var name = draft.name();
        name.addProperty("honorificPrefix", "Dr.");
        name.addProperty("middleName", draft.culture.female().getFirst().text());
        name.addProperty("honorificSuffix", "MBE");
        name.addProperty("phoneticGivenName", draft.culture.female().getFirst().latin());
        name.addProperty("phoneticFamilyName", draft.mail.substring(0, draft.mail.indexOf('@')));
        name.remove("unstructuredName");
    }

    private static void fillAddress(Draft draft) {
        Culture culture = draft.culture;
        draft.add("addresses", "streetAddress", culture.streets().getFirst(), "extendedAddress", "c/o " + culture.family().getLast().text(), "poBox", "118",
                "city", culture.cities().getFirst(), "region", culture.cities().getLast(), "postalCode", "99999",
                "country", culture.country(), "countryCode", culture.region(), "type", "home");
        draft.add("addresses", "streetAddress", culture.streets().getLast(), "city", culture.cities().getLast(), "country", culture.country(), "type", "Ferienhaus");
    }

    private static void fillWork(Draft draft, String domain) {
        Culture culture = draft.culture;
        var work = item("name", culture.companies().getFirst(), "phoneticName", "kompani", "department", "R & D", "title", culture.titles().getFirst(),
                "jobDescription", "Keeps the archive", "location", "Building 3", "domain", domain, "symbol", "MSTR", "costCenter", "CC-7", "type", "work");
        with(with(work, "startDate", date(2009, 4, 1)), "current", new JsonPrimitive(true)).add("fullTimeEquivalentMillipercent", new JsonPrimitive(80_000));
        draft.add("organizations", work);
        draft.add("organizations", with(item("name", culture.companies().getLast(), "type", "school"), "endDate", date(1995, 7, 0)));
        draft.add("occupations", "value", culture.titles().getLast());
        draft.add("locations", with(item("value", "Main office", "type", "desk", "buildingId", "B3", "floor", "2", "floorSection", "A", "deskCode", "2A-117"), "current", new JsonPrimitive(true)));
    }
}

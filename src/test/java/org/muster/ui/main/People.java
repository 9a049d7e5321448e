package org.muster.ui.main;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.people.v1.model.AgeRangeType;
import com.google.api.services.people.v1.model.Biography;
import com.google.api.services.people.v1.model.Birthday;
import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.Date;
import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.FieldMetadata;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Organization;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import com.google.api.services.people.v1.model.PhoneNumber;
import com.google.api.services.people.v1.model.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;

/** Contacts for tests of the window. */
public final class People {
    public static final List<Label> LABELS = List.of(
            new Label(Label.MY_CONTACTS, "My Contacts", true, 0),
            new Label(Label.STARRED, "Starred", true, 0),
            new Label("contactGroups/choir", "Choir", false, 0),
            new Label("contactGroups/friends", "Friends", false, 0),
            new Label("contactGroups/suppliers", "Suppliers", false, 0),
            new Label("contactGroups/work", "Work", false, 0));

    private People() {}

    public static Person person(String id, String given, String family, String email, String phone, String company, String... labels) {
        Person p = new Person().setResourceName("people/" + id).setEtag("e1");
        p.setMetadata(new PersonMetadata().setSources(List.of(source("CONTACT", id).setEtag("#1"))));
        if (!given.isEmpty() || !family.isEmpty()) {
            p.setNames(List.of(new Name().setGivenName(given.isEmpty() ? null : given).setFamilyName(family.isEmpty() ? null : family).setDisplayName((given + " " + family).strip())));
        }
        if (!email.isEmpty()) {
            p.setEmailAddresses(Stream.of(email.split(" ")).map(e -> new EmailAddress().setValue(e).setType("work")).toList());
        }
        if (!phone.isEmpty()) {
            p.setPhoneNumbers(List.of(new PhoneNumber().setValue(phone).setType("work")));
        }
        if (!company.isEmpty()) {
            p.setOrganizations(List.of(new Organization().setName(company)));
        }
        List<Membership> memberships = new ArrayList<>();
        Stream.concat(Stream.of("myContacts"), Stream.of(labels)).forEach(l -> memberships.add(new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName("contactGroups/" + l))));
        p.setMemberships(memberships);
        return p;
    }

    private static Source source(String type, String id) {
        return new Source().setType(type).setId(id);
    }

    /** Ada, with more than the table shows. */
    public static Person ada() {
        Person ada = person("ada", "Ada", "Lovelace", "ada@example.org countess@example.net", "+44 20 7946 0001", "Analytical Engines", "friends");
        ada.getOrganizations().getFirst().setTitle("Countess");
        ada.getEmailAddresses().get(1).setType("home");
        ada.setBirthdays(List.of(new Birthday().setDate(new Date().setYear(1815).setMonth(12).setDay(10))));
        ada.setBiographies(List.of(new Biography().setValue("Prefers letters. Met at the Babbage evening.")));
        ada.setAgeRanges(List.of(new AgeRangeType().setAgeRange("TWENTY_ONE_OR_OLDER").setMetadata(new FieldMetadata().setSource(source("PROFILE", "1")))));
        return ada;
    }

    /** A few people as messy as real ones. */
    public static List<Person> messy() {
        List<Person> all = new ArrayList<>();
        all.add(ada());
        all.add(person("ada2", "ADA", "LOVELACE", "ADA@EXAMPLE.ORG", "02079460001", ""));
        all.add(person("gesla", "Zażółć", "Gęślą", "zazolc@przyklad.pl", "+48 22 555 01 10", "Jaźń sp. z o.o.", "work"));
        all.add(person("misaki", "渡辺", "美咲", "misaki@example.jp a@example.jp b@example.jp", "03-5550-0142", "東京商事", "work"));
        all.add(person("joost", "van den Berg,", "Joost", "joost@voorbeeld.nl", "+31 20 555 0123", "", "work"));
        all.add(person("elodie", "Élodie", "Fontaine", "elodie.fontaine@exemple", "01 55 50 19 84", "Atelier Nord", "friends"));
        all.add(person("noname", "", "", "no-name@example.com", "", ""));
        all.add(person("mehmet", "dr. mehmet", "öz", "mehmet@ornek.tr", "(0212) 555-0177", "Klinik", "work"));
        all.add(person("priya", "Priya", "Raman", "priya@example.in p@example.in", "+91 22 5550 0133", "Raman & Co.", "work", "starred"));
        all.add(person("siobhan", "Siobhán", "O'Brien", "siobhan@example.ie", "+353 1 555 0162", ""));
        all.add(person("mueller", "Müller", "GmbH", "kontakt@mueller.example", "+49 30 5550 0111", "Müller GmbH", "suppliers"));
        all.add(person("ivan", "Иван", "Петров", "ivan@primer.ru", "8 (495) 555-01-19", ""));
        all.add(person("ngozi", "Ngozi", "Okafor", "ngozi@example.ng", "+234 1 555 0147", "Lagos Press", "work"));
        all.add(person("nomail", "Kemal", "", "", "555", "", "choir"));
        return all;
    }

    /** The messy ones and many plain ones. */
    public static List<Person> many(int count) {
        List<Person> all = new ArrayList<>(messy());
        String[] given = {"Maria", "John", "Łukasz", "Olga", "Søren", "Jürgen", "Chloé", "Ahmed", "Fatima", "Beatriz"};
        String[] family = {"Silva", "Smith", "Nowak", "Ivanova", "Nielsen", "Weiß", "Dupont", "Hassan", "Costa", "Okoye", "Tanaka"};
        String[] labels = {"work", "friends", "choir", "suppliers"};
        for (int i = all.size(); i < count; i++) {
            String g = given[i % given.length];
            String f = family[i * 7 % family.length];
            all.add(person("p" + i, g, f + " " + i, i % 4 == 0 ? "" : "person" + i + "@example.com", i % 3 == 0 ? "" : "+1 555 " + (1000000 + i * 37L % 8999999), i % 2 == 0 ? "Company " + i % 97 : "", i % 5 == 0 ? new String[0] : new String[] {labels[i % 4]}));
        }
        return all;
    }

    private static Person asFromTheWire(Person person) {
        try {
            return GsonFactory.getDefaultInstance().fromString(GsonFactory.getDefaultInstance().toString(person), Person.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a listing with this mask would bring it. */
    public static Contact read(Person person, FieldMask mask) {
        Person copy = asFromTheWire(person);
        for (PersonField field : PersonField.values()) {
            if (!mask.contains(field) && field != PersonField.METADATA) {
                copy.set(field.path(), null);
            }
        }
        return new Contact(copy, mask);
    }
}

package org.muster.changes;

import com.google.api.services.people.v1.model.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muster.changes.Finding.Code;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;

/**
 * Finds, before anything is sent, the contacts to be made that look like one that is there already, on its way, or among themselves: a file that is
 * imported twice. It only tells; who is left out is for people to say. Immutable and safe for use by several threads.
 *
 * <p>The rule is Muster's own. A contact to be made looks like another one when
 * <ol>
 *   <li>an e-mail address is the same, in capitals or not; dots, accents and what follows a plus sign count; or
 *   <li>a phone number <em>and</em> the name are the same, or a phone number is and neither has a name; or
 *   <li>the name is the same and the one to be made gives neither e-mail address nor phone number to tell them apart, nor a company where the
 *       other has another one.
 * </ol>
 * Names are the same without regard to capitals, accents and punctuation, with the same words in the same order; where there is no name, the
 * nickname or else the company stands for it. Phone numbers are the same when their digits are, with {@code 00} for {@code +}; a number with its
 * country is the same as one without when the latter is its end behind the country code, at least seven digits long. A number alone says too
 * little: households and switchboards share one. Contacts with none of these (an address alone, a custom field alone) are not recognised.
 */
public final class Twins {
    /** The fields the rule goes by, beside {@link PersonField#ORGANIZATIONS}: without them a contact cannot be recognised. */
    public static final FieldMask NEEDED = FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES, PersonField.PHONE_NUMBERS);

    /**
     * A contact to be made.
     *
     * @param number what people call its row
     * @param look what it is recognised by
     */
    public record Row(int number, Look look) {}

    /**
     * What a row looks like.
     *
     * @param finding in words
     * @param spare whether what it looks like is there without it: a contact, or a row of which nothing is said. Otherwise it looks only like a row that may
     *     be left out itself, and leaving out both would lose somebody
     */
    public record Likeness(Finding finding, boolean spare) {}

    private final Index there = new Index();
    private final int unseen;

    /**
     * Looks through the contacts of an account; some milliseconds for thousands.
     *
     * @param account what is there already
     */
    public Twins(Collection<Contact> account) {
        int lacking = 0;
        for (Contact contact : account) {
            there.add(Look.of(contact), contact::displayName);
            lacking += contact.loaded().containsAll(NEEDED) ? 0 : 1;
        }
        unseen = lacking;
    }

    /** How many contacts of the account cannot be recognised for certain, because not all of {@link #NEEDED} is loaded of them. */
    public int unseen() {
        return unseen;
    }

    /**
     * What there is to say about the rows, by their place in the list: {@link Code#ALREADY_THERE}, {@link Code#ON_ITS_WAY} or {@link Code#REPEATED}, in
     * this order where more than one is true. Of rows that are the same the first is not spoken of.
     *
     * @param coming contacts that jobs have still to make, or may have made
     */
    public Map<Integer, Likeness> among(Collection<Person> coming, List<Row> rows) {
        Index way = new Index();
        coming.forEach(person -> way.add(Look.of(person), () -> Contact.displayName(person)));
        Index before = new Index();
        Index told = new Index();
        Map<Integer, Likeness> found = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Optional<Likeness> likeness = there.find(row.look()).map(hit -> new Likeness(hit.finding(Code.ALREADY_THERE), true))
                    .or(() -> way.find(row.look()).map(hit -> new Likeness(hit.finding(Code.ON_ITS_WAY), true)))
                    .or(() -> before.find(row.look()).map(hit -> new Likeness(hit.finding(Code.REPEATED), true)))
                    .or(() -> told.find(row.look()).map(hit -> new Likeness(hit.finding(Code.REPEATED), false)));
            if (likeness.isPresent()) {
                found.put(i, likeness.get());
            }
            (likeness.isPresent() ? told : before).add(row.look(), () -> String.valueOf(row.number()));
        }
        return found;
    }

    /** What is the same, in the order in which it convinces. */
    private enum Same {
        ADDRESS,
        NAME_AND_NUMBER,
        NUMBER,
        NAME
    }

    /** What a contact is called, asked for only when it is needed. */
    private interface Called {
        String name();
    }

    private record Known(Look look, Called called) {}

    private record Hit(Known known, Same same) {
        Finding finding(Code code) {
            return Finding.whole(code, Severity.WARNING, known.called().name(), same.ordinal());
        }
    }

    private static final class Index {
        private final Map<String, Known> byAddress = new HashMap<>();
        private final Map<String, List<Known>> byNumber = new HashMap<>();
        private final Map<String, Known> byName = new HashMap<>();
        private final Map<String, Known> byBareName = new HashMap<>();
        private final Map<String, Known> byCompany = new HashMap<>();

        void add(Look look, Called called) {
            Known known = new Known(look, called);
            look.addresses().forEach(address -> byAddress.putIfAbsent(address, known));
            look.numbers().forEach(number -> named(look).forEach(name -> byNumber.computeIfAbsent(key(name, number.tail()), k -> new ArrayList<>(1)).add(known)));
            for (String name : look.names()) {
                byName.putIfAbsent(name, known);
                look.companies().forEach(company -> byCompany.putIfAbsent(key(name, company), known));
                if (look.companies().isEmpty()) {
                    byBareName.putIfAbsent(name, known);
                }
            }
        }

        /** The names, or the one that stands for none. */
        private static List<String> named(Look look) {
            return look.names().isEmpty() ? List.of("") : look.names();
        }

        private static String key(String name, String more) {
            return name + '\n' + more;
        }

        Optional<Hit> find(Look look) {
            for (String address : look.addresses()) {
                Known known = byAddress.get(address);
                if (known != null) {
                    return Optional.of(new Hit(known, Same.ADDRESS));
                }
            }
            for (PhoneLook number : look.numbers()) {
                for (String name : named(look)) {
                    for (Known known : byNumber.getOrDefault(key(name, number.tail()), List.of())) {
                        if (known.look().numbers().stream().anyMatch(number::same)) {
                            return Optional.of(new Hit(known, name.isEmpty() ? Same.NUMBER : Same.NAME_AND_NUMBER));
                        }
                    }
                }
            }
            return look.addresses().isEmpty() && look.numbers().isEmpty() ? byName(look) : Optional.empty();
        }

        private Optional<Hit> byName(Look look) {
            for (String name : look.names()) {
                Known known = look.companies().isEmpty() ? byName.get(name) : byBareName.get(name);
                for (String company : look.companies()) {
                    known = known == null ? byCompany.get(key(name, company)) : known;
                }
                if (known != null) {
                    return Optional.of(new Hit(known, Same.NAME));
                }
            }
            return Optional.empty();
        }
    }
}

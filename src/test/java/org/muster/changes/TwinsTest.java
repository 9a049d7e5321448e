package org.muster.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Nickname;
import com.google.api.services.people.v1.model.Organization;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.changes.Finding.Code;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;

class TwinsTest {
    private static final FieldMask LOADED = Twins.NEEDED.union(FieldMask.of(PersonField.ORGANIZATIONS, PersonField.NICKNAMES));

    /** A person in one line: {@code given family <address> #number @company}. */
    private static Person person(String line) {
        Person person = new Person();
        List<String> names = new ArrayList<>();
        for (String word : line.split("\\s*\\|\\s*")) {
            if (word.startsWith("<")) {
                person.setEmailAddresses(List.of(new EmailAddress().setValue(word.substring(1))));
            } else if (word.startsWith("#")) {
                person.setPhoneNumbers(List.of(new PhoneNumber().setValue(word.substring(1))));
            } else if (word.startsWith("@")) {
                person.setOrganizations(List.of(new Organization().setName(word.substring(1))));
            } else if (word.startsWith("~")) {
                person.setNicknames(List.of(new Nickname().setValue(word.substring(1))));
            } else if (!word.isEmpty()) {
                names.add(word);
            }
        }
        if (names.size() == 1) {
            person.setNames(List.of(new Name().setUnstructuredName(names.getFirst())));
        } else if (names.size() == 2) {
            person.setNames(List.of(new Name().setGivenName(names.getFirst()).setFamilyName(names.getLast())));
        }
        return person;
    }

    private static Twins account(String... lines) {
        return new Twins(IntStream.range(0, lines.length).mapToObj(i -> new Contact(person(lines[i]).setResourceName("people/c" + i), LOADED)).toList());
    }

    private static Map<Integer, Finding> among(Twins twins, List<Person> coming, String... rows) {
        Map<Integer, Finding> found = new TreeMap<>();
        likenesses(twins, coming, rows).forEach((place, likeness) -> found.put(place, likeness.finding()));
        return found;
    }

    private static Map<Integer, Twins.Likeness> likenesses(Twins twins, List<Person> coming, String... rows) {
        return twins.among(coming, IntStream.range(0, rows.length).mapToObj(i -> new Twins.Row(i + 1, Look.of(person(rows[i])))).toList());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Ada|Lovelace|<ada@example.org,       Countess|<ADA@Example.org ,            same e-mail address
            Ada|Lovelace|#020 7946 0001,         ADA|lovelace|#(020) 7946-0001,         same name and number
            Ada|Lovelace|#+44 20 7946 0001,      Ada Lovelace|#020 7946 0001,           same name and number
            Ada|Lovelace|#+44 (0)20 7946 0001,   Ada|Lovelace|#0044 20 79460001,        same name and number
            Ada|Lovelace|#٠٢٠ ٧٩٤٦ ٠٠٠١,         Ada|Lovelace|#020 7946 0001,           same name and number
            Zażółć|Gęślą|#22 555 01 22,          Zazolc|Gesla|#22 5550122,              same name and number
            Siobhán|O’Brien|#555 0102 33,        Siobhan|O'Brien|#555-0102-33,          same name and number
            #+1 415 555 0163,                    #4155550163,                           'same number, no name'
            ~Ada|#555 0102 33,                   ~ada|#555 0102 33,                     same name and number
            @Müller GmbH|#040 555 0166,          @MÜLLER GMBH|#040-5550166,             same name and number
            Ada|Lovelace|<ada@example.org,       Ada|Lovelace,                          same name
            Ada|Lovelace|@Engines,               Ada|Lovelace|@engines,                 same name
            Ada|Lovelace,                        Ada|Lovelace|@Engines,                 same name
            渡辺|美咲,                            渡辺 美咲,                              same name
            """)
    void looksLike(String there, String row, String same) {
        assertThat(among(account("Someone|Else|#99 555 0199|<else@example.org", there), List.of(), row).values())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(Code.ALREADY_THERE);
                    assertThat(finding.blocks()).isFalse();
                    assertThat(finding.sentence()).endsWith(same).contains(Contact.displayName(person(there)));
                });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Ada|Lovelace|<ada@example.org,       Ada|Lovelace|<countess@example.org
            Ada|Lovelace|<ada@example.org,       Ada|Lovelace|<ada+post@example.org
            Ada|Lovelace|<josé@example.org,      Ada|Lovelace|<jose@example.org
            Ada|Lovelace|#020 7946 0001,         Byron|Lovelace|#020 7946 0001
            Ada|Lovelace|#020 7946 0001,         Ada|Lovelace|#020 7946 0002
            Ada|Lovelace|#+44 20 7946 0001,      Ada|Lovelace|#7946 0001
            Ada|Lovelace|#+44 20 7946 0001,      Ada|Lovelace|#+45 20 7946 0001
            Ada|Lovelace|#112,                   Ada|Lovelace|#112|<ada@example.org
            Ada|Lovelace,                        Ada|Lovelace|#020 7946 0001
            Ada|Lovelace|@Engines,               Ada|Lovelace|@Royal Society
            Ada|Lovelace,                        Lovelace|Ada
            #020 7946 0001,                      Ada|Lovelace|#020 7946 0001
            '',                                  ''
            """)
    void doesNotLookLike(String there, String row) {
        assertThat(among(account(there), List.of(), row)).isEmpty();
    }

    @Test
    void whatIsThereBeforeWhatIsComingBeforeWhatIsInTheGrid() {
        Map<Integer, Finding> found = among(account("Ann|One|<ann@example.org"), List.of(person("Ann|One|<ann@example.org"), person("Ben|Two|<ben@example.org")),
                "Ann|<ann@example.org", "Ben|<ben@example.org", "Cid|<cid@example.org", "Dan|<dan@example.org", "Cid|<CID@example.org", "Ann|<ann@example.org");
        assertThat(found).extractingFromEntries(Map.Entry::getKey).containsExactly(0, 1, 4, 5);
        assertThat(found.values()).extracting(Finding::code).containsExactly(Code.ALREADY_THERE, Code.ON_ITS_WAY, Code.REPEATED, Code.ALREADY_THERE);
        assertThat(found.get(4).sentence()).isEqualTo("Looks like row 3: same e-mail address");
        assertThat(found.get(1).sentence()).contains("“Ben Two”").contains("in a job");
    }

    @Test
    void aRowThatLooksOnlyLikeOneThatMayBeLeftOutIsNotSpare() {
        Map<Integer, Twins.Likeness> found = likenesses(account("Ann|One|<ann@example.org"), List.of(),
                "Ann|One|<ann@example.org|#020 555 0101", "Ann|One|#020 555 0101", // like the first, which is there already
                "Ben|Two|<ben@example.org", "Ben|Two|<ben@example.org|#020 555 0102", "Ben|Two|#020 555 0102", "Ben|<BEN@example.org");
        assertThat(found.values()).extracting(likeness -> likeness.finding().code()).containsExactly(Code.ALREADY_THERE, Code.REPEATED, Code.REPEATED, Code.REPEATED, Code.REPEATED);
        assertThat(found).extractingFromEntries(Map.Entry::getKey).containsExactly(0, 1, 3, 4, 5);
        assertThat(found.values()).extracting(Twins.Likeness::spare).containsExactly(true, false, true, false, true);
    }

    @Test
    void aProfilesAddressIsOneOfTheContact() {
        Contact ada = new Contact(People.ada(), FieldMask.all());
        assertThat(among(new Twins(List.of(ada)), List.of(), "Someone|<countess@example.net")).hasSize(1);
    }

    @Test
    void whatIsNotLoadedIsCounted() {
        assertThat(account("Ann|One").unseen()).isZero();
        Contact blind = new Contact(person("Ann|One").setResourceName("people/c1"), FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES));
        assertThat(new Twins(List.of(blind)).unseen()).isOne();
    }

    /** No time is asserted: a rule that held each row against each contact would run for minutes. */
    @Test
    void thirtyThousandRowsInAnAccountOfTwentyFiveThousand() {
        String[] there = IntStream.range(0, 25_000).mapToObj(i -> "Singer|No " + i + "|<singer" + i + "@example.org|#030 555 " + (100_000 + i) + "|@Choir").toArray(String[]::new);
        String[] rows = IntStream.range(0, 30_000).mapToObj(i -> i % 3 == 0 ? "Singer|@Choir " + i : i % 3 == 1 ? "Singer|No " + i + "|#+49 30 555 " + (100_000 + i) : "Singer|<SINGER" + i + "@example.org").toArray(String[]::new);
        Map<Integer, Finding> found = among(account(there), List.of(), rows);
        assertThat(found.values().stream().filter(f -> f.code() == Code.ALREADY_THERE)).hasSize((int) IntStream.range(0, 25_000).filter(i -> i % 3 != 0).count());
    }
}

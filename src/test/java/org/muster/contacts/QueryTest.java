package org.muster.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Person;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Example;
import org.muster.ui.main.People;

class QueryTest {
    private static final Map<String, String> LABELS = Map.of("contactGroups/friends", "Friends", "contactGroups/work", "Work crowd", Label.STARRED, "Starred", Label.MY_CONTACTS, "My Contacts");
    private static final FieldMask MASK = FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES, PersonField.PHONE_NUMBERS, PersonField.ORGANIZATIONS, PersonField.MEMBERSHIPS);

    private final Person ada = People.person("ada", "Ada", "Lovelace", "ada@example.org countess@example.net", "+44 20 7946 0001", "Analytical Engines", "friends");

    private static boolean finds(String query, Person person) {
        return Query.parse(query).query().matches(SearchText.of(People.read(person, MASK), LABELS));
    }

    @Example
    void findsBeginningsOfWordsInAnyField() {
        for (String hit : List.of("ada", "love", "ADA LOVE", "lovelace ada", "example.org", "ada@example", "engines", "friends", "countess", "7946")) {
            assertThat(finds(hit, ada)).as(hit).isTrue();
        }
        for (String miss : List.of("velace", "xyz", "ada xyz", "ngines", "my", "contacts")) {
            assertThat(finds(miss, ada)).as(miss).isFalse();
        }
    }

    @Example
    void ignoresCaseAndAccentsAndForms() {
        Person p = People.person("x", "Żółć", "Müller-Lüdenscheidt Ｗｉｄｅ", "", "", "Straße Øst");
        for (String hit : List.of("zolc", "ŻÓŁĆ", "muller", "ludens", "wide", "strasse", "ost", "Straße", "Øst")) {
            assertThat(finds(hit, p)).as(hit).isTrue();
        }
    }

    @Example
    void findsInsideScriptsWithoutSpaces() {
        Person p = People.person("x", "渡辺美咲", "", "", "", "東京商事");
        assertThat(finds("美咲", p)).isTrue();
        assertThat(finds("商事", p)).isTrue();
        assertThat(finds("京渡", p)).isFalse();
    }

    @Example
    void findsNumbersHoweverTheyAreWritten() {
        assertThat(finds("phone:442079460001", ada)).isTrue();
        assertThat(finds("\"+44 20\"", ada)).isTrue();
        assertThat(finds("phone:4420", ada)).isTrue();
    }

    @Example
    void looksForPhrasesAsTheyStand() {
        assertThat(finds("\"ada love\"", ada)).isTrue();
        assertThat(finds("\"lovelace ada\"", ada)).isFalse();
        assertThat(finds("\"ada love", ada)).as("a quote still open").isTrue();
        assertThat(finds("company:\"analytical eng\"", ada)).isTrue();
    }

    @Example
    void looksInOneFieldOnly() {
        assertThat(finds("name:ada", ada)).isTrue();
        assertThat(finds("company:ada", ada)).isFalse();
        assertThat(finds("emailAddresses:countess", ada)).isTrue();
        assertThat(finds("EMAIL:example", ada)).isTrue();
        assertThat(finds("label:fri", ada)).isTrue();
        assertThat(finds("label:crowd", People.person("w", "W", "", "", "", "", "work"))).isTrue();
    }

    @Example
    void knowsWhatIsThereAndWhatIsNot() {
        Person bare = People.person("b", "Bare", "", "", "", "");
        assertThat(finds("has:email", ada)).isTrue();
        assertThat(finds("has:email", bare)).isFalse();
        assertThat(finds("no:email", bare)).isTrue();
        assertThat(finds("no:email", ada)).isFalse();
        assertThat(finds("no:label", bare)).as("My Contacts is no label to speak of").isTrue();
        assertThat(finds("is:starred", ada)).isFalse();
        assertThat(finds("is:starred", People.person("s", "S", "", "", "", "", "starred"))).isTrue();
    }

    @Example
    void neverTakesAFieldThatWasNotReadForAnEmptyOne() {
        assertThat(finds("no:birthday", ada)).isFalse();
        assertThat(finds("-birthday:1815", ada)).isFalse();
        assertThat(finds("-has:birthday", ada)).isFalse();
        assertThat(Query.parse("no:birthday -note:x ada").query().fields()).isEqualTo(FieldMask.of(PersonField.BIRTHDAYS, PersonField.BIOGRAPHIES));
    }

    @Example
    void turnsTermsAround() {
        assertThat(finds("-xyz", ada)).isTrue();
        assertThat(finds("-ada", ada)).isFalse();
        assertThat(finds("-has:email", ada)).isFalse();
        assertThat(finds("-label:work ada", ada)).isTrue();
        assertThat(finds("-", ada)).as("a term not complete yet").isTrue();
    }

    @Example
    void namesWhatItDoesNotUnderstandAndFindsLessNotMore() {
        Query.Parsed parsed = Query.parse("emial:ada has:phnoe is:purple");
        assertThat(parsed.problems()).extracting(Query.Problem::word).containsExactly("emial", "phnoe", "purple");
        assertThat(parsed.problems().get(0).suggestion()).contains("email");
        assertThat(parsed.problems().get(1).suggestion()).contains("phone");
        assertThat(parsed.problems().get(2).suggestion()).contains("starred");
        assertThat(finds("emial:ada", ada)).isFalse();
        assertThat(Query.parse("http://example.org 10:30").problems()).isEmpty();
        assertThat(Query.parse("label: has: is:").query().isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.strings().withChars("ab -:\"\\éß渡\t\u0080\n\uD83D").ofMaxLength(14).injectDuplicates(0.1);
    }

    @Property(tries = 300)
    void takesAnything(@ForAll @From("typed") String text) {
        Query.Parsed parsed = Query.parse(text);
        assertThat(parsed.query().text()).isEqualTo(text.strip());
        parsed.query().matches(SearchText.of(People.read(ada, MASK), LABELS));
    }

    @Property(tries = 200)
    void findsEveryBeginningOfEveryName(@ForAll @From("names") String name, @ForAll int cut) {
        Person p = People.person("x", name, "", "", "", "");
        String begin = name.substring(0, 1 + Math.floorMod(cut, name.length()));
        assertThat(finds("\"" + begin + "\"", p)).isTrue();
        assertThat(finds("name:\"" + begin.toUpperCase(java.util.Locale.ROOT) + "\"", p)).isTrue();
        assertThat(finds("-\"" + begin + "\"", p)).isFalse();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("abcdeéüłøАяΩ渡あ1'").ofMinLength(1).ofMaxLength(8);
    }
}

package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class ListTest {
    @TempDir
    Path folder;

    private Shell shell;
    private String ada;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        ada = shell.given("{'names':[{'givenName':'Ada','familyName':'Lovelace'}],'emailAddresses':[{'value':'ada@example.org','type':'work'},{'value':'countess@example.net'}],'biographies':[{'value':'Prefers letters'}]}");
        shell.given("{'names':[{'givenName':'José','familyName':'Núñez'}],'phoneNumbers':[{'value':'+34 600 000 001'}]}");
        shell.given("{'organizations':[{'name':'Ada Mills'}]}");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @ParameterizedTest
    @CsvSource({"ada, 2", "LOVE, 1", "nunez, 1", "letters, 1", "email:example, 1", "has:phone, 1", "no:email, 2", "-ada, 1", "'\"ada love\"', 1", "name:ada, 1", "elace, 0"})
    void aQueryFindsWhatItSays(String query, int found) {
        Shell.Ran ran = shell.muster("list", "--where", query, "--output", "jsonl");
        assertThat(ran.code()).isZero();
        assertThat(ran.lines()).hasSize(found);
        assertThat(ran.err()).contains(found == 0 ? "No contact of 3" : found == 1 ? "1 contact of 3" : found + " contacts of 3");
    }

    @Test
    void jsonIsAListOfTheApisPersons() {
        JsonArray list = JsonParser.parseString(shell.muster("list", "--output", "json").out()).getAsJsonArray();
        assertThat(list).hasSize(3).anySatisfy(e -> {
            JsonObject person = e.getAsJsonObject();
            assertThat(person.get("resourceName").getAsString()).isEqualTo(ada);
            assertThat(person.has("etag")).isTrue();
            assertThat(person.getAsJsonArray("emailAddresses")).hasSize(2);
        });
    }

    @Test
    void onlyTheFieldsOfTheMaskAreWrittenAlsoWhenTheQueryNeedsMore() {
        JsonObject person = JsonParser.parseString(shell.muster("list", "--where", "email:countess", "--fields", "names", "--output", "jsonl").out()).getAsJsonObject();
        assertThat(person.keySet()).contains("names", "resourceName").doesNotContain("emailAddresses", "biographies");
    }

    @Test
    void aBareWordIsLookedForInTheFieldsThatAreRead() {
        assertThat(shell.muster("list", "--where", "letters", "--fields", "names", "--output", "jsonl").lines()).isEmpty();
    }

    @Test
    void aTableIsForTheEye() {
        assertThat(shell.muster("list", "--where", "lovelace").lines()).hasSize(2).first().asString().contains("Name", "E-mail");
        assertThat(shell.muster("list", "--where", "lovelace").lines().getLast()).contains("Ada Lovelace", "ada@example.org · countess@example.net", ada);
    }

    @Test
    void csvCallsItsColumnsAsSetDoes() {
        assertThat(shell.muster("list", "--where", "lovelace", "--output", "csv", "--fields", "names,emailAddresses").lines()).containsExactly(
                "resourceName,names.givenName,names.familyName,names.unstructuredName,emailAddresses[1].value,emailAddresses[1].type,emailAddresses[2].value",
                ada + ",Ada,Lovelace,Ada Lovelace,ada@example.org,work,countess@example.net");
    }

    @Test
    void cardsAreCards() {
        assertThat(shell.muster("list", "--where", "lovelace", "--output", "vcf").lines()).startsWith("BEGIN:VCARD", "VERSION:4.0").anyMatch(l -> l.startsWith("N") && l.contains("Lovelace;Ada"));
    }

    @ParameterizedTest
    @CsvSource({"--fields, 'names,nmaes', nmaes", "--where, emial:x, email", "--where, is:red, starred", "--output, xml, xml", "--account, nobody, muster accounts", "--sort, x, muster list --help"})
    void aSlipIsNamedAndNothingIsRead(String option, String value, String said) {
        Shell.Ran ran = shell.muster("list", option, value);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains(said);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsSaidSo() {
        Shell.Ran ran = shell.muster("list", "--endpoint", "http://127.0.0.1:9/");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("could not be read");
        assertThat(shell.muster("list", "--endpoint", "nonsense").code()).isEqualTo(1);
    }

    @Test
    void commandsThatOnlyLookLeaveTheJournalAlone() throws Exception {
        Path journal = Files.createDirectories(folder.resolve("data")).resolve("muster.db");
        Files.writeString(journal, "no database ".repeat(500)); // would be set aside, and that would be said
        for (String command : List.of("list", "labels", "accounts", "backup")) {
            Shell.Ran ran = shell.muster(command);
            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.err()).doesNotContain("muster.db");
        }
        assertThat(journal).content().startsWith("no database");
        assertThat(shell.muster("jobs").err()).contains("muster.db.damaged");
    }
}

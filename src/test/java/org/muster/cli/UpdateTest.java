package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
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
class UpdateTest {
    @TempDir
    Path folder;

    private Shell shell;
    private String ada;
    private String bob;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        ada = shell.given("{'names':[{'givenName':'Ada'}],'organizations':[{'name':'Engines','title':'Countess'},{'name':'Society'}],'phoneNumbers':[{'value':'00441','type':'work'}],'nicknames':[{'value':'Enchantress'}]}");
        bob = shell.given("{'names':[{'givenName':'Bob'}],'emailAddresses':[{'value':'bob@example.org'}]}");
        for (int i = 0; i < 10; i++) {
            shell.given("{'names':[{'givenName':'Extra " + i + "'}]}");
        }
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private String field(String name, String field) {
        JsonObject person = shell.contact(name);
        return person.has(field) ? person.get(field).toString().replaceAll("\"metadata\":\\{[^}]*}}?,?", "").replaceAll("\"(formattedType|displayName|canonicalForm)\":\"[^\"]*\",?", "") : "";
    }

    @Test
    void setWritesTheFirstValueAndMakesOneWhereThereIsNone() {
        Shell.Ran ran = shell.muster("update", "--all", "--set", "organizations.name=ACME", "--yes", "--report", folder.resolve("r.csv").toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(field(ada, "organizations")).contains("ACME", "Countess", "Society").doesNotContain("Engines");
        assertThat(field(bob, "organizations")).contains("ACME");
        assertThat(folder.resolve("r.csv")).content().contains("resourceName", ada, "done").hasLineCount(13);
        assertThat(shell.muster("update", "--all", "--set", "organizations.name=ACME").err()).contains("nothing to send", "12 of them as wanted");
    }

    @Test
    void otherPlacesHaveANotation() {
        Shell.Ran ran = shell.muster("update", "--where", "name:ada", "--yes", "--set", "organizations[2].name=Royal", "--set", "phoneNumbers[+].value=+1 555", "--set", "phoneNumbers[+].type=home",
                "--set", "phoneNumbers[+].value=+1 666", "--set", "urls[3]=https://example.org/", "--set", "organizations[*].department=Board", "--set", "nicknames=");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(shell.muster("list", "--where", "name:ada", "--output", "csv").out()).contains("Royal", "Board").doesNotContain("Enchantress", "Society");
        List<String> header = List.of(shell.muster("list", "--where", "name:ada", "--fields", "phoneNumbers,urls", "--output", "csv").lines().getFirst().split(","));
        assertThat(header).containsExactly("resourceName", "phoneNumbers[1].value", "phoneNumbers[1].type", "phoneNumbers[2].value", "phoneNumbers[2].type", "phoneNumbers[3].value", "urls[1].value");
        assertThat(shell.contact(ada).getAsJsonArray("phoneNumbers")).hasSize(3);
    }

    @Test
    void clearAndReplaceDoWhatTheySay() {
        Shell.Ran ran = shell.muster("update", "--where", "name:ada", "--yes", "--clear", "nicknames", "--clear", "organizations.title", "--replace", "phoneNumbers.value", "^00", "+");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(shell.contact(ada).has("nicknames")).isFalse();
        assertThat(field(ada, "organizations")).contains("Engines").doesNotContain("Countess");
        assertThat(field(ada, "phoneNumbers")).contains("+441");
    }

    @Test
    void overwritingNeedsAYesWhereNobodyCanBeAsked() {
        Shell.Ran ran = shell.muster("update", "--where", "name:ada", "--set", "organizations.name=ACME");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("--yes", "--dry-run");
        assertThat(field(ada, "organizations")).contains("Engines");
        assertThat(shell.typing("n\n", "update", "--where", "name:ada", "--set", "organizations.name=ACME").code()).isEqualTo(1);
        assertThat(shell.mutations()).isZero();
        assertThat(shell.typing("y\n", "update", "--where", "name:ada", "--set", "organizations.name=ACME").code()).isZero();
        assertThat(field(ada, "organizations")).contains("ACME");
    }

    @Test
    void addingDestroysNothing() {
        assertThat(shell.muster("update", "--where", "name:bob", "--set", "emailAddresses[+].value=b@example.org").code()).isZero();
        assertThat(shell.contact(bob).getAsJsonArray("emailAddresses")).hasSize(2);
    }

    @Test
    void aDryRunShowsWhatWouldBeSentAndSendsNothing() {
        Shell.Ran ran = shell.muster("update", "--where", "name:ada", "--set", "organizations.name=ACME", "--dry-run");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("update  " + ada + "  Ada", "organizations: Engines, Countess · Society → ACME, Countess · Society");
        assertThat(ran.err()).contains("1 contact would be sent");
        assertThat(shell.mutations()).isZero();
        assertThat(shell.muster("jobs").err()).contains("No job");
    }

    @Test
    void anotherNumberThanExpectedStopsBeforeAnythingIsSent() {
        Shell.Ran ran = shell.muster("update", "--where", "name:ada", "--set", "nicknames=Ada", "--yes", "--expect", "2");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("2").contains("is 1");
        assertThat(shell.mutations()).isZero();
        assertThat(shell.muster("update", "--where", "name:ada", "--set", "nicknames=Ada", "--yes", "--expect", "1").code()).isZero();
    }

    @Test
    void whatListWritesUpdateReads() throws Exception {
        for (String form : List.of("json", "jsonl")) {
            String file = shell.file("all." + form, shell.muster("list", "--output", form).out());
            assertThat(shell.muster("update", "--from", file, "--mask", "names,organizations,phoneNumbers,memberships").err()).contains("nothing to send");
            Files.writeString(Path.of(file), Files.readString(Path.of(file)).replace("\"Countess\"", "\"Poet " + form + "\""));
            Shell.Ran ran = shell.muster("update", "--from", file, "--mask", "organizations", "--yes");
            assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
            assertThat(field(ada, "organizations")).contains("Poet " + form, "Society");
            shell.server.changeElsewhere(ada, p -> p.getAsJsonArray("organizations").get(0).getAsJsonObject().addProperty("title", "Countess"));
        }
    }

    @Test
    void csvGoesThereAndBackToo() throws Exception {
        String file = shell.file("all.csv", shell.muster("list", "--output", "csv").out());
        assertThat(shell.muster("update", "--from", file).err()).contains("nothing to send");
        Files.writeString(Path.of(file), Files.readString(Path.of(file)).replace("Countess", "Poet").replace("Enchantress", ""));
        Shell.Ran ran = shell.muster("update", "--from", file, "--yes");
        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        assertThat(field(ada, "organizations")).contains("Poet", "Engines", "Society");
        assertThat(shell.contact(ada).has("nicknames")).isFalse();
    }

    @Test
    void whatTheFileDoesNotSayIsLeftAloneAndAnEmptyListEmpties() {
        String file = shell.file("x.json", "[{\"resourceName\":\"" + ada + "\",\"nicknames\":[]}]");
        assertThat(shell.muster("update", "--from", file, "--mask", "nicknames,organizations", "--yes").code()).isZero();
        assertThat(shell.contact(ada).has("nicknames")).isFalse();
        assertThat(field(ada, "organizations")).contains("Engines");
    }

    @Test
    void aRowWithoutAKnownNameIsNamedAndNotSent() {
        String file = shell.file("x.csv", "resourceName,nicknames.value\n" + ada + ",Lady\n,Nobody\npeople/c99,Gone\n" + ada + ",Twice\n");
        Shell.Ran ran = shell.muster("update", "--from", file, "--yes");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).contains("row 2", "row 3", "row 4", "people/c99", "not sent").doesNotContain("row 1");
        assertThat(field(ada, "nicknames")).contains("Lady");
    }

    @Test
    void aContactThatHasMovedOnSinceTheFileIsAConflict() {
        String file = shell.file("all.json", shell.muster("list", "--where", "name:ada", "--output", "json").out().replace("Countess", "Poet"));
        shell.server.changeElsewhere(ada, p -> p.remove("nicknames"));
        Shell.Ran ran = shell.muster("update", "--from", file, "--mask", "organizations", "--yes");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).contains("conflict", ada);
        assertThat(field(ada, "organizations")).contains("Countess");
    }

    @Test
    void aContactThatIsGoneByThenIsNamedAndTheOthersAreChanged() {
        Shell.Ran ran = shell.answering(() -> {
            shell.server.deleteElsewhere(ada);
            return "y";
        }, "update", "--all", "--set", "organizations.name=ACME");
        assertThat(ran.code()).as(ran.err()).isEqualTo(2);
        assertThat(ran.out()).contains(ada, "failed").doesNotContain(bob);
        assertThat(field(bob, "organizations")).contains("ACME");
    }

    @Test
    void aContactChangedElsewhereByThenIsAConflictAndNotOverwritten() {
        Shell.Ran ran = shell.answering(() -> {
            shell.server.changeElsewhere(ada, p -> p.getAsJsonArray("organizations").get(0).getAsJsonObject().addProperty("name", "Elsewhere"));
            return "y";
        }, "update", "--where", "name:ada", "--set", "organizations.name=ACME");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).contains(ada, "conflict");
        assertThat(field(ada, "organizations")).contains("Elsewhere").doesNotContain("ACME");
    }

    @ParameterizedTest
    @CsvSource({"--set, organisations.name=x, organisations.name", "--set, organizations.nmae=x, department", "--set, names[2].givenName=x, one value", "--set, birthdays=soon, 1815", "--set, ACME, organizations.name=ACME",
        "--set, photos.url=x, Google alone", "--clear, memberships, --remove-label", "--add-label, Nobody, muster labels", "--expect, many, many"})
    void aSlipIsNamedAndNothingIsSent(String option, String value, String said) {
        Shell.Ran ran = shell.muster("update", "--all", option, value, "--set", "nicknames=x", "--yes");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains(said);
        assertThat(shell.mutations()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"'{\"resourceName\":\"people/c1\",\"nickname\":[]}', nickname", "'[{\"resourceName\":', JSON", "'name\nAda', resourceName", "'resourceName,shoe\npeople/c1,44', shoe", "'', empty"})
    void aFileThatCannotBeReadIsSaidSo(String text, String said) {
        Shell.Ran ran = shell.muster("update", "--from", shell.file("bad.txt", text), "--mask", "nicknames", "--yes");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains(said);
    }

    @Test
    void whomAndWhatMustBeSaid() {
        assertThat(shell.muster("update", "--set", "nicknames=x").code()).isEqualTo(1);
        assertThat(shell.muster("update", "--where", "label:", "--set", "nicknames=x").err()).contains("--all");
        assertThat(shell.muster("update", "--all").err()).contains("--set");
        assertThat(shell.muster("update", "--from", "x.json", "--set", "nicknames=x").err()).contains("file says");
        assertThat(shell.muster("update", "--all", "--replace", "nicknames", "(", "x").err()).contains("“(”");
    }
}

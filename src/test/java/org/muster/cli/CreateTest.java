package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CreateTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void badRowsAreNamedAndTheOthersAreMade() {
        String file = shell.file("new.csv", "First Name,E-mail 1 - Value,organizations.name\nAda,ada@example.org,Engines\nBob,no address,\nEve,eve@example.org,\n");
        Shell.Ran ran = shell.muster("create", "--from", file, "--report", folder.resolve("r.csv").toString());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).contains("row 2", "not sent").doesNotContain("row 1", "row 3");
        assertThat(shell.muster("list", "--output", "csv").out()).contains("Ada", "Engines", "Eve").doesNotContain("Bob");
        assertThat(folder.resolve("r.csv")).content().contains("row 1", "row 2", "row 3", "people/c");
    }

    @Test
    void whatTheServerRefusesIsNamedToo() {
        shell.server.switches().contactCap().set(2);
        String file = shell.file("three.json", "[{\"names\":[{\"givenName\":\"Ada\"}]},{\"names\":[{\"givenName\":\"Bob\"}]},{\"names\":[{\"givenName\":\"Eve\"}]}]");
        Shell.Ran ran = shell.muster("create", "--from", file);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).contains("failed");
        assertThat(ran.err()).contains("not done");
        assertThat(shell.muster("jobs", "show", "last", "--output", "csv").out()).contains("failed");
    }

    @Test
    void aLabelThatIsNotThereIsNamedBeforeAnythingIsSent() {
        String file = shell.file("new.jsonl", "{\"names\":[{\"givenName\":\"Ada\"}]}\n{\"names\":[{\"givenName\":\"Bob\"}],\"memberships\":[{\"contactGroupMembership\":{\"contactGroupResourceName\":\"contactGroups/gone\"}}]}\n");
        Shell.Ran ran = shell.muster("create", "--from", file);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).contains("Bob", "row 2");
        assertThat(shell.server.contactCount()).isEqualTo(1);
    }

    @Test
    void aDryRunMakesNothing() {
        String file = shell.file("new.json", "[{\"names\":[{\"givenName\":\"Ada\"}]}]");
        assertThat(shell.muster("create", "--from", file, "--dry-run").out()).contains("create  Ada  row 1");
        assertThat(shell.server.contactCount()).isZero();
        assertThat(shell.muster("create", "--from", file, "--expect", "2").code()).isEqualTo(1);
        assertThat(shell.server.contactCount()).isZero();
        assertThat(shell.muster("create", "--from", file, "--expect", "1").code()).isZero();
        assertThat(shell.server.contactCount()).isEqualTo(1);
    }

    @Test
    void whatListWritesCreateReads() {
        shell.given("{'names':[{'givenName':'Ada'}],'emailAddresses':[{'value':'a@example.org','type':'work'}],'nicknames':[{'value':'Lady'}]}");
        for (String form : new String[] {"json", "csv", "vcf"}) {
            String before = shell.muster("list", "--where", "lady", "--fields", "names,emailAddresses,nicknames", "--output", "csv").lines().getLast().replaceAll("people/c\\d+", "");
            String file = shell.file("all." + form, shell.muster("list", "--output", form).out());
            assertThat(shell.muster("delete", "--all", "--expect", "1", "--yes").code()).isZero();
            Shell.Ran ran = shell.muster("create", "--from", file);
            assertThat(ran.code()).as(form + ran.out() + ran.err()).isZero();
            assertThat(shell.muster("list", "--where", "lady", "--fields", "names,emailAddresses,nicknames", "--output", "csv").lines().getLast().replaceAll("people/c\\d+", "")).as(form).isEqualTo(before);
        }
    }

    @Test
    void doublesAreToldOrLeftOut() {
        String file = shell.file("new.json", "[{\"names\":[{\"givenName\":\"Ada\"}],\"emailAddresses\":[{\"value\":\"a@example.org\"}]}]");
        shell.muster("create", "--from", file);
        Shell.Ran skipped = shell.muster("create", "--from", file, "--skip-doubles");
        assertThat(skipped.code()).isZero();
        assertThat(skipped.err()).contains("row 1").contains("will not be sent");
        assertThat(shell.server.contactCount()).isEqualTo(1);
        assertThat(shell.muster("create", "--from", file).err()).contains("--skip-doubles");
        assertThat(shell.server.contactCount()).isEqualTo(2);
    }

    @Test
    void labelsAreMadeWhenToldTo() {
        String file = shell.file("new.csv", "First Name,Labels\nAda,Choir\n");
        assertThat(shell.muster("create", "--from", file).code()).isEqualTo(2);
        assertThat(shell.server.contactCount()).isZero();
        assertThat(shell.muster("create", "--from", file, "--create-labels").code()).isZero();
        assertThat(backup()).as("the day's backup comes first").contains("myContacts").doesNotContain("Choir");
        assertThat(shell.muster("labels", "--output", "csv").out()).contains("Choir,1,own,contactGroups/");
        assertThat(shell.muster("list", "--where", "label:choir", "--output", "jsonl").lines()).hasSize(1);
        assertThat(shell.muster("update", "--all", "--remove-label", "choir", "--yes").code()).isZero();
        assertThat(shell.muster("list", "--where", "label:choir", "--output", "jsonl").lines()).isEmpty();
    }

    @Test
    void noLabelIsMadeBeforeTheNumberIsRight() {
        String file = shell.file("new.csv", "First Name,E-mail 1 - Value,Labels\nAda,ada@example.org,Choir\nBob,,Choir\nEve,no address,\n");
        Shell.Ran wrong = shell.muster("create", "--from", file, "--create-labels", "--expect", "3");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("but there are 2");
        assertThat(shell.muster("labels").out()).doesNotContain("Choir");

        Shell.Ran right = shell.muster("create", "--from", file, "--create-labels", "--expect", "2");
        assertThat(right.code()).as("Eve is not sent").isEqualTo(2);
        assertThat(right.out()).containsOnlyOnce("row 3");
        assertThat(shell.muster("list", "--where", "label:choir", "--output", "jsonl").lines()).hasSize(2);

        Shell.Ran again = shell.muster("create", "--from", shell.file("again.csv", "First Name,E-mail 1 - Value,Labels\nAda,ada@example.org,Tenors\nZoe,,Tenors\n"), "--create-labels", "--skip-doubles");
        assertThat(again.err()).as("told once").containsOnlyOnce("will not be sent");
        assertThat(shell.muster("list", "--where", "label:tenors", "--output", "jsonl").lines()).hasSize(1);
    }

    private String backup() {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return Files.readString(files.filter(f -> f.toString().contains("backups") && f.toString().endsWith(".jsonl")).findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void columnsNobodyKnowsAreNamed() {
        String file = shell.file("new.csv", "First Name,Last Name,Shoe size\nAda,Lovelace,37\n");
        Shell.Ran ran = shell.muster("create", "--from", file);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("Shoe size", "--unknown-columns");
        assertThat(shell.muster("create", "--from", file, "--unknown-columns", "keep").code()).isZero();
        assertThat(shell.muster("list", "--output", "csv").out()).contains("Shoe size", "37");
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        assertThat(shell.muster("create", "--from", "nowhere.csv").code()).isEqualTo(1);
        assertThat(shell.muster("create").err()).contains("--from");
    }

    @Test
    void marksAreTakenAwayWhenThatIsWanted() {
        String file = shell.file("two.csv", "First Name,Last Name\nAda,Marked\nBea,Marked\n");
        assertThat(shell.muster("create", "--from", file).code()).isZero();
        assertThat(shell.muster("list", "--where", "marked", "--output", "json").out()).contains("clientData");
        assertThat(shell.muster("update", "--where", "marked", "--remove-markers", "--yes", "--expect", "2").code()).isZero();
        assertThat(shell.muster("list", "--where", "marked", "--output", "json").out()).doesNotContain("clientData");

        String more = shell.file("more.csv", "First Name,Last Name\nCid,Unmarked\nDan,Unmarked\n");
        Shell.Ran ran = shell.muster("create", "--from", more, "--remove-markers");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Create 2 contacts: 2 done", "Remove the marks of 2 contacts: 2 done");
        assertThat(shell.muster("list", "--where", "unmarked", "--output", "json").out()).contains("Unmarked").doesNotContain("clientData");
    }
}

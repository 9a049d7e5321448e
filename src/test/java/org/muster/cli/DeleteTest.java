package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class DeleteTest {
    @TempDir
    Path folder;

    private Shell shell;
    private String first;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        first = shell.given("Old", "No0");
        for (int i = 1; i < 10; i++) {
            shell.given(i < 3 ? "Old" : "New", "No" + i);
        }
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void aFewAreDeletedWithAYes() {
        assertThat(shell.muster("delete", "--where", "no0").code()).isEqualTo(1);
        assertThat(shell.contact(first)).isNotNull();
        assertThat(shell.muster("delete", "--where", "no0", "--dry-run").out()).contains("delete  " + first + "  Old No0");
        assertThat(shell.contact(first)).isNotNull();
        Shell.Ran ran = shell.muster("delete", "--where", "no0", "--yes");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("Delete 1 contact: 1 done, 0 not done, 0 not sent");
        assertThat(shell.contact(first)).isNull();
    }

    @Test
    void whatBecameOfEachIsToldInTheFormThatIsWanted() {
        assertThat(shell.muster("delete", "--where", "no0", "--yes", "--output", "vcf").code()).as("refused before anything is sent").isEqualTo(1);
        assertThat(shell.contact(first)).isNotNull();
        JsonObject planned = JsonParser.parseString(shell.muster("delete", "--where", "no0", "--dry-run", "--output", "json").out()).getAsJsonArray().get(0).getAsJsonObject();
        assertThat(planned.get("resourceName").getAsString()).isEqualTo(first);
        assertThat(planned.get("state").getAsString()).isEqualTo("would be sent");
        assertThat(planned.get("what happened and what to do").getAsString()).isEqualTo("delete");
        JsonObject changed = JsonParser.parseString(shell.muster("update", "--where", "no0", "--set", "nicknames=Nick", "--dry-run", "--output", "jsonl").out()).getAsJsonObject();
        assertThat(changed.get("what happened and what to do").getAsString()).isEqualTo("nicknames: (nothing) → Nick");

        Shell.Ran ran = shell.muster("delete", "--where", "no0", "--yes", "--output", "csv");
        assertThat(ran.lines()).hasSize(2).last().asString().startsWith("1,").contains(first + ",Old No0,done");
        assertThat(shell.muster("delete", "--where", "no1", "--yes").out()).as("unless it is asked for, only those that did not make it").isEmpty();
        JsonObject back = JsonParser.parseString(shell.muster("jobs", "undo", "last", "--output", "json").out()).getAsJsonArray().get(0).getAsJsonObject();
        assertThat(back.get("state").getAsString()).isEqualTo("done");
    }

    @Test
    void moreThanAFifthNeedsTheNumber() {
        Shell.Ran ran = shell.muster("delete", "--where", "old", "--yes");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("3 contacts of 10", "--expect 3");
        assertThat(shell.muster("delete", "--where", "old", "--yes", "--expect", "4").code()).isEqualTo(1);
        assertThat(shell.muster("delete", "--where", "old", "--expect", "3").err()).contains("--yes");
        assertThat(shell.typing("2\n", "delete", "--where", "old", "--yes").code()).isEqualTo(1);
        assertThat(shell.server.contactCount()).isEqualTo(10);
        assertThat(shell.mutations()).isZero();
        assertThat(shell.typing("3\n", "delete", "--where", "old").code()).isZero();
        assertThat(shell.server.contactCount()).isEqualTo(7);
    }

    @Test
    void theNumberExpectedLetsManyPass() {
        assertThat(shell.muster("delete", "--where", "old", "--yes", "--expect", "3").code()).isZero();
        assertThat(shell.server.contactCount()).isEqualTo(7);
    }

    @Test
    void emptyingAFieldOfManyIsGuardedTheSameWay() {
        shell.muster("update", "--all", "--set", "nicknames=Nick");
        assertThat(shell.muster("update", "--all", "--clear", "nicknames", "--yes").err()).contains("10 contacts of 10", "--expect 10");
        assertThat(shell.contact(first).has("nicknames")).isTrue();
        assertThat(shell.muster("update", "--all", "--clear", "nicknames", "--yes", "--expect", "10").code()).isZero();
        assertThat(shell.contact(first).has("nicknames")).isFalse();
    }

    @Test
    void aFileNamesWhom() {
        String json = shell.file("gone.json", shell.muster("list", "--where", "no0", "--output", "json").out());
        assertThat(shell.muster("delete", "--from", json, "--yes").code()).isZero();
        Shell.Ran again = shell.muster("delete", "--from", json, "--yes");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.out()).contains(first, "not sent");
        String csv = shell.file("gone.csv", "resourceName\n" + shell.muster("list", "--where", "no9", "--output", "csv").lines().getLast().split(",")[0] + "\n");
        assertThat(shell.muster("delete", "--from", csv, "--yes").code()).isZero();
        assertThat(shell.server.contactCount()).isEqualTo(8);
        assertThat(shell.muster("delete", "--where", "", "--yes").code()).isEqualTo(1);
    }

    @Test
    void whatBecameOfAJobIsRemembered() {
        shell.muster("delete", "--where", "no0", "--yes");
        Shell.Ran list = shell.muster("jobs", "list", "--output", "csv");
        assertThat(list.code()).isZero();
        assertThat(list.lines()).hasSize(2).last().asString().contains("finished", "Delete 1 contact");
        String id = list.lines().getLast().split(",")[0];
        Shell.Ran show = shell.muster("jobs", "show", id.substring(0, 6), "--output", "jsonl");
        assertThat(show.out()).contains(first, "\"state\":\"done\"");
        assertThat(shell.muster("jobs", "show", "last").out()).contains(first);
        assertThat(shell.muster("jobs", "show", "nonsense").code()).isEqualTo(1);
        assertThat(shell.muster("jobs", "resume", id).code()).isEqualTo(1);
        assertThat(shell.muster("jobs", "resume").err()).contains("No job of this account was stopped");
    }

    @Test
    void whereItCannotBeKeptWhoseAnAccountIsNothingIsSentAndItIsSaidWhy() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("locks"), "in the way");
        Shell.Ran ran = shell.muster("delete", "--all", "--yes");
        assertThat(ran.code()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains("cannot tell whether this account is in use", "Nothing was sent", folder.resolve("data").resolve("locks").toString());
        assertThat(shell.mutations()).isZero();
    }
}

package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.app.Launcher;
import org.muster.contacts.PersonField;

@Execution(ExecutionMode.CONCURRENT)
class HelpTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int muster(String... args) {
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Launcher(new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), errors, new BufferedReader(new StringReader("")), false), errors, Map.of()).run(List.of(args));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "create", "update", "delete", "backup", "restore", "labels", "accounts", "jobs", "jobs list", "jobs show", "jobs resume", "jobs cancel", "jobs undo"})
    void everyCommandHasAPageOfItsOwn(String command) {
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.add("--help");
        assertThat(muster(args.toArray(String[]::new))).isZero();
        assertThat(said()).contains("Synopsis:", "muster " + command, "Description:", "Options:", "--account", "Exit codes:", "4   ", "Examples:", "  muster " + command.split(" ")[0]).doesNotContain("option.", "%n", "A desktop workbench");
        assertThat(said().lines()).allMatch(line -> line.length() <= 80, "fits");
        assertThat(err.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "labels", "accounts", "jobs", "jobs list", "jobs show", "backup"})
    void whatSendsNothingIsNotStoppedOnTheWay(String command) {
        muster((command + " --help").split(" "));
        assertThat(said().lines()).noneMatch(line -> line.startsWith("  3   "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "update", "delete", "restore", "jobs resume", "jobs cancel", "jobs undo"})
    void whatSendsTellsHowToGoOn(String command) {
        muster((command + " --help").split(" "));
        assertThat(said().lines()).anyMatch(line -> line.startsWith("  3   ") && line.contains("jobs resume"));
    }

    @Test
    void everyFieldIsNamed() {
        muster("list", "--help");
        assertThat(said()).contains(Stream.of(PersonField.values()).map(PersonField::path).toArray(String[]::new));
    }

    @Test
    void theFirstPageNamesTheCommands() {
        assertThat(muster("--help")).isZero();
        assertThat(said()).contains("Synopsis:", "Description:", "Options:", "Commands:", "Exit codes:", "Examples:", "~/.local/share/muster", "%APPDATA%\\Muster");
        assertThat(said().lines()).allMatch(line -> line.length() <= 80, "fits");
        assertThat(said()).contains("list", "create", "update", "delete", "backup", "restore", "labels", "accounts", "jobs", "Delete contacts.");
    }

    @Test
    void thePracticeAccountIsWorkedOnUnlessAnotherIsNamed(@TempDir Path folder) {
        assertThat(muster("accounts", "--data-dir", folder.toString(), "--output", "csv")).isZero();
        assertThat(said()).contains("practice,Practice account,used when no other is named");
        assertThat(muster("list", "--account", "practice ACCOUNT", "--where", "\"ada lovelace\"", "--data-dir", folder.toString())).isZero();
        assertThat(said()).contains("Ada Lovelace", "ada@example.org");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("of 1,204");
    }
}

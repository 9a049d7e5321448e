package org.muster.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.practice.Fault;
import org.muster.ui.create.ChosenFiles;
import org.muster.ui.edit.EditWorld;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Files with everything in them, although the table shows little. */
@ExtendWith(ApplicationExtension.class)
class ExportSheetTest {
    @TempDir
    Path folder;

    private final ChosenFiles files = new ChosenFiles();
    private final FxRobot robot = new FxRobot();
    private EditWorld world;
    private List<Contact> partly;

    @Start
    void start(Stage stage) {
        world = new EditWorld().people();
        world.open(stage, 960, 700);
    }

    @BeforeEach
    void open() {
        WaitForAsyncUtils.clearExceptions();
        partly = world.load(FieldMask.of(PersonField.NAMES));
        world.show(() -> new ExportSheet(world.workspace, world.sheets, files, partly));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({"#export-csv, csv, 'Notes'", "#export-vcard, vcf, 'VERSION:4.0'", "#export-json, jsonl, 'biographies'"})
    void everyFieldIsReadFirst(String choice, String ending, String sign) throws IOException {
        assertThat(text("#export-about")).contains("9 contacts");
        files.next = folder.resolve("all." + ending);
        click(choice, "#export-run");
        EditWorld.until(() -> text("#export-said").contains("9 contacts were written"));
        assertThat(files.suggested).singleElement().asString().matches("contacts-\\d{4}-\\d\\d-\\d\\d\\." + ending);
        String written = Files.readString(files.next);
        assertThat(written).contains(sign, "Babbage evening", "渡辺").contains("a@example.org");
        click("#export-close");
        assertThat(world.sheets.anyOpen()).isFalse();
    }

    @Test
    void whoIsGoneMeanwhileIsSaid() {
        world.server.deleteElsewhere(partly.getFirst().resourceName());
        files.next = folder.resolve("all.csv");
        click("#export-run");
        EditWorld.until(() -> text("#export-said").contains("8 contacts were written"));
        assertThat(text("#export-said")).contains("One is not on Google any more");
    }

    @Test
    void whatGoesWrongIsSaidAndCanBeTriedAgain() throws IOException {
        files.next = folder.resolve("gone").resolve("all.csv");
        click("#export-run");
        EditWorld.until(() -> text("#export-said").contains("The folder of “all.csv” is not there"));
        files.next = Files.createDirectories(folder.resolve("a.csv").resolve("b")).getParent();
        click("#export-run");
        EditWorld.until(() -> text("#export-said").contains("“a.csv”"));
        assertThat(Files.list(folder)).as("nothing half written is left").containsExactly(files.next);
        files.next = folder.resolve("all.csv");
        click("#export-run");
        EditWorld.until(() -> text("#export-said").contains("9 contacts were written"));
    }

    @Test
    void nothingIsWrittenWhenReadingFails() {
        world.server.faults().next(Fault.HTML_BEFORE, "people.getBatchGet", 1);
        files.next = folder.resolve("all.csv");
        click("#export-run");
        EditWorld.until(() -> text("#export-said").contains("Nothing was written"));
        assertThat(files.next).doesNotExist();
    }

    private void click(String... buttons) {
        for (String button : buttons) {
            robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
        }
    }

    private String text(String query) {
        return robot.lookup(query).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }
}

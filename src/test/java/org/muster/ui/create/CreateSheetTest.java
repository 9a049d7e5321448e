package org.muster.ui.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.jobs.Job;
import org.muster.people.Answer;
import org.muster.practice.Fault;
import org.muster.ui.edit.EditWorld;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** New contacts from typing, pasting and files, to the end: counted at the server. */
@ExtendWith(ApplicationExtension.class)
class CreateSheetTest {
    @TempDir
    Path folder;

    private final ChosenFiles files = new ChosenFiles();
    private final FxRobot robot = new FxRobot();
    private EditWorld world;

    @Start
    void start(Stage stage) {
        world = new EditWorld();
        world.open(stage, 960, 700);
    }

    @BeforeEach
    void clear() {
        WaitForAsyncUtils.clearExceptions();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void typing() {
        type();
        write("Ann"); press(KeyCode.TAB);
        write("Lee"); press(KeyCode.TAB);
        write("ann at");
        assertThat(text("#create-run")).as("half typed, nothing to create, and no word of blame yet").isEqualTo("Create");
        assertThat(row(0).check().toFix()).isFalse();
        press(KeyCode.ENTER);
        assertThat(row(0).check().toFix()).isTrue();
        assertThat(text("#create-to-fix")).isEqualTo("To fix 1");
        assertThat(text("#create-hint")).as("nothing is wrong with the row the keyboard has moved to").startsWith("Type into a cell");
        press(KeyCode.UP);
        assertThat(text("#create-hint")).isEqualTo("“ann at” is not an e-mail address");
        press(KeyCode.F2);
        write("x"); press(KeyCode.ESCAPE);
        assertThat(cell(0, 2)).as("Esc takes back").isEqualTo("ann at");
        assertThat(world.sheets.anyOpen()).isTrue();
        write("ann@example.org");
        assertThat(row(0).check().ready()).as("put right while the cell is still open").isTrue();
        assertThat(text("#create-title")).isEqualTo("Create one contact");
        robot.clickOn("#create-run");
        EditWorld.until(() -> !world.sheets.anyOpen());
        assertThat(server()).singleElement().satisfies(c -> {
            assertThat(value(c, PersonField.EMAIL_ADDRESSES)).isEqualTo("ann@example.org");
            assertThat(c.displayName()).isEqualTo("Ann Lee");
        });
    }

    @Test
    void theCellStillOpenIsSentToo() {
        type();
        write("Ann");
        press(KeyCode.ENTER, true, false);
        EditWorld.until(() -> !world.sheets.anyOpen());
        assertThat(server()).singleElement().satisfies(c -> assertThat(c.displayName()).isEqualTo("Ann"));
    }

    @Test
    void keys() {
        type();
        int rows = table().getItems().size();
        press(Collections.nCopies(13, KeyCode.DOWN).toArray(KeyCode[]::new));
        write("Last"); press(KeyCode.ENTER);
        assertThat(table().getItems()).as("there is always somewhere to go on").hasSizeGreaterThanOrEqualTo(rows + 10);
        press(KeyCode.UP, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB);
        assertThat(focus()).as("Tab goes on in the next row").isEqualTo("14:First name");
        press(KeyCode.TAB, false, true);
        assertThat(focus()).isEqualTo("13:Labels");
        robot.interact(() -> focusOn(13, 0));
        press(KeyCode.DELETE);
        assertThat(cell(13, 0)).isEmpty();
        press(KeyCode.TAB, true, false);
        assertThat(robot.lookup("#create-grid").query().isFocused()).as("Ctrl+Tab leaves the grid").isFalse();
    }

    @Test
    void keysInTheListOfColumnsStayThere() {
        type();
        write("Ann"); press(KeyCode.ENTER);
        robot.clickOn("#create-columns");
        EditWorld.until(() -> robot.lookup(".columns-pane .combo-box").query().getScene().getWindow().isShowing());
        robot.interact(() -> focusOn(0, 0)); // as after a column was given another place
        robot.push(KeyCode.DELETE);
        assertThat(cell(0, 0)).isEqualTo("Ann");
    }

    @Test
    void typedWorkIsAskedAbout() {
        type();
        press(KeyCode.ESCAPE);
        EditWorld.until(() -> !world.sheets.anyOpen());
        type();
        write("Ann"); press(KeyCode.ENTER, KeyCode.ESCAPE);
        assertThat(robot.lookup("#create-question").query().isVisible()).isTrue();
        press(KeyCode.ESCAPE, KeyCode.ESCAPE);
        assertThat(world.sheets.anyOpen()).as("Esc in anger loses nothing").isTrue();
        click("#create-stay");
        assertThat(cell(0, 0)).isEqualTo("Ann");
        click("#create-cancel", "#create-discard");
        assertThat(world.sheets.anyOpen()).isFalse();
        assertThat(server()).isEmpty();
    }

    @Test
    void pasting() {
        type();
        paste("Ann\tOne\tann@example.org\nBen\tTwo\tben at example.org\n");
        assertThat(text("#create-run")).isEqualTo("Create one contact");
        press(KeyCode.DOWN, KeyCode.DOWN);
        paste("Mail\tNachname\tChor\ncid@example.org\tThree\tBass\n");
        assertThat(List.of(cell(2, 1), cell(2, 2))).as("by the names above").containsExactly("Three", "cid@example.org");
        assertThat(text("#create-unused")).isEqualTo("“Chor”");
        click("#create-keep-unused");
        press(KeyCode.DOWN, KeyCode.F2);
        paste("Dan\tFour\nEve\tFive\n");
        assertThat(List.of(cell(3, 0), cell(4, 1))).as("a block into an open cell is a block, too").containsExactly("Dan", "Five");
        press(KeyCode.DOWN, KeyCode.DOWN);
        paste("Name");
        assertThat(cell(5, 0)).as("one word is no header").isEqualTo("Name");
        click("#create-to-fix");
        robot.interact(() -> focusOn(0, 0));
        paste("Bob\nZoe\n");
        click("#create-all");
        assertThat(List.of(cell(1, 0), cell(2, 0), cell(3, 0))).as("rows out of sight are not written over").containsExactly("Bob", "", "Dan");
        click("#create-run");
        EditWorld.until(() -> robot.lookup("#create-said").query().isVisible());
        assertThat(server()).extracting(Contact::displayName).contains("Ann One", "Three", "Zoe").hasSize(6);
        assertThat(server()).filteredOn(c -> c.displayName().equals("Three")).singleElement().satisfies(c -> assertThat(value(c, PersonField.USER_DEFINED)).isEqualTo("Bass"));
    }

    @Test
    void pastingBesideTheCellsGoesIntoTheFirstOfTheRow() {
        type();
        robot.interact(() -> {
            TableColumn<GridRow, ?> state = table().getColumns().get(1);
            table().getSelectionModel().clearAndSelect(2, state);
            table().getFocusModel().focus(2, state);
        });
        paste("Ann\tOne\nBen\tTwo\n");
        assertThat(List.of(cell(2, 0), cell(2, 1), cell(3, 0))).containsExactly("Ann", "One", "Ben");
    }

    @Test
    void numberAndStateStayInSightAndAShadeSaysThereIsMore() throws Exception {
        open(Choir.csv(folder, 20, "Choir"));
        EditWorld.until(() -> robot.lookup("#create-more-right").tryQuery().map(Node::isVisible).orElse(false));
        assertThat(robot.lookup("#create-more-left").query().isVisible()).isFalse();
        robot.interact(() -> table().scrollToColumn(table().getColumns().getLast()));
        EditWorld.until(() -> robot.lookup("#create-more-left").query().isVisible());
        assertThat(robot.lookup("#create-more-right").query().isVisible()).isFalse();
        robot.interact(table()::refresh); // rows that are made while others are scrolled away
        WaitForAsyncUtils.waitForFxEvents();
        double left = table().localToScene(0, 0).getX();
        assertThat(robot.lookup(".frozen.row-number").queryAllAs(Node.class)).filteredOn(CreateSheetTest::seen).hasSizeGreaterThan(5).allSatisfy(n -> assertThat(n.localToScene(0, 0).getX()).isBetween(left, left + 2));
        assertThat(robot.lookup("#create-state").queryAllAs(Node.class)).filteredOn(n -> n.getStyleClass().contains("column-header")).singleElement()
                .satisfies(n -> assertThat(n.localToScene(0, 0).getX()).isBetween(left + 48, left + 50));
    }

    /** A table keeps cells that nobody sees, to measure others by. */
    private static boolean seen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void threeRowsOfAFileAreWrong() throws Exception {
        world.label("Choir");
        open(Choir.csv(folder, 100, "Choir"));
        EditWorld.until(() -> text("#create-run").equals("Create 97 contacts"));
        assertThat(text("#create-title")).isEqualTo("Create 97 contacts from choir-2026.csv");
        assertThat(table().getColumns()).extracting(TableColumn::getText).as("columns nobody knows are shown").contains("Voice part", "Paid until");
        click("#create-leave-unused");
        robot.interact(() -> {
            at(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, true, false, false));
            at(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, true, false, false));
        });
        EditWorld.until(() -> robot.lookup("#create-said").query().isVisible());
        assertThat(server()).as("sent once, whatever was pressed").hasSize(97);
        assertThat(table().getItems()).extracting(r -> r.row().number()).isEqualTo(Choir.WRONG);
        assertThat(row(0).check().summary()).isEqualTo("“bob at example.com” is not an e-mail address");
        assertThat(row(2).check().summary()).contains("1,313 characters");
        assertThat(robot.lookup("#create-encoding").query().isVisible()).as("reading the file again would bring the 97 again").isFalse();

        files.next = folder.resolve("left.csv");
        click("#create-save-broken");
        EditWorld.until(() -> text("#create-said").contains("left.csv"));
        assertThat(Files.readAllLines(files.next)).hasSize(4);

        robot.interact(() -> focusOn(0, 3));
        write("bob@example.com"); press(KeyCode.ENTER);
        press(KeyCode.DELETE, true, false);
        assertThat(table().getItems()).extracting(r -> r.row().number()).as("row 3 is ready now, 6 is out").containsExactly(8);
        robot.interact(() -> focusOn(0, 0));
        write("Lorem");
        assertThat(text("#create-run")).isEqualTo("Create 2 contacts");
        click("#create-run");
        EditWorld.until(() -> !world.sheets.anyOpen());
        assertThat(server()).hasSize(99).extracting(Contact::displayName).doesNotHaveDuplicates().contains("Bob Young", "Lorem Doe");
    }

    @Test
    void manyRowsAreLookedAtBesideTheWindow() throws Exception {
        world.label("Choir");
        open(Choir.csv(folder, 3_000, "Choir"));
        EditWorld.until(() -> text("#create-run").equals("Create 2,997 contacts"));
        EditWorld.until(() -> focus().equals("2:E-mail"));
        List<GridRow> before = List.copyOf(table().getItems());
        write("bob@example.com");
        assertThat(text("#create-run")).isEqualTo("Create 2,998 contacts");
        assertThat(table().getItems()).as("typing makes no row anew").containsExactlyElementsOf(before);
        press(KeyCode.ENTER);
        click("#create-keep-unused");
        EditWorld.until(() -> text("#create-columns-used").startsWith("9 of 9") && !text("#create-plan").startsWith("Looking"));
        assertThat(focus()).as("one stays where one was").isEqualTo("3:E-mail");
        assertThat(row(2).row().cell(3)).isEqualTo("bob@example.com");
    }

    @Test
    void missingLabelsAreMadeFirst() throws Exception {
        world.label("Choir");
        open(Choir.csv(folder, 2, "Tenors ::: Choir ::: Summer"));
        EditWorld.until(() -> text("#create-missing-labels").equals("“Tenors”, “Summer”"));
        assertThat(text("#create-run")).isEqualTo("Create");
        // somebody makes one of them elsewhere, after it was decided
        click("#create-create-labels");
        assertThat(text("#create-run")).isEqualTo("Create 2 contacts");
        String summer = ((Answer.Ok<Label>) world.workspace.gateway().createLabel("Summer")).value().resourceName();
        click("#create-run");
        EditWorld.until(() -> !world.sheets.anyOpen());
        String tenors = world.workspace.labels().stream().filter(l -> l.name().equals("Tenors")).findFirst().orElseThrow().resourceName();
        assertThat(server()).hasSize(2).allSatisfy(c -> assertThat(c.labels()).contains(tenors, summer));
    }

    @Test
    void aLabelThatCannotBeMadeStopsEverything() throws Exception {
        open(Choir.csv(folder, 2, "Tenors ::: Summer"));
        EditWorld.until(() -> !robot.lookup("#create-create-labels").queryAll().isEmpty());
        click("#create-create-labels");
        world.server.faults().next(Fault.INTERNAL_500_BEFORE, "contactGroups.create", 2);
        click("#create-run");
        EditWorld.until(() -> text("#create-said").contains("Nothing was sent"));
        assertThat(server()).isEmpty();
        click("#create-run");
        EditWorld.until(() -> !world.sheets.anyOpen());
        assertThat(server()).as("the label that was made is not made again").hasSize(2).allSatisfy(c -> assertThat(c.labels()).hasSize(3));
    }

    @Test
    void cards() throws Exception {
        open(Files.writeString(folder.resolve("two.vcf"), "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lovelace;Ada;;;\r\nFN:Ada Lovelace\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nN:渡辺;美咲;;;\r\nFN:渡辺 美咲\r\nEND:VCARD\r\n"));
        EditWorld.until(() -> text("#create-run").equals("Create 2 contacts"));
        assertThat(text("#create-subtitle")).isEqualTo("vCard 3.0, 2 rows");
        click("#create-run");
        EditWorld.until(() -> !world.sheets.anyOpen());
        assertThat(server()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "Shift_JIS"})
    void otherEncodings(String charset) throws Exception {
        String text = "First Name,Last Name,E-mail\n" + "美咲,渡辺,misaki@example.jp\n太郎,山田,taro@example.jp\n花子,東京,hanako@example.jp\n".repeat(4);
        open(Files.write(folder.resolve("namen.csv"), ((charset.startsWith("UTF") ? "\ufeff" : "") + text).getBytes(Charset.forName(charset))));
        EditWorld.until(() -> text("#create-run").equals("Create 12 contacts"));
        assertThat(cell(0, 0)).isEqualTo("美咲");
    }

    @Test
    void readingAgainInAnotherEncodingAsksFirst() throws Exception {
        open(Files.write(folder.resolve("a.csv"), "First Name,Last Name\nJos\u00e9,Garc\u00eda\n".getBytes(StandardCharsets.ISO_8859_1)));
        EditWorld.until(() -> text("#create-run").equals("Create one contact"));
        write("Pepe"); press(KeyCode.ENTER);
        choose("UTF-8");
        assertThat(text("#create-question")).contains("UTF-8");
        click("#create-stay");
        assertThat(cell(0, 0)).isEqualTo("Pepe");
        choose("windows-1251");
        click("#create-discard");
        EditWorld.until(() -> text("#create-encoding").equals("windows-1251") && cell(0, 0).startsWith("Jos"));
        assertThat(cell(0, 0)).isNotEqualTo("José");
    }

    @Test
    void filesThatAreNone() throws Exception {
        Path picture = Files.write(folder.resolve("logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        open(picture);
        EditWorld.until(() -> text("#create-refusal").contains("is a picture"));
        press(KeyCode.ENTER, true, false);
        files.next = Files.write(folder.resolve("list.xlsx"), new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0});
        click("#create-another");
        EditWorld.until(() -> text("#create-refusal").contains("list.xlsx"));
        files.next = Choir.csv(folder, 2, "");
        click("#create-another");
        EditWorld.until(() -> robot.lookup("#create-run").queryAll().size() == 1 && text("#create-run").equals("Create 2 contacts"));
        assertThat(robot.lookup("#create-refusal").query().getParent().isVisible()).isFalse();
    }

    private void type() {
        world.show(() -> CreateSheet.typed(world.workspace, world.sheets, files));
    }

    private void open(Path file) {
        world.show(() -> CreateSheet.fromFile(world.workspace, world.sheets, files, file));
    }

    /** Types as fast as keys can follow each other, at whatever has the focus. */
    private void write(String text) {
        robot.interactNoWait(() -> text.chars().mapToObj(c -> String.valueOf((char) c)).forEach(c -> at(new KeyEvent(KeyEvent.KEY_TYPED, c, "", KeyCode.UNDEFINED, false, false, false, false))));
    }

    private void press(KeyCode... codes) {
        for (KeyCode code : codes) {
            press(code, false, false);
        }
    }

    private void press(KeyCode code, boolean control, boolean shift) {
        robot.interactNoWait(() -> at(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false)));
    }

    private void at(KeyEvent event) {
        Event.fireEvent(world.sheets.layer().getScene().getFocusOwner(), event);
    }

    private void paste(String text) {
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
        press(KeyCode.V, true, false);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void click(String... buttons) {
        for (String button : buttons) {
            robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
        }
    }

    private void choose(String charset) {
        robot.interact(() -> robot.lookup("#create-encoding").queryAs(MenuButton.class).getItems().stream().filter(i -> i.getText().equals(charset)).findFirst().orElseThrow().fire());
    }

    /** Looked up on the FX thread: rows come and go there meanwhile. */
    @SuppressWarnings("unchecked") // the grid's own table
    private TableView<GridRow> table() {
        return WaitForAsyncUtils.<TableView<GridRow>>waitForAsyncFx(5_000, () -> robot.lookup("#create-grid").queryAs(TableView.class));
    }

    private GridRow row(int index) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> table().getItems().get(index));
    }

    private String cell(int row, int column) {
        return row(row).row().cell(column);
    }

    private void focusOn(int row, int column) {
        TableColumn<GridRow, ?> where = table().getColumns().stream().filter(c -> Integer.valueOf(column).equals(c.getUserData())).findFirst().orElseThrow();
        table().requestFocus();
        table().getSelectionModel().clearAndSelect(row, where);
        table().getFocusModel().focus(row, cast(where));
    }

    @SuppressWarnings("unchecked") // a column of this table
    private static TableColumn<GridRow, Object> cast(TableColumn<GridRow, ?> column) {
        return (TableColumn<GridRow, Object>) column;
    }

    private String focus() {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> table().getFocusModel().getFocusedCell().getRow() + ":" + table().getFocusModel().getFocusedCell().getTableColumn().getText());
    }

    private String text(String query) {
        return robot.lookup(query).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    /** Who is at the server when every job is over. */
    private List<Contact> server() {
        for (Job job : world.jobs.jobs()) {
            try {
                job.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return world.load(FieldMask.all());
    }

    private static String value(Contact contact, PersonField field) {
        return contact.items(field).getFirst().get("value").toString();
    }
}

package org.muster.ui.create;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.exchange.Grid;
import org.muster.exchange.ImportFile;
import org.muster.exchange.ImportResult;
import org.muster.exchange.ImportedTable;
import org.muster.exchange.Problem;
import org.muster.jobs.Outcome;
import org.muster.texts.Texts;
import org.muster.ui.FileDialogs;
import org.muster.ui.Fxml;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.workspace.Workspace;

/** New contacts from typing, pasting or a file. Reads the file if there is one; the grid itself is {@link CreatePane}'s. */
public final class CreateSheet implements Sheet {
    private static final Texts TEXTS = Texts.of(CreateSheet.class);
    private final Workspace workspace;
    private final Sheets sheets;
    private final FileDialogs dialogs;
    private final Parent view;
    private Consumer<List<Integer>> onSent = numbers -> { };
    private Path file;
    private EncodingMenu encodings;
    private FileReading reading;
    private CreateGrid grid;
    private CreatePane pane;
    private Question question;
    private InsteadOfRows instead;

    @FXML private FontIcon icon;
    @FXML private Label title;
    @FXML private Label subtitle;
    @FXML private MenuButton encoding;
    @FXML private Pane body;
    @FXML private Pane busy;
    @FXML private Label busyText;
    @FXML private ProgressBar progress;
    @FXML private Pane refused;
    @FXML private Label refusal;
    @FXML private Button another;
    @FXML private Pane closing;
    @FXML private Label questionText;
    @FXML private Button keepGoing;

    private CreateSheet(Workspace workspace, Sheets sheets, FileDialogs dialogs) {
        this.workspace = workspace;
        this.sheets = sheets;
        this.dialogs = dialogs;
        this.view = Fxml.load(this);
    }

    /** An empty grid to type into. */
    public static CreateSheet typed(Workspace workspace, Sheets sheets, FileDialogs dialogs) {
        CreateSheet sheet = new CreateSheet(workspace, sheets, dialogs);
        sheet.icon.setIconCode(Feather.USER_PLUS);
        sheet.fill(Grid.typed(workspace.labels()), List.of());
        return sheet;
    }

    /** A grid filled from a file, which is read in the background. */
    public static CreateSheet fromFile(Workspace workspace, Sheets sheets, FileDialogs dialogs, Path file) {
        CreateSheet sheet = new CreateSheet(workspace, sheets, dialogs);
        sheet.read(new ImportFile(file));
        return sheet;
    }

    /**
     * A grid of what a job was to make and could not.
     *
     * @param refused outcomes of its creates, none of which was done
     * @param onSent hears which rows of the job are sent again
     */
    public static CreateSheet mending(Workspace workspace, Sheets sheets, FileDialogs dialogs, List<Outcome> refused, Consumer<List<Integer>> onSent) {
        CreateSheet sheet = new CreateSheet(workspace, sheets, dialogs);
        sheet.icon.setIconCode(Feather.EDIT_3);
        sheet.subtitle.setText(TEXTS.get("subtitle.mend"));
        sheet.onSent = numbers -> onSent.accept(Mending.rowsSent(refused, numbers));
        sheet.fill(Grid.of(Mending.table(refused, workspace.labels()), workspace.labels()), List.of());
        workspace.reloadLabels(answer -> { }); // one that was refused may be gone; the grid hears of it
        return sheet;
    }

    @FXML
    private void initialize() {
        instead = new InsteadOfRows(busy, busyText, progress, refused, refusal, another);
        question = new Question(closing, questionText, keepGoing);
        encodings = new EncodingMenu(encoding, this::readIn);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void mainAction() {
        if (pane != null) {
            pane.create();
        }
    }

    @Override
    public void shown() {
        if (pane != null) {
            pane.focusFirst();
        }
    }

    /** Esc in an open cell closes the cell; typed work is asked about, however often somebody presses Esc. */
    @Override
    public boolean mayClose() {
        if (pane == null || !grid.unsaved()) {
            return pane == null || !pane.revert();
        }
        if (!pane.revert()) {
            question.ask(TEXTS.get("closing.question"), () -> sheets.close(this));
        }
        return false;
    }

    @Override
    public void closed() {
        stop();
    }

    @FXML
    private void close() {
        sheets.requestClose();
    }

    @FXML
    private void discard() {
        question.yes();
    }

    @FXML
    private void stay() {
        question.no();
        pane.focusAgain();
    }

    @FXML
    private void chooseAnother() {
        dialogs.open(OpenDialog.title(), OpenDialog.kinds()).ifPresent(path -> read(new ImportFile(path)));
    }

    private void stop() {
        if (reading != null) {
            reading.stop();
        }
        if (pane != null) {
            pane.stop();
            pane = null;
        }
    }

    private void readIn(Charset charset) {
        Runnable again = () -> read(new ImportFile(file, Optional.of(charset)));
        if (pane != null && grid.unsaved()) {
            question.ask(TEXTS.get("encoding.question", charset.displayName()), again);
        } else {
            again.run();
        }
    }

    private void read(ImportFile from) {
        stop();
        file = from.path();
        title.setText(TEXTS.get("title.reading", from.name()));
        subtitle.setText("");
        body.getChildren().clear();
        instead.reading(TEXTS.get("reading", from.name()));
        reading = new FileReading(workspace.background(), from, instead::at, this::take, () -> refuse(TEXTS.get("read.bug", from.name())));
    }

    private void take(ImportResult result) {
        switch (result) {
            case ImportResult.Loaded(ImportedTable table) -> {
                subtitle.setText(TEXTS.get("subtitle", table.format().label(), table.rows().size()));
                encodings.show(table.charset());
                fill(Grid.of(table, workspace.labels()), table.problems());
            }
            case ImportResult.Refused(var problem) -> refuse(problem.sentence());
            case ImportResult.Cancelled _ -> sheets.close(this);
        }
    }

    private void refuse(String sentence) {
        title.setText(TEXTS.get("title.refused"));
        instead.refused(sentence);
    }

    private void fill(Grid rows, List<Problem> problems) {
        instead.rows();
        String name = file == null ? TEXTS.get("save.typed") : file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        // once rows are sent, reading the file anew would bring them a second time
        Around around = new Around(this::retitle, onSent, encodings::hide, sheets::requestClose, () -> sheets.closeDone(this));
        grid = new CreateGrid(rows, workspace);
        pane = new CreatePane(workspace, grid, problems, new FixFile(dialogs, workspace.background(), name), around);
        body.getChildren().setAll(pane.view());
        retitle();
        if (view.getScene() != null) {
            pane.focusFirst();
        }
    }

    private void retitle() {
        if (pane != null) {
            title.setText(CreateTitle.of(grid.counts(), file));
        }
    }

    static void view(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}

package org.muster.ui.create;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import org.muster.exchange.Grid;
import org.muster.exchange.ImportFile;
import org.muster.exchange.ImportResult;
import org.muster.exchange.ImportedTable;
import org.muster.exchange.Importer;
import org.muster.exchange.Problem;
import org.muster.exchange.Progress;
import org.muster.texts.Texts;
import org.muster.ui.FileDialogs;
import org.muster.ui.Fxml;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.work.Background;
import org.muster.ui.workspace.Workspace;

/** New contacts from typing, pasting or a file. Reads the file if there is one; the grid itself is {@link CreatePane}'s. */
public final class CreateSheet implements Sheet {
    private static final Texts TEXTS = Texts.of(CreateSheet.class);
    /** What people's files are written in, beside what was found out. */
    private static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "windows-1250", "windows-1251", "Shift_JIS", "GB18030", "ISO-8859-1");

    private final Workspace workspace;
    private final Sheets sheets;
    private final FileDialogs dialogs;
    private final Parent view;
    private Path file;
    private Background.Running reading;
    private CreatePane pane;
    private volatile boolean stopped;

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
        sheet.fill(Grid.typed(workspace.labels()), List.of());
        sheet.retitle(0);
        return sheet;
    }

    /** A grid filled from a file, which is read in the background. */
    public static CreateSheet fromFile(Workspace workspace, Sheets sheets, FileDialogs dialogs, Path file) {
        CreateSheet sheet = new CreateSheet(workspace, sheets, dialogs);
        sheet.read(new ImportFile(file));
        return sheet;
    }

    /** The kinds of file that can be read, for a dialog. */
    public static List<FileDialogs.Kind> kinds() {
        return List.of(
                new FileDialogs.Kind(TEXTS.get("kind.both"), List.of("*.csv", "*.vcf", "*.tsv", "*.txt", "*.CSV", "*.VCF")),
                new FileDialogs.Kind(TEXTS.get("kind.all"), List.of("*.*")));
    }

    /** The title of the dialog that asks for the file. */
    public static String dialogTitle() {
        return TEXTS.get("open.title");
    }

    @FXML
    private void initialize() {
        view(busy, false);
        view(refused, false);
        view(closing, false);
        view(encoding, false);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        view.getScene().getAccelerators().put(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN), () -> {
            if (pane != null) {
                pane.create();
            }
        });
        if (pane != null) {
            pane.focusFirst();
        }
    }

    @Override
    public boolean mayClose() {
        if (pane == null || !pane.unsaved() || closing.isVisible()) {
            return true;
        }
        view(closing, true);
        keepGoing.requestFocus();
        return false;
    }

    @Override
    public void closed() {
        stopReading();
        if (view.getScene() != null) {
            view.getScene().getAccelerators().remove(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN));
        }
    }

    @FXML
    private void close() {
        sheets.requestClose();
    }

    @FXML
    private void discard() {
        sheets.close(this);
    }

    @FXML
    private void stay() {
        view(closing, false);
        pane.focusFirst();
    }

    @FXML
    private void chooseAnother() {
        dialogs.open(TEXTS.get("open.title"), kinds()).ifPresent(path -> read(new ImportFile(path)));
    }

    @FXML
    private void stopReading() {
        stopped = true;
        if (reading != null) {
            reading.cancel();
        }
    }

    @FXML
    private void cancelReading() {
        stopReading();
        sheets.close(this);
    }

    private void read(ImportFile from) {
        stopReading();
        stopped = false;
        file = from.path();
        title.setText(TEXTS.get("title.reading", from.name()));
        busyText.setText(TEXTS.get("reading", from.name()));
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        view(busy, true);
        view(refused, false);
        body.getChildren().clear();
        reading = workspace.background().start(() -> new Importer().read(from, watch()), this::read, bug -> refuse(TEXTS.get("read.bug", from.name())));
    }

    private Progress watch() {
        return new Progress() {
            private long told;

            @Override
            public void at(long done, long total) {
                if (done - told > total / 200) {
                    told = done;
                    workspace.background().onFx(() -> progress.setProgress((double) done / total));
                }
            }

            @Override
            public boolean cancelled() {
                return stopped;
            }
        };
    }

    private void read(ImportResult result) {
        switch (result) {
            case ImportResult.Loaded(ImportedTable table) -> {
                subtitle.setText(TEXTS.get("subtitle", table.format().label(), table.rows().size()));
                encodings(table.charset());
                fill(Grid.of(table, workspace.labels()), table.problems());
            }
            case ImportResult.Refused(var problem) -> refuse(problem.sentence());
            case ImportResult.Cancelled _ -> sheets.close(this);
        }
    }

    private void refuse(String sentence) {
        view(busy, false);
        title.setText(TEXTS.get("title.refused"));
        refusal.setText(sentence);
        view(refused, true);
        another.requestFocus();
    }

    private void fill(Grid grid, List<Problem> problems) {
        view(busy, false);
        String name = file == null ? TEXTS.get("save.typed") : file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        pane = new CreatePane(workspace, new CreateGrid(grid, workspace.background()), problems, new FixFile(dialogs, workspace.background(), name), this::retitle, () -> sheets.close(this));
        body.getChildren().setAll(pane.view());
        if (view.getScene() != null) {
            pane.focusFirst();
        }
    }

    private void retitle(int ready) {
        title.setText(file == null ? TEXTS.get("title.typed", ready) : TEXTS.get("title.file", ready, file.getFileName().toString()));
    }

    private void encodings(Charset used) {
        view(encoding, true);
        encoding.setText(used.displayName());
        ToggleGroup group = new ToggleGroup();
        encoding.getItems().setAll(Stream.concat(Stream.of(used), ENCODINGS.stream().filter(Charset::isSupported).map(Charset::forName)).distinct().map(charset -> {
            RadioMenuItem item = new RadioMenuItem(charset.displayName());
            item.setToggleGroup(group);
            item.setSelected(charset.equals(used));
            item.setOnAction(e -> read(new ImportFile(file, Optional.of(charset))));
            return item;
        }).toList());
    }

    static void view(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}

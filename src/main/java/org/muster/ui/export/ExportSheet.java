package org.muster.ui.export;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.exchange.CsvExport;
import org.muster.exchange.ExportResult;
import org.muster.exchange.JsonLines;
import org.muster.exchange.Progress;
import org.muster.exchange.VCardExport;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.texts.Texts;
import org.muster.ui.FileDialogs;
import org.muster.ui.Fxml;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.work.Background;
import org.muster.ui.workspace.Workspace;

/**
 * Writes contacts to a file. Every field is read first, whatever the table shows: a file that lacks what was not loaded would look like
 * a complete copy and not be one.
 */
public final class ExportSheet implements Sheet {
    private static final Texts TEXTS = Texts.of(ExportSheet.class);
    private static final FieldMask COMPLETE = FieldMask.all();
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final Workspace workspace;
    private final Sheets sheets;
    private final FileDialogs dialogs;
    private final List<Contact> contacts;
    private final Parent view;
    private Background.Running running;
    private volatile boolean stopped;

    @FXML private Label title;
    @FXML private Label about;
    @FXML private ToggleGroup format;
    @FXML private RadioButton csv;
    @FXML private RadioButton vcard;
    @FXML private RadioButton json;
    @FXML private ProgressBar progress;
    @FXML private Label said;
    @FXML private Button export;
    @FXML private Button close;

    public ExportSheet(Workspace workspace, Sheets sheets, FileDialogs dialogs, List<Contact> contacts) {
        this.workspace = workspace;
        this.sheets = sheets;
        this.dialogs = dialogs;
        this.contacts = List.copyOf(contacts);
        this.view = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        csv.setUserData("csv");
        vcard.setUserData("vcf");
        json.setUserData("jsonl");
        title.setText(TEXTS.get("title", contacts.size()));
        long incomplete = contacts.stream().filter(c -> !c.loaded().containsAll(COMPLETE)).count();
        about.setText(TEXTS.get("about", incomplete));
        see(progress, false);
        see(said, false);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void mainAction() {
        if (!export.isDisabled()) {
            export();
        }
    }

    @Override
    public void shown() {
        csv.requestFocus();
    }

    @Override
    public void closed() {
        stopped = true;
        if (running != null) {
            running.cancel();
        }
    }

    @FXML
    private void close() {
        sheets.requestClose();
    }

    @FXML
    private void export() {
        String ending = (String) format.getSelectedToggle().getUserData();
        List<FileDialogs.Kind> kinds = List.of(new FileDialogs.Kind(TEXTS.get("kind." + ending), List.of("*." + ending)));
        String name = TEXTS.get("name", workspace.clock().instant().atZone(ZoneId.systemDefault()).toLocalDate(), ending);
        dialogs.save(TEXTS.get("dialog"), name, kinds)
                .ifPresent(file -> read(file, ending));
    }

    private void read(Path file, String ending) {
        busy(true);
        say(TEXTS.get("reading"));
        running = workspace.require(contacts, COMPLETE, answer -> {
            switch (answer) {
                case Answer.Failed<List<Contact>>(ApiError error) -> failed(TEXTS.get("read.failed", error.cause().what(), error.cause().advice()));
                case Answer.Ok<List<Contact>>(List<Contact> complete) -> write(file, ending, complete);
            }
        });
    }

    private void write(Path file, String ending, List<Contact> complete) {
        say(TEXTS.get("writing"));
        running = workspace.background().start(() -> switch (ending) {
            case "vcf" -> new VCardExport(workspace.labels(), VCardExport.Version.V4_0).write(file, complete, watch());
            case "jsonl" -> new JsonLines().write(file, complete, watch());
            default -> new CsvExport(workspace.labels()).write(file, complete, watch());
        }, result -> {
            switch (result) {
                case ExportResult.Written written -> done(sentence(written));
                case ExportResult.Failed(var problem) -> failed(problem.sentence());
                case ExportResult.Cancelled _ -> done(TEXTS.get("cancelled"));
            }
        }, bug -> failed(TEXTS.get("bug")));
    }

    private String sentence(ExportResult.Written written) {
        String done = TEXTS.get("done", written.rows(), written.file());
        int gone = contacts.size() - written.rows();
        String missing = gone > 0 ? "\n" + TEXTS.get("gone", gone) : "";
        Map<PersonField, Integer> leftOut = written.leftOut();
        if (leftOut.isEmpty()) {
            return done + missing;
        }
        String fields = leftOut.entrySet().stream().map(e -> TEXTS.get("left-out.field", e.getKey().label(), e.getValue())).collect(Collectors.joining(", "));
        return done + missing + "\n" + TEXTS.get("left-out", fields);
    }

    private Progress watch() {
        return new Progress() {
            @Override
            public void at(long count, long total) {
                workspace.background().onFx(() -> progress.setProgress((double) count / Math.max(1, total)));
            }

            @Override
            public boolean cancelled() {
                return stopped;
            }
        };
    }

    /** The choice of a file is open again. */
    private void failed(String sentence) {
        busy(false);
        say(sentence);
        said.pseudoClassStateChanged(BAD, true);
        export.requestFocus();
    }

    private void done(String sentence) {
        busy(false);
        say(sentence);
        close.setText(TEXTS.get("common.close"));
        close.requestFocus();
    }

    private void busy(boolean on) {
        see(progress, on);
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        export.setDisable(on);
        format.getToggles().forEach(t -> ((RadioButton) t).setDisable(on));
    }

    private void say(String sentence) {
        said.setText(sentence);
        said.pseudoClassStateChanged(BAD, false);
        see(said, true);
    }

    private static void see(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}

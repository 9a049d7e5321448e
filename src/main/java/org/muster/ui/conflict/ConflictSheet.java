package org.muster.ui.conflict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.PersonField;
import org.muster.jobs.Outcome;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.workspace.LoadState;
import org.muster.ui.workspace.Workspace;

/** Somebody changed a contact between reading and writing it: shows the three versions and lets the user choose field by field. */
public final class ConflictSheet implements Sheet {
    /** The comparison is as high as its rows, within these bounds (pixels); then it scrolls. */
    private static final double LEAST_HEIGHT = 200;
    private static final double MOST_HEIGHT = 460;

    private final Workspace workspace;
    private final Sheets sheets;
    private final ChangeSet changes;
    private final boolean undo;
    private final ConflictModel model;
    private final List<ConflictModel> others;
    private final Consumer<Collection<Outcome>> onSettled;
    private final Texts texts = Texts.of(ConflictSheet.class);
    private final ConflictGrid grid;
    private final Parent view;

    @FXML private Label title;
    @FXML private Label lead;
    @FXML private ScrollPane scroll;
    @FXML private CheckBox same;
    @FXML private Button apply;

    /**
     * @param changes what the job does that the conflict belongs to
     * @param outcome the conflict: an update, with the contact as it is now
     * @param otherConflicts further conflicts of that job
     * @param onSettled hears, on the FX thread, which of them the user has decided about
     */
    public ConflictSheet(Workspace workspace, Sheets sheets, ChangeSet changes, Outcome outcome, List<Outcome> otherConflicts, Consumer<Collection<Outcome>> onSettled) {
        this.workspace = workspace;
        this.sheets = sheets;
        this.changes = changes;
        this.model = new ConflictModel(outcome);
        this.others = otherConflicts.stream()
                .filter(o -> o.row() != outcome.row() && o.change() instanceof Change.Update && o.contact().isPresent())
                .map(ConflictModel::new)
                .toList();
        this.onSettled = onSettled;
        this.undo = changes.reverses().isPresent();
        this.grid = new ConflictGrid(model, name -> workspace.label(name).map(l -> l.name()).orElse(name), undo);
        this.view = Fxml.load(this);
        title.setText(texts.get("title", name()));
        lead.setText(lead());
        scroll.setContent(grid.view());
        grid.view().layoutBoundsProperty().subscribe(bounds -> scroll.setPrefHeight(Math.clamp(bounds.getHeight() + 2, LEAST_HEIGHT, MOST_HEIGHT)));
        same.setText(texts.get("same", others.size()));
        same.setVisible(!others.isEmpty());
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void mainAction() {
        apply();
    }

    @Override
    public void shown() {
        Node first = grid.view().lookup(".radio-button:selected");
        (first == null ? apply : first).requestFocus();
    }

    private String name() {
        return model.name().isBlank() ? texts.get("noName") : model.name();
    }

    /** With the times, as far as they are known and make sense together. */
    private String lead() {
        if (undo) {
            return model.changedAt().map(changed -> texts.get("lead.undo", time(changed))).orElseGet(() -> texts.get("lead.undo.none"));
        }
        Optional<Instant> loaded = workspace.loadStateProperty().get() instanceof LoadState.Loaded(Instant at) ? Optional.of(at) : Optional.empty();
        return model.changedAt()
                .map(changed -> loaded.filter(changed::isAfter)
                        .map(at -> texts.get("lead.both", time(changed), time(at)))
                        .orElseGet(() -> texts.get("lead.changed", time(changed))))
                .orElseGet(() -> texts.get("lead.none"));
    }

    private String time(Instant moment) {
        ZoneId zone = workspace.clock().getZone();
        boolean today = LocalDate.ofInstant(moment, zone).equals(LocalDate.ofInstant(workspace.clock().instant(), zone));
        DateTimeFormatter form = today ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT) : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return form.withZone(zone).format(moment);
    }

    private void apply() {
        if (apply.isDisabled()) {
            return;
        }
        apply.setDisable(true);
        Map<PersonField, ConflictRow.Side> choice = grid.choice();
        List<ConflictModel> decided = new ArrayList<>(List.of(model));
        if (same.isSelected()) {
            others.stream().filter(o -> o.decidedBy(choice)).forEach(decided::add);
        }
        List<Change.Update> updates = decided.stream().map(m -> m.resolve(choice)).flatMap(Optional::stream).toList();
        if (!updates.isEmpty()) {
            String called = updates.size() == 1 ? texts.get("job.one", name()) : texts.get("job.many", updates.size());
            workspace.submit(new ChangeSet(called, List.<Change>copyOf(updates), changes.readBack(), changes.sources()));
        }
        onSettled.accept(decided.stream().map(ConflictModel::outcome).toList());
        sheets.close(this);
    }

    @FXML
    private void apply(ActionEvent event) {
        apply();
    }

    @FXML
    private void skip(ActionEvent event) {
        onSettled.accept(List.of(model.outcome()));
        sheets.close(this);
    }

    @FXML
    private void close(ActionEvent event) {
        sheets.requestClose();
    }
}

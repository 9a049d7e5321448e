package org.muster.ui.edit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.muster.changes.Edit;
import org.muster.changes.EditPlan;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.work.Background;
import org.muster.ui.workspace.Workspace;

/** The middle of the edit sheet: what the steps do to each contact, before and after; any contact can be taken out. */
public final class PreviewPane {
    private final Workspace workspace;
    private final OverwriteChoice overwrite;
    private final Runnable onChange;
    private final Texts texts = Texts.of(PreviewPane.class);
    private final Set<String> takenOut = new HashSet<>();
    private final ObservableList<PreviewRow> shown = FXCollections.observableArrayList();
    private final Parent view;
    private Preview preview = Preview.EMPTY;
    private Background.Running computing = () -> {};
    private int generation;
    private boolean complete;
    private boolean broken;
    private boolean anySteps;
    private boolean onlyMarks;

    @FXML
    private VBox root;

    @FXML
    private Label counts;

    @FXML
    private SegmentedButton segments;

    @FXML
    private ToggleButton changes;

    @FXML
    private ToggleButton cleared;

    @FXML
    private ToggleButton toCheck;

    @FXML
    private ToggleButton takenOutOnly;

    @FXML
    private TableView<PreviewRow> table;

    @FXML
    private Label nothing;

    /** @param onChange told whenever what would be run is different */
    PreviewPane(Workspace workspace, OverwriteChoice overwrite, Runnable onChange) {
        this.workspace = workspace;
        this.overwrite = overwrite;
        this.onChange = onChange;
        this.view = Fxml.load(this);
    }

    Parent view() {
        return view;
    }

    /** Puts the notice of missing fields above the table. */
    void notice(Parent notice) {
        root.getChildren().add(root.getChildren().indexOf(table), notice);
    }

    /** The preview worked out last; it may be older than the steps while {@link #complete} is false. */
    Preview preview() {
        return preview;
    }

    boolean complete() {
        return complete;
    }

    /** What would be run. */
    EditRun run() {
        return new EditRun(complete ? preview.updates(overwrite.mask(), takenOut) : List.of());
    }

    /** Of how many contacts it would empty a field. */
    int emptied() {
        return complete ? PreviewNumbers.of(preview, overwrite.mask(), takenOut).emptied() : 0;
    }

    void stop() {
        generation++;
        computing.cancel();
    }

    /** Works the preview out anew, away from the FX thread; what is shown stays until the first rows of the new one come. */
    void compute(List<Contact> contacts, EditPlan plan) {
        stop();
        complete = false;
        broken = false;
        anySteps = !plan.edits().isEmpty();
        onlyMarks = anySteps && plan.edits().stream().allMatch(Edit.RemoveMarkers.class::isInstance);
        int mine = generation;
        boolean[] begun = new boolean[1];
        computing = workspace.background().start(
                () -> Preview.of(contacts, plan, rows -> workspace.background().onFx(() -> {
                    if (mine == generation) {
                        rowsCame(rows, begun[0]);
                        begun[0] = true;
                    }
                })),
                result -> result.filter(p -> mine == generation).ifPresent(this::computed),
                bug -> {
                    broken = true;
                    refresh();
                });
        if (!complete) {
            refresh();
            onChange.run();
        }
    }

    private void rowsCame(List<PreviewRow> rows, boolean more) {
        List<PreviewRow> visible = rows.stream().filter(this::visible).toList();
        if (more) {
            shown.addAll(visible);
        } else {
            shown.setAll(visible);
        }
    }

    private void computed(Preview result) {
        preview = result;
        complete = true;
        overwrite.follow(preview.counts(takenOut));
        maskChanged();
    }

    /** The overwrite mask is another: other rows count. */
    void maskChanged() {
        filter();
        onChange.run();
    }

    @FXML
    private void initialize() {
        new PreviewTable(takenOut::contains, this::toggle, this::labelName).dress(table);
        table.setItems(shown);
        toCheck.managedProperty().bind(toCheck.visibleProperty());
        segments.getToggleGroup().selectedToggleProperty().subscribe((was, is) -> {
            if (is == null) {
                was.setSelected(true);
            } else {
                filter();
            }
        });
        refresh();
    }

    private String labelName(String resourceName) {
        return workspace.label(resourceName).map(org.muster.contacts.Label::name).orElse(resourceName);
    }

    private boolean visible(PreviewRow row) {
        boolean out = takenOut.contains(row.resourceName());
        boolean ticked = complete ? overwrite.mask().contains(row.diff().field()) : !overwrite.leftAlone(row.diff().field());
        if (segments.getToggleGroup().getSelectedToggle() == takenOutOnly) {
            return out;
        }
        if (segments.getToggleGroup().getSelectedToggle() == toCheck) {
            return ticked && row.toCheck() && !out;
        }
        return segments.getToggleGroup().getSelectedToggle() == changes ? ticked || out : ticked && row.clears() && !out;
    }

    private void filter() {
        if (complete) {
            List<PreviewRow> visible = preview.rows().stream().filter(this::visible).toList();
            if (!visible.equals(shown)) {
                shown.setAll(visible);
            }
        }
        refresh();
    }

    private void toggle(String resourceName) {
        if (!takenOut.remove(resourceName)) {
            takenOut.add(resourceName);
        }
        if (complete) {
            overwrite.follow(preview.counts(takenOut));
        }
        maskChanged();
    }

    private void refresh() {
        table.refresh();
        PreviewNumbers numbers = PreviewNumbers.of(preview, complete ? overwrite.mask() : FieldMask.all(), takenOut);
        counts.setText(complete ? texts.get("preview.counts", numbers.changes(), numbers.contacts()) : texts.get("preview.computing"));
        cleared.setText(texts.get("segment.cleared", numbers.cleared()));
        toCheck.setText(texts.get("segment.toCheck", numbers.toCheck()));
        // it stays as long as somebody looks at it, so that taking out the last one does not change what is shown
        toCheck.setVisible(numbers.toCheck() > 0 || toCheck.isSelected());
        takenOutOnly.setText(texts.get("segment.takenOut", takenOut.size()));
        String none = texts.get(onlyMarks ? "preview.noMarks" : "preview.nothing");
        nothing.setText(complete && !broken && anySteps && preview.missing().isEmpty() ? none : texts.get(broken ? "preview.failed" : !complete ? "preview.computing" : !anySteps ? "preview.noSteps" : "preview.missing"));
    }
}

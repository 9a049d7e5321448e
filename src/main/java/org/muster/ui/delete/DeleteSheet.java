package org.muster.ui.delete;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.MassChange;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.people.PeopleGateway;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.guard.NumberQuestion;
import org.muster.ui.overlap.OverlapNote;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.workspace.Workspace;

/** Bulk delete: says how many and shows who; any contact can be taken out, and a large number must be typed. */
public final class DeleteSheet implements Sheet {
    private final Workspace workspace;
    private final Sheets sheets;
    private final List<Contact> contacts;
    private final String scope;
    private final int accountSize;
    private final Texts texts = Texts.of(DeleteSheet.class);
    private final NumberQuestion guard = new NumberQuestion(mass -> texts.get(mass.gone() >= mass.account() ? "confirm.all" : "confirm", mass.gone(), mass.account()), this::refresh);
    private final Set<String> takenOut = new HashSet<>();
    private final OverlapNote overlap;
    private final Parent view;
    private boolean submitted;

    @FXML
    private Label title;

    @FXML
    private Label scopeLabel;

    @FXML
    private TableView<Contact> table;

    @FXML
    private VBox middle;

    @FXML
    private Label footerText;

    @FXML
    private Button cancel;

    @FXML
    private Button delete;

    /**
     * @param contacts who is to go
     * @param scope how they were chosen, for people; may be empty
     * @param accountSize how many contacts the account has
     */
    public DeleteSheet(Workspace workspace, Sheets sheets, List<Contact> contacts, String scope, int accountSize) {
        this.workspace = workspace;
        this.sheets = sheets;
        this.contacts = List.copyOf(contacts);
        this.scope = scope;
        this.accountSize = accountSize;
        this.overlap = new OverlapNote(workspace, OverlapNote.Deed.DELETE, contacts);
        this.view = Fxml.load(this);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void mainAction() {
        delete();
    }

    @Override
    public void shown() {
        cancel.requestFocus();
    }

    @Override
    public void closed() {
        overlap.stop();
    }

    @FXML
    private void initialize() {
        new DeleteTable(takenOut::contains, this::toggle, name -> workspace.label(name).map(org.muster.contacts.Label::name).orElse("")).dress(table);
        table.setItems(FXCollections.observableList(contacts));
        scopeLabel.setText(scope);
        middle.getChildren().addAll(overlap.view(), guard.view());
        refresh();
    }

    private void toggle(String resourceName) {
        if (!takenOut.remove(resourceName)) {
            takenOut.add(resourceName);
        }
        table.refresh();
        refresh();
    }

    private int count() {
        return contacts.size() - takenOut.size();
    }

    private void refresh() {
        guard.ask(new MassChange(count(), count(), accountSize));
        title.setText(texts.get("title", count()));
        delete.setText(texts.get("delete", count()));
        delete.setDisable(submitted || count() == 0 || !guard.passed());
        int batches = (count() + PeopleGateway.DELETE_LIMIT - 1) / PeopleGateway.DELETE_LIMIT;
        footerText.setText(count() == 0 ? texts.get("nobody") : !guard.passed() ? guard.why() : texts.get("batches", batches, PeopleGateway.DELETE_LIMIT));
    }

    @FXML
    private void delete() {
        if (delete.isDisabled() || submitted) {
            return;
        }
        submitted = true;
        delete.setDisable(true);
        List<Change> deletes = contacts.stream().filter(c -> !takenOut.contains(c.resourceName())).<Change>map(Change.Delete::new).toList();
        workspace.submit(new ChangeSet(texts.get("delete", deletes.size()), deletes, FieldMask.none()));
        sheets.closeDone(this);
    }

    @FXML
    private void close() {
        sheets.requestClose();
    }
}

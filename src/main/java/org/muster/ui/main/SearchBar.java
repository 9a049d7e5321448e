package org.muster.ui.main;

import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.Query;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.shortcuts.Shortcut;
import org.muster.ui.table.ContactsModel;

/** The search field with what is not understood under it, and the button for the fields to load. */
final class SearchBar {
    /** Pixels of the box in which the prompt and the keys both have room. */
    private static final double ROOM_FOR_KEYS = 320;
    private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("focus-within-box");

    private final ContactsModel model;
    private final FieldsOpener fieldsOpener;
    private final Texts texts = Texts.of(SearchBar.class);
    private final Parent view;

    @FXML private HBox box;
    @FXML private TextField search;
    @FXML private Label keys;
    @FXML private Button clear;
    @FXML private Button fields;
    @FXML private Label fieldCount;
    @FXML private Label problem;

    /** @param leave what Esc and Down do when there is nothing more to clear */
    SearchBar(ContactsModel model, FieldsOpener fieldsOpener, Runnable leave) {
        this.model = model;
        this.fieldsOpener = fieldsOpener;
        this.view = Fxml.load(this);
        keys.setText(Shortcut.SEARCH.keys());
        keys.visibleProperty().bind(search.textProperty().isEmpty().and(box.widthProperty().greaterThan(ROOM_FOR_KEYS))); // in a small window what can be searched comes first
        keys.managedProperty().bind(keys.visibleProperty());
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        clear.managedProperty().bind(clear.visibleProperty());
        search.focusedProperty().subscribe(f -> box.pseudoClassStateChanged(FOCUS, f));
        search.textProperty().bindBidirectional(model.searchTextProperty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                e.consume();
            } else if (e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
                leave.run();
                e.consume();
            }
        });
        model.searchProperty().subscribe(this::showProblem);
        model.workspace().maskProperty().subscribe(mask -> {
            fieldCount.setText(Integer.toString(mask.size()));
            fields.setAccessibleText(texts.get("fields.accessible", mask.size()));
            showProblem(model.searchProperty().getValue());
        });
        problem.managedProperty().bind(problem.visibleProperty());
    }

    Parent view() {
        return view;
    }

    TextField field() {
        return search;
    }

    @FXML
    private void openFields() {
        fieldsOpener.open(fields);
    }

    @FXML
    private void clear() {
        search.clear();
        search.requestFocus();
    }

    private void showProblem(Query.Parsed parsed) {
        FieldMask notLoaded = parsed.query().fields().minus(model.workspace().maskProperty().get());
        String words = !parsed.problems().isEmpty()
                ? words(parsed.problems().getFirst())
                : notLoaded.isEmpty() ? "" : texts.get("search.notLoaded", notLoaded.fields().stream().map(PersonField::label).collect(Collectors.joining(", ")));
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
    }

    private String words(Query.Problem problem) {
        String what = texts.get("search.problem." + problem.kind().name(), problem.word());
        return problem.suggestion().map(s -> what + " " + texts.get("search.suggestion", s)).orElse(what);
    }
}

package org.muster.ui.main;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.muster.contacts.Contact;
import org.muster.ui.Screens;
import org.muster.ui.table.ContactsModel;
import org.muster.ui.table.Selection;

/** What the window's buttons and keys do. Actions on contacts are about the selected ones, or about the focused one when none is selected. */
final class Actions {
    private final ContactsModel model;
    private final Selection selection;
    private final Screens screens;
    private final FilterWords words;
    private final BooleanBinding noTarget;

    Actions(ContactsModel model, Selection selection, Screens screens, FilterWords words) {
        this.model = model;
        this.selection = selection;
        this.screens = screens;
        this.words = words;
        this.noTarget = Bindings.createBooleanBinding(() -> selection.isEmpty() && focused().isEmpty(), selection.stateProperty(), model.viewProperty(), model.focusedProperty());
    }

    /** Whether there is nobody to change, or nothing may be changed. */
    BooleanBinding nobodyToChange() {
        return noTarget.or(nothingToChange());
    }

    /** Whether nothing may be changed. */
    BooleanBinding nothingToChange() {
        return model.workspace().readingProperty();
    }

    private List<Contact> focused() {
        String name = model.focusedProperty().get();
        return name == null ? List.of() : model.workspace().book().find(name).stream().toList();
    }

    private List<Contact> targets() {
        return selection.isEmpty() ? focused() : selection.contacts();
    }

    private String scope(List<Contact> targets) {
        return selection.isEmpty() ? targets.getFirst().displayName() : words.scope(selection.stateProperty().get(), selection.hidden());
    }

    void create() {
        screens.create();
    }

    void edit() {
        List<Contact> targets = targets();
        if (!targets.isEmpty()) {
            screens.edit(targets, scope(targets));
        }
    }

    void label() {
        List<Contact> targets = targets();
        if (!targets.isEmpty()) {
            screens.label(targets, scope(targets));
        }
    }

    void delete() {
        List<Contact> targets = targets();
        if (!targets.isEmpty()) {
            screens.delete(targets, scope(targets));
        }
    }

    void importFile() {
        screens.importFile();
    }

    /** The selected contacts; all that are shown when none is selected. */
    void export() {
        List<Contact> chosen = selection.isEmpty() ? model.shownContacts() : selection.contacts();
        if (!chosen.isEmpty()) {
            screens.export(chosen);
        }
    }

    void undo() {
        screens.undo();
    }

    void history() {
        screens.history();
    }

    void reload() {
        model.workspace().reload();
    }

    void selectAll() {
        selection.selectAllMatching();
    }
}

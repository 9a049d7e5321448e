package org.muster.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.muster.contacts.Contact;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.table.ContactRow;
import org.muster.ui.table.ContactTable;
import org.muster.ui.table.ContactsModel;
import org.muster.ui.table.Filter;
import org.muster.ui.table.Selection;
import org.muster.ui.table.View;

/**
 * Says what is selected: so many on this screen, so many in all, or all in this filter. Keeps its place when nothing is selected, so that the rows
 * below never move under the mouse.
 */
final class SelectionBanner {
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

    private final ContactsModel model;
    private final Selection selection;
    private final ContactTable table;
    private final FilterWords words;
    private final Texts texts = Texts.of(SelectionBanner.class);
    private final Parent view;

    @FXML private HBox root;
    @FXML private Label what;
    @FXML private Label hidden;
    @FXML private Hyperlink only;
    @FXML private Hyperlink more;
    @FXML private Hyperlink clear;

    SelectionBanner(ContactsModel model, Selection selection, ContactTable table, FilterWords words) {
        this.model = model;
        this.selection = selection;
        this.table = table;
        this.words = words;
        this.view = Fxml.load(this);
        more.managedProperty().bind(more.visibleProperty());
        hidden.managedProperty().bind(hidden.visibleProperty());
        only.managedProperty().bind(only.visibleProperty());
        // beside a long name the link stays whole; itself it may name a long search
        more.minWidthProperty().bind(Bindings.createDoubleBinding(() -> Math.min(more.prefWidth(-1), root.getWidth() / 2), root.widthProperty(), more.textProperty(), more.fontProperty()));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(what.textProperty());
        what.setTooltip(whole);
        selection.stateProperty().subscribe(this::show);
        model.viewProperty().subscribe(v -> show());
        model.focusedProperty().subscribe(f -> show());
        model.workspace().readingProperty().subscribe(r -> show());
        table.onScroll(this::show);
        root.widthProperty().subscribe(this::show);
    }

    Parent view() {
        return view;
    }

    @FXML
    private void selectAll() {
        selection.selectAllMatching();
        table.focus();
    }

    @FXML
    private void keepShown() {
        table.focus(); // the link goes
        selection.keepShown();
    }

    @FXML
    private void clear() {
        selection.clear();
        table.focus();
    }

    /** Fewer words where there is no room for all of them. */
    private void show() {
        say(false);
        if (root.getWidth() > 0 && wanted() > root.getWidth()) {
            say(true);
        }
    }

    private double wanted() {
        List<Node> there = root.getChildren().stream().filter(Node::isManaged).toList();
        return root.getInsets().getLeft() + root.getInsets().getRight() + root.getSpacing() * (there.size() - 1) + there.stream().mapToDouble(node -> node.prefWidth(-1)).sum();
    }

    private void say(boolean brief) {
        View shown = model.viewProperty().get();
        int matched = shown.matched().size();
        root.pseudoClassStateChanged(IDLE, selection.isEmpty());
        clear.setVisible(!selection.isEmpty());
        what.setMinWidth(selection.isEmpty() ? 0 : Region.USE_PREF_SIZE); // a name may be long
        if (selection.isEmpty()) {
            what.setText(target().map(name -> texts.get(brief ? "banner.focused.short" : "banner.focused", name)).orElse(matched == 0 ? "" : texts.get("banner.none")));
            hidden.setVisible(false);
            only.setVisible(false);
            more.setText(words.selectAll(shown.filter(), matched, brief));
            more.setVisible(matched > 0);
            return;
        }
        switch (selection.stateProperty().get()) {
            case Selection.State.Picked(Set<String> names) -> {
                int notShown = selection.hidden();
                what.setText(texts.get(brief ? "banner.picked.short" : allInSight(names) ? "banner.onScreen" : "banner.picked", names.size()));
                hidden.setText(texts.get(brief ? "banner.hidden.short" : "banner.hidden", notShown));
                hidden.setVisible(notShown > 0);
                only.setText(texts.get("banner.only", names.size() - notShown));
                only.setVisible(notShown > 0 && notShown < names.size());
                more.setText(words.selectAll(shown.filter(), matched, brief));
                more.setVisible(matched > names.size() - notShown && !(brief && notShown > 0));
            }
            case Selection.State.AllMatching(Filter filter, Set<String> except) -> {
                what.setMinWidth(brief ? 0 : Region.USE_PREF_SIZE);
                what.setText(words.allSelected(filter, matched, except.size()));
                hidden.setVisible(false);
                only.setVisible(false);
                more.setVisible(false);
            }
        }
    }

    /** Whom the actions are about while nobody is selected; nobody while nothing may be changed. */
    private Optional<String> target() {
        boolean reading = model.workspace().readingProperty().get();
        return Optional.ofNullable(model.focusedProperty().get()).filter(name -> !reading).flatMap(model.workspace().book()::find).map(Contact::displayName).filter(name -> !name.isBlank());
    }

    private boolean allInSight(Set<String> names) {
        List<ContactRow> inSight = table.inSight();
        return names.size() <= inSight.size() && inSight.stream().filter(r -> names.contains(r.resourceName())).count() == names.size();
    }
}

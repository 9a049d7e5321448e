package org.muster.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.Query;
import org.muster.ui.work.Background;
import org.muster.ui.workspace.LoadState;
import org.muster.ui.workspace.Workspace;

/**
 * Which contacts the window shows and in which order. Filtering and sorting happen in the background; of several wishes only the last
 * counts. Changes of the book are gathered, so that a running job costs the window at most one update at a time. Properties change on
 * the FX thread only.
 */
public final class ContactsModel {
    private static final List<SortKey> BY_NAME = List.of(new SortKey(PersonField.NAMES, false));

    /** Work under way, and whether it has come back already (work of a {@link Background} for tests comes back before it is known here). */
    private static final class Run {
        private Background.Running running;
        private boolean over;
    }

    private final Workspace workspace;
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(this, "scope", new Scope.Everybody());
    private final StringProperty searchText = new SimpleStringProperty(this, "searchText", "");
    private final ObservableValue<Query.Parsed> search = searchText.map(Query::parse);
    private final ObjectProperty<List<SortKey>> sort = new SimpleObjectProperty<>(this, "sort", BY_NAME);
    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(this, "view", View.EMPTY);
    private final ObjectProperty<String> focused = new SimpleObjectProperty<>(this, "focused");
    private final AtomicBoolean bookChangePending = new AtomicBoolean();
    private final Consumer<ContactBook.BookChange> bookListener = change -> bookChanged();
    private final ListChangeListener<Label> labelListener = change -> labelsChanged();
    private final Object rowsLock = new Object();
    private final AtomicBoolean rowsAreOld = new AtomicBoolean(true);
    private Rows rows = Rows.NONE;
    private LabelNames rowsLabels;
    private LabelNames labels = new LabelNames(List.of());
    private Run run;
    private boolean bookIsNewer;

    public ContactsModel(Workspace workspace) {
        this.workspace = workspace;
        labels = new LabelNames(List.copyOf(workspace.labels()));
        scope.subscribe(this::refreshNow);
        search.subscribe(this::refreshNow);
        sort.subscribe(this::refreshNow);
        workspace.labels().addListener(labelListener);
        workspace.book().addListener(bookListener);
        refreshNow();
    }

    /** What the rail chose. */
    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /** What stands in the search field. */
    public StringProperty searchTextProperty() {
        return searchText;
    }

    /** What the search field asks for, and what in it is not understood. */
    public ObservableValue<Query.Parsed> searchProperty() {
        return search;
    }

    /** The columns sorted by; empty means Google's order. */
    public ObjectProperty<List<SortKey>> sortProperty() {
        return sort;
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<View> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** The resource name of the contact the user looks at; {@code null} for none. */
    public ObjectProperty<String> focusedProperty() {
        return focused;
    }

    public Workspace workspace() {
        return workspace;
    }

    /** Whether contacts are there, but none of them is shown yet because they are still being put in order: not the same as an empty account. */
    public boolean arriving() {
        return view.get().total() == 0 && workspace.book().size() > 0;
    }

    /** Whether it is known how many contacts there are; not before the first of them are shown, or it is clear that there are none. */
    public boolean known() {
        return view.get().total() > 0 || workspace.loadStateProperty().get() instanceof LoadState.Loaded && !arriving();
    }

    /** The contacts shown, in their order, as the book has them now. */
    public List<Contact> shownContacts() {
        return view.get().matched().stream().flatMap(r -> workspace.book().find(r.resourceName()).stream()).toList();
    }

    /** Stops listening. */
    public void close() {
        workspace.book().removeListener(bookListener);
        workspace.labels().removeListener(labelListener);
        if (run != null && run.running != null) {
            run.running.cancel();
        }
    }

    /** On whichever thread changed the book. */
    private void bookChanged() {
        rowsAreOld.set(true);
        if (bookChangePending.compareAndSet(false, true)) {
            workspace.background().onFx(() -> {
                bookChangePending.set(false);
                if (run == null) {
                    refreshNow();
                } else {
                    // what runs is still wanted: were it cancelled by each change, a busy job would leave the table behind for ever
                    bookIsNewer = true;
                }
            });
        }
    }

    private void labelsChanged() {
        labels = new LabelNames(List.copyOf(workspace.labels()));
        refreshNow();
    }

    private void refreshNow() {
        if (run != null && run.running != null) {
            run.running.cancel();
        }
        bookIsNewer = false;
        Run mine = new Run();
        run = mine;
        Filter filter = new Filter(scope.get(), search.getValue().query());
        List<SortKey> order = sort.get();
        LabelNames names = labels;
        Background.Running running = workspace.background().start(() -> compute(filter, order, names), found -> show(mine, found), bug -> ended(mine));
        if (!mine.over) {
            mine.running = running;
        }
    }

    private View compute(Filter filter, List<SortKey> order, LabelNames names) {
        Rows all;
        synchronized (rowsLock) {
            // most wishes are for another filter or order of the same contacts
            if (rowsAreOld.getAndSet(false) || rowsLabels != names) {
                rows = rows.next(workspace.book().contacts(), names);
                rowsLabels = names;
            }
            all = rows;
        }
        List<ContactRow> matched = all.list();
        if (!filter.everybody()) {
            matched = new ArrayList<>();
            for (ContactRow row : all.list()) {
                Stop.ifInterrupted();
                if (filter.matches(row)) {
                    matched.add(row);
                }
            }
        }
        return new View(filter, order, Sorting.sorted(matched, order), all);
    }

    private void show(Run mine, View found) {
        ended(mine);
        View before = view.get();
        view.set(found);
        String looked = focused.get();
        if (looked != null && before.shows(looked) && !found.shows(looked)) {
            focused.set(null); // else what is done next would be done to somebody who is not to be seen
        }
        if (bookIsNewer && run == null) {
            refreshNow();
        } else if (run == null) {
            warmUp(found);
        }
    }

    private void ended(Run mine) {
        mine.over = true;
        if (run == mine) {
            run = null;
        }
    }

    /** Folds texts before the first key is typed. */
    private void warmUp(View shown) {
        if (!shown.rows().list().isEmpty()) {
            workspace.background().start(() -> {
                shown.rows().list().forEach(ContactRow::search);
                return null;
            }, nothing -> { }, bug -> { });
        }
    }
}

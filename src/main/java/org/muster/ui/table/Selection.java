package org.muster.ui.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;

/**
 * Which contacts the next action is about. It is in one of two states which the window keeps apart: contacts picked one by one, or "all in
 * this filter", less those taken out. Picked contacts stay picked when the filter changes. "All in this filter" follows the
 * contacts while the filter stands; when the filter changes, those it meant become picked ones, so that an action never reaches
 * further than what the user saw.
 */
public final class Selection {
    /** What is selected. */
    public sealed interface State {
        /** Contacts picked one by one, by resource name. */
        record Picked(Set<String> names) implements State {
            public Picked {
                names = Set.copyOf(names);
            }
        }

        /** Everybody a filter shows but {@code except}, by resource name. */
        record AllMatching(Filter filter, Set<String> except) implements State {
            public AllMatching {
                except = Set.copyOf(except);
            }
        }
    }

    private static final State NOTHING = new State.Picked(Set.of());

    private final ContactsModel model;
    private final ContactBook book;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", NOTHING);

    public Selection(ContactsModel model) {
        this.model = model;
        this.book = model.workspace().book();
        model.viewProperty().subscribe(this::follow);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public boolean contains(String resourceName) {
        return switch (state.get()) {
            case State.Picked(Set<String> names) -> names.contains(resourceName);
            case State.AllMatching(Filter filter, Set<String> except) -> !except.contains(resourceName) && view().row(resourceName).filter(filter::matches).isPresent();
        };
    }

    /** How many are selected. */
    public int count() {
        return switch (state.get()) {
            case State.Picked(Set<String> names) -> names.size();
            case State.AllMatching all -> view().matched().size() - all.except().size();
        };
    }

    /** How many of the selected the filter does not show. */
    public int hidden() {
        return switch (state.get()) {
            case State.Picked(Set<String> names) -> names.isEmpty() ? 0 : names.size() - (int) view().matched().stream().filter(r -> names.contains(r.resourceName())).count();
            case State.AllMatching all -> 0;
        };
    }

    public boolean isEmpty() {
        return count() == 0;
    }

    /** Whether it is all the table shows. */
    public boolean allShown() {
        return switch (state.get()) {
            case State.Picked(Set<String> names) -> !names.isEmpty() && view().matched().size() == names.size() - hidden();
            case State.AllMatching all -> all.except().isEmpty();
        };
    }

    /** Takes contacts in or out. */
    public void set(Collection<String> resourceNames, boolean selected) {
        state.set(switch (state.get()) {
            case State.Picked(Set<String> names) -> new State.Picked(with(names, resourceNames, selected));
            case State.AllMatching(Filter filter, Set<String> except) -> new State.AllMatching(filter, with(except, resourceNames, !selected));
        });
        if (count() == 0) {
            clear();
        }
    }

    public void toggle(String resourceName) {
        set(List.of(resourceName), !contains(resourceName));
    }

    /** Takes everybody the filter shows, also those it will come to show. */
    public void selectAllMatching() {
        if (!view().matched().isEmpty()) {
            state.set(new State.AllMatching(view().filter(), Set.of()));
        }
    }

    /** Takes everybody the table shows, or lets go of them when it has them all. Who is selected elsewhere stays so. */
    public void toggleAllShown() {
        boolean all = allShown();
        if (hidden() > 0) {
            set(view().matched().stream().map(ContactRow::resourceName).toList(), !all);
        } else if (all) {
            clear();
        } else {
            selectAllMatching();
        }
    }

    /** Lets go of those the filter does not show. */
    public void keepShown() {
        set(contacts().stream().map(Contact::resourceName).filter(name -> !view().shows(name)).toList(), false);
    }

    public void clear() {
        state.set(NOTHING);
    }

    /** The selected contacts as the book has them now, those on screen first and in their order; contacts that are gone are left out. */
    public List<Contact> contacts() {
        List<String> names = new ArrayList<>();
        view().matched().stream().map(ContactRow::resourceName).filter(this::contains).forEach(names::add);
        if (state.get() instanceof State.Picked(Set<String> picked) && picked.size() > names.size()) {
            Set<String> seen = new HashSet<>(names);
            view().rows().list().stream().map(ContactRow::resourceName).filter(n -> picked.contains(n) && !seen.contains(n)).forEach(names::add);
        }
        return names.stream().flatMap(n -> book.find(n).stream()).toList();
    }

    private View view() {
        return model.viewProperty().get();
    }

    private void follow(View before, View now) {
        switch (state.get()) {
            case State.Picked(Set<String> names) -> keepExisting(names, now);
            case State.AllMatching(Filter filter, Set<String> except) -> {
                if (!filter.equals(now.filter())) {
                    Set<String> meant = new HashSet<>();
                    before.matched().stream().map(ContactRow::resourceName).filter(n -> !except.contains(n)).forEach(meant::add);
                    keepExisting(meant, now);
                    return;
                }
                Set<String> stillThere = new HashSet<>();
                if (!except.isEmpty()) {
                    now.matched().stream().map(ContactRow::resourceName).filter(except::contains).forEach(stillThere::add);
                }
                state.set(new State.AllMatching(filter, stillThere));
                if (count() == 0) {
                    clear();
                }
            }
        }
    }

    private void keepExisting(Set<String> names, View now) {
        Set<String> there = new HashSet<>(names);
        there.removeIf(n -> !now.rows().byName().containsKey(n));
        State next = new State.Picked(there);
        if (!next.equals(state.get())) {
            state.set(next);
        }
    }

    private static Set<String> with(Set<String> names, Collection<String> some, boolean in) {
        Set<String> next = new HashSet<>(names);
        if (in) {
            next.addAll(some);
        } else {
            some.forEach(next::remove);
        }
        return next;
    }
}

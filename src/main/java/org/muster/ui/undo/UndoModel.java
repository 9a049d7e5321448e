package org.muster.ui.undo;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.MassChange;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.Past;
import org.muster.jobs.UndoPlan;

/** How a job would be taken back, and which of its contacts are left out. To make one takes time; whatever is asked of it after that is quick. */
final class UndoModel {
    private final UndoPlan plan;
    private final int accountSize;
    private final List<UndoRow> rows;
    private final Set<Integer> changedSince;
    private final boolean deletes;
    private final UndoSums counting;
    private final Set<Integer> takenOut = new HashSet<>();
    private boolean labelsMade = true;
    private Optional<UndoSums.Sums> sums = Optional.empty();

    /**
     * Not for the FX thread.
     *
     * @param accountSize how many contacts the account has
     */
    UndoModel(Past past, UndoPlan plan, int accountSize) {
        this.plan = plan;
        this.accountSize = accountSize;
        this.rows = UndoRow.of(past, plan);
        this.changedSince = rows.stream().filter(UndoRow::changedSince).map(UndoRow::row).collect(Collectors.toUnmodifiableSet());
        this.deletes = plan.steps().stream().anyMatch(step -> step.change() instanceof Change.Delete);
        this.counting = new UndoSums(plan.steps(), rows.stream().filter(UndoRow::photo).map(UndoRow::row).collect(Collectors.toSet()));
    }

    UndoPlan plan() {
        return plan;
    }

    /** Whether contacts would be deleted. */
    boolean deletes() {
        return deletes;
    }

    /** The numbers of what is done to those not left out. */
    UndoSums.Sums sums() {
        if (sums.isEmpty()) {
            sums = Optional.of(counting.of(takenOut, labelsMade));
        }
        return sums.get();
    }

    List<UndoRow> rows() {
        return rows;
    }

    boolean out(UndoRow row) {
        return takenOut.contains(row.row());
    }

    void toggle(UndoRow row) {
        if (!takenOut.remove(row.row())) {
            takenOut.add(row.row());
        }
        sums = Optional.empty();
    }

    /** Whether labels that are gone are made first; without them, who only gets those back gets nothing. */
    void labelsMade(boolean made) {
        labelsMade = made;
        sums = Optional.empty();
    }

    int takenOut() {
        return takenOut.size();
    }

    /** Contacts that were changed since, left out or not. */
    Set<Integer> changedSince() {
        return changedSince;
    }

    /** Of those, how many are not left out. */
    int changedSinceIn() {
        return (int) changedSince.stream().filter(row -> !takenOut.contains(row)).count();
    }

    /** Leaves out every contact that was changed since. */
    void leaveOutChanged() {
        takenOut.addAll(changedSince);
        sums = Optional.empty();
    }

    /** Leaves out the same contacts as another model does. */
    void leaveOutAs(UndoModel other) {
        takenOut.addAll(other.takenOut);
        sums = Optional.empty();
    }

    /** Whether it does the same to the same contacts as another, but for labels that are there by now. */
    boolean sameAs(UndoModel other) {
        return outline().equals(other.outline());
    }

    private List<String> outline() {
        return rows.stream().map(row -> row.row() + " " + row.step().change().getClass().getSimpleName() + " " + row.changedSince() + " " + row.photo()).toList();
    }

    /** What it would destroy, stated in contacts, of which several rows of the job may have been about the same. */
    MassChange mass() {
        return new MassChange(sums().destroyed(), sums().contacts(), accountSize);
    }

    /**
     * The fields to be answered: what the window shows, what is written, and what was read before of contacts that stay, so that nothing of it is lost from the window.
     *
     * @param shown the fields the window loads
     * @param book the contacts as the window knows them
     */
    FieldMask readBack(FieldMask shown, ContactBook book) {
        FieldMask all = shown;
        for (UndoPlan.Step step : plan.steps()) {
            if (step.change() instanceof Change.Update update) {
                all = all.union(update.mask()).union(book.find(update.before().resourceName()).map(Contact::loaded).orElse(FieldMask.none()));
            }
        }
        return all.minus(FieldMask.of(PersonField.METADATA));
    }

    /**
     * What would be sent.
     *
     * @param readBack the fields Google shall answer each contact with
     */
    ChangeSet changeSet(String title, FieldMask readBack) {
        return plan.changes(title, step -> !takenOut.contains(step.row()), readBack);
    }
}

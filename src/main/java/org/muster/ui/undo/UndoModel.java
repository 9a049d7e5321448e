package org.muster.ui.undo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.MassChange;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.Past;
import org.muster.jobs.UndoPlan;
import org.muster.people.PeopleGateway;

/** How a job would be taken back, and which of its contacts are left out. */
final class UndoModel {
    private final UndoPlan plan;
    private final int accountSize;
    private final List<UndoRow> rows;
    private final Set<Integer> takenOut = new HashSet<>();
    private boolean labelsMade = true;

    /** @param accountSize how many contacts the account has */
    UndoModel(Past past, UndoPlan plan, int accountSize) {
        this.plan = plan;
        this.accountSize = accountSize;
        this.rows = UndoRow.of(past, plan);
    }

    UndoPlan plan() {
        return plan;
    }

    /** Whether contacts would be deleted. */
    boolean deletes() {
        return plan.steps().stream().anyMatch(step -> step.change() instanceof Change.Delete);
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
    }

    /** Whether labels that are gone are made first; without them, who only gets those back gets nothing. */
    void labelsMade(boolean made) {
        labelsMade = made;
    }

    int takenOut() {
        return takenOut.size();
    }

    /** Contacts that were changed since, left out or not. */
    Set<Integer> changedSince() {
        return rows.stream().filter(UndoRow::changedSince).map(UndoRow::row).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Of those, how many are not left out. */
    int changedSinceIn() {
        return (int) changedSince().stream().filter(row -> !takenOut.contains(row)).count();
    }

    /** Leaves out every contact that was changed since. */
    void leaveOutChanged() {
        takenOut.addAll(changedSince());
    }

    /** Leaves out the same contacts as another model does. */
    void leaveOutAs(UndoModel other) {
        takenOut.addAll(other.takenOut);
    }

    /** Whether it does the same to the same contacts as another, but for labels that are there by now. */
    boolean sameAs(UndoModel other) {
        return outline().equals(other.outline());
    }

    private List<String> outline() {
        return rows.stream().map(row -> row.row() + " " + row.step().change().getClass().getSimpleName() + " " + row.changedSince() + " " + row.photo()).toList();
    }

    /** How many contacts something is done to. */
    int contacts() {
        return Change.contacts(picked());
    }

    /** How many contacts of those not left out such a change is done to. */
    int contacts(Class<? extends Change> kind) {
        return Change.contacts(picked(kind));
    }

    /**
     * How many contacts of those not left out are put back in this way: wholly, in part, or not at all. What was changed since ends as a conflict and gives nothing back.
     *
     * @param back whether something of it is put back
     * @param conflict whether something of it was changed since
     */
    int put(boolean back, boolean conflict) {
        Set<String> given = updated(step -> !step.changedSince());
        Set<String> kept = updated(UndoPlan.Step::changedSince);
        return (int) Stream.concat(given.stream(), kept.stream()).distinct().filter(name -> given.contains(name) == back && kept.contains(name) == conflict).count();
    }

    private Set<String> updated(Predicate<UndoPlan.Step> which) {
        return picked(which.and(step -> step.change() instanceof Change.Update)).stream().map(Change::contactName).collect(Collectors.toSet());
    }

    /** How many contacts that are deleted were changed since they were made. */
    int goneSince() {
        return Change.contacts(picked(step -> step.changedSince() && step.change() instanceof Change.Delete));
    }

    /** What is done to those not left out, but for the photos: those are of contacts that come back, and counted with them. */
    private List<Change> picked() {
        return picked(step -> !(step.change() instanceof Change.SetPhoto));
    }

    private List<Change> picked(Predicate<UndoPlan.Step> which) {
        return plan.steps().stream().filter(step -> !takenOut.contains(step.row()) && (labelsMade || !step.labelsFirst())).filter(which).map(UndoPlan.Step::change).toList();
    }

    private List<Change> picked(Class<? extends Change> kind) {
        return picked().stream().filter(kind::isInstance).toList();
    }

    int photos() {
        return (int) rows.stream().filter(row -> !out(row) && row.photo()).count();
    }

    /** Batches it takes, without the photos, each of which is a request of its own: one update mask per batch (People API). */
    int batches() {
        Map<FieldMask, Integer> updates = new HashMap<>();
        picked().forEach(change -> {
            if (change instanceof Change.Update update) {
                updates.merge(update.mask(), 1, Integer::sum);
            }
        });
        return Math.ceilDiv(picked(Change.Create.class).size(), PeopleGateway.CREATE_LIMIT) + Math.ceilDiv(picked(Change.Delete.class).size(), PeopleGateway.DELETE_LIMIT)
                + updates.values().stream().mapToInt(n -> Math.ceilDiv(n, PeopleGateway.UPDATE_LIMIT)).sum();
    }

    /** What it would destroy, stated in contacts, of which several rows of the job may have been about the same. */
    MassChange mass() {
        return MassChange.of(picked(), accountSize);
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

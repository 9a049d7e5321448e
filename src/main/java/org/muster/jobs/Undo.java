package org.muster.jobs;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/**
 * Turns a job into the changes that take it back: what it deleted is made again, what it changed is put back where nobody has changed it since, and what it
 * made is deleted. Taking back an undo does it again. Reads the account, sends nothing.
 */
public final class Undo {
    /** What tells whether a contact that was made is still as it was made: labels come and go without anybody touching the contact. */
    private static final FieldMask OWN = FieldMask.writable().minus(FieldMask.of(PersonField.MEMBERSHIPS, PersonField.CLIENT_DATA));

    private final Past past;
    private final JobService.Lane lane;
    private final AskingAgain asking;
    private final LastKnown lastKnown;
    private final Map<String, String> labelsNow = new HashMap<>();
    private final Set<String> labelsGone = new LinkedHashSet<>();
    private final Set<String> labelsUnnamed = new HashSet<>();
    private final List<UndoPlan.Step> deletesOrUpdates = new ArrayList<>();
    private final List<UndoPlan.Step> creates = new ArrayList<>();
    private final List<UndoPlan.Step> photos = new ArrayList<>();
    private final List<UndoPlan.Left> left = new ArrayList<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private int photosLost;

    private Undo(Past past, JobService.Lane lane, AskingAgain asking) {
        this.past = past;
        this.lane = lane;
        this.asking = asking;
        this.lastKnown = new LastKnown(past.job().outcomes(), lane.book());
    }

    /**
     * How {@code past} can be taken back. Blocks while the account is read, and for some seconds more when that meets trouble which passes.
     *
     * @param waiter the time it waits in
     */
    public static Answer<UndoPlan> plan(Past past, JobService.Lane lane, Waiter waiter) {
        return new Undo(past, lane, new AskingAgain(waiter)).plan();
    }

    private Answer<UndoPlan> plan() {
        switch (asking.ask(lane.gateway()::labels)) {
            case Answer.Failed<List<Label>>(ApiError error) -> {
                return new Answer.Failed<>(error);
            }
            case Answer.Ok<List<Label>>(List<Label> labels) -> labels(labels);
        }
        return switch (readAll()) {
            case Answer.Failed<Map<String, Answer<Contact>>>(ApiError error) -> new Answer.Failed<>(error);
            case Answer.Ok<Map<String, Answer<Contact>>>(var now) when Reader.untold(asked, now).isPresent() -> new Answer.Failed<>(Reader.untold(asked, now).get());
            case Answer.Ok<Map<String, Answer<Contact>>>(var now) -> {
                past.job().outcomes().forEach(outcome -> row(outcome, now));
                List<UndoPlan.Step> steps = new ArrayList<>(deletesOrUpdates);
                steps.addAll(creates);
                steps.addAll(photos);
                yield new Answer.Ok<>(new UndoPlan(past.job().id(), past.reversals() % 2 == 1, past.rootTitle(), steps, left, List.copyOf(labelsGone), labelsUnnamed.size(), photosLost, past.job().changes().sources()));
            }
        };
    }

    /** A label that was deleted and made again has another resource name and the same name. */
    private void labels(List<Label> labels) {
        Map<String, String> byName = new HashMap<>();
        labels.stream().filter(Label::assignable).forEach(label -> byName.put(label.name(), label.resourceName()));
        labels.forEach(label -> labelsNow.put(label.resourceName(), label.resourceName()));
        past.labels().forEach((then, name) -> {
            if (byName.containsKey(name)) {
                labelsNow.putIfAbsent(then, byName.get(name));
            }
        });
    }

    /** The contacts the job left there, as they are now. Who is not found yet, or only as it was before what was answered of it, is read again for a while. */
    private Answer<Map<String, Answer<Contact>>> readAll() {
        FieldMask mask = gather();
        Reader reader = new Reader(lane.gateway(), Set.of(ReadSource.CONTACT));
        Set<String> open = new LinkedHashSet<>(asked);
        Map<String, Answer<Contact>> now = new HashMap<>();
        return asking.ask(() -> switch (reader.readPatiently(List.copyOf(open), mask, asking)) {
            case Answer.Failed<Map<String, Answer<Contact>>> failed -> failed;
            case Answer.Ok<Map<String, Answer<Contact>>>(var found) -> {
                now.putAll(found);
                open.clear();
                open.addAll(inDoubt(now));
                yield new Answer.Ok<>(now);
            }
        }, answer -> answer instanceof Answer.Failed || open.isEmpty());
    }

    /** Gives the fields to be read of the contacts to be {@code asked} for. */
    private FieldMask gather() {
        FieldMask mask = FieldMask.of(PersonField.NAMES);
        for (Outcome outcome : past.job().outcomes()) {
            if (outcome.state() == OutcomeState.DONE && !past.pending().contains(outcome.row())) {
                switch (outcome.change()) {
                    case Change.Create create -> {
                        asked.addAll(names(outcome));
                        mask = FieldMask.writable();
                    }
                    case Change.Update update -> {
                        asked.addAll(names(outcome));
                        mask = mask.union(update.mask());
                    }
                    case Change.Delete delete -> asked.addAll(backAs(outcome));
                    case Change.SetPhoto photo -> { }
                }
            }
        }
        return mask;
    }

    /** Names by which to read again those of whom it is not known how they are. */
    private Set<String> inDoubt(Map<String, Answer<Contact>> now) {
        Set<String> names = new LinkedHashSet<>();
        for (Outcome outcome : past.job().outcomes()) {
            boolean goes = outcome.state() == OutcomeState.DONE && !past.pending().contains(outcome.row()) && switch (outcome.change()) {
                case Change.Create create -> !past.takenBack().contains(outcome.row());
                case Change.Update update -> true;
                case Change.Delete _, Change.SetPhoto _ -> false;
            };
            if (goes) {
                Optional<Contact> there = there(outcome, now);
                names(outcome).stream().filter(name -> there.map(lastKnown::newerThan).orElseGet(() -> lastKnown.touchedLately(name, asking.now()))).forEach(names::add);
            }
        }
        return names;
    }

    /** What the contact of a row may be called now: what it was called, for it may have come back by itself, and what it was called since, the newest first. */
    private Set<String> names(Outcome outcome) {
        String then = outcome.contactName();
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(Stream.of(then), past.since(then).reversed().stream()).forEach(name -> {
            names.add(name);
            lane.book().find(name).map(Contact::resourceName).ifPresent(names::add);
        });
        names.remove("");
        return names;
    }

    private void row(Outcome outcome, Map<String, Answer<Contact>> now) {
        switch (outcome.state()) {
            case UNKNOWN, SENT -> leave(outcome, UndoPlan.Reason.UNKNOWN);
            case WAITING, FAILED, CONFLICT, SKIPPED -> leave(outcome, UndoPlan.Reason.NOT_DONE);
            case DONE -> {
                if (past.pending().contains(outcome.row())) {
                    leave(outcome, UndoPlan.Reason.UNDER_WAY);
                } else {
                    switch (outcome.change()) {
                        case Change.Delete delete -> bringBack(outcome, delete, now);
                        case Change.Update update -> putBack(outcome, update, there(outcome, now));
                        case Change.Create create -> takeAway(outcome, create, there(outcome, now));
                        case Change.SetPhoto photo -> photo(outcome, photo);
                    }
                }
            }
        }
    }

    private Optional<Contact> there(Outcome outcome, Map<String, Answer<Contact>> now) {
        return names(outcome).stream().flatMap(name -> now.get(name) instanceof Answer.Ok<Contact>(Contact contact) ? Stream.of(contact) : Stream.empty()).findFirst();
    }

    private void leave(Outcome outcome, UndoPlan.Reason reason) {
        left.add(new UndoPlan.Left(outcome.row(), outcome.change().displayName(), reason));
    }

    /** What a contact that was deleted may be called now, if another way than an undo of this job brought it back. Nothing for most. */
    private List<String> backAs(Outcome outcome) {
        boolean known = past.takenBack().contains(outcome.row()) || past.maybe().contains(outcome.row());
        Remembered saved = past.images().get(outcome.row());
        return known || saved == null ? List.of() : past.since(saved.contact().resourceName());
    }

    private void bringBack(Outcome outcome, Change.Delete delete, Map<String, Answer<Contact>> now) {
        if (past.takenBack().contains(outcome.row())) {
            leave(outcome, UndoPlan.Reason.ALREADY_SO);
            return;
        }
        if (past.maybe().contains(outcome.row())) {
            leave(outcome, UndoPlan.Reason.UNKNOWN);
            return;
        }
        Remembered saved = past.images().get(outcome.row());
        if (saved == null) {
            leave(outcome, outcome.error().filter(e -> e.cause() == ErrorCause.NOT_FOUND).isPresent() ? UndoPlan.Reason.WAS_GONE : UndoPlan.Reason.NOT_SAVED);
            return;
        }
        if (backAs(outcome).stream().anyMatch(name -> now.get(name) instanceof Answer.Ok && lane.book().find(name).isPresent())) { // else it may have been deleted a moment ago: the job reads with patience
            leave(outcome, UndoPlan.Reason.BACK_ALREADY);
            return;
        }
        Person draft = new Person();
        for (PersonField field : FieldMask.writable().fields()) {
            List<GenericJson> items = saved.contact().ownItems(field);
            if (!items.isEmpty()) {
                draft.set(field.path(), new ArrayList<>(items));
            }
        }
        note(draft);
        relabel(draft, false);
        String formerly = saved.contact().resourceName();
        creates.add(new UndoPlan.Step(new Change.Create(draft, "", formerly), outcome.row(), Optional.empty(), false));
        saved.photo().ifPresent(photo -> photos.add(new UndoPlan.Step(new Change.SetPhoto(formerly, photo, delete.displayName()), outcome.row(), Optional.empty(), false)));
        photosLost += saved.photoLost() ? 1 : 0;
    }

    /** Gives the person its labels by the names they have now; those that are gone are left out, or kept as if they had been made again if their names are known. */
    private Person relabel(Person person, boolean asIfMade) {
        if (person.getMemberships() != null) {
            person.setMemberships(labels(person).map(then -> asIfMade && past.labels().containsKey(then) ? labelsNow.getOrDefault(then, then) : labelsNow.get(then)).filter(Objects::nonNull)
                    .map(now -> new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName(now))).toList());
        }
        return person;
    }

    private static Stream<String> labels(Person person) {
        return Optional.ofNullable(person.getMemberships()).orElse(List.of()).stream().map(Membership::getContactGroupMembership).filter(Objects::nonNull)
                .map(ContactGroupMembership::getContactGroupResourceName).filter(Objects::nonNull);
    }

    /** Notes the labels that this person had and that are gone. Without its name, none can be made again. */
    private void note(Person person) {
        labels(person).filter(then -> !labelsNow.containsKey(then))
                .forEach(then -> Optional.ofNullable(past.labels().get(then)).ifPresentOrElse(labelsGone::add, () -> labelsUnnamed.add(then)));
    }

    /** Field by field: what is as the job left it is put back; what somebody changed since is left to a conflict, which shows both. */
    private void putBack(Outcome outcome, Change.Update update, Optional<Contact> there) {
        if (there.isEmpty()) {
            leave(outcome, UndoPlan.Reason.GONE);
            return;
        }
        Contact now = there.get();
        if (lastKnown.newerThan(now)) {
            leave(outcome, UndoPlan.Reason.CANNOT_TELL);
            return;
        }
        FieldMask untouched = FieldMask.none();
        FieldMask touched = FieldMask.none();
        Person old = relabel(update.before().copy(), false);
        Person labelled = relabel(update.before().copy(), true);
        Person done = relabel(update.after().clone(), false);
        boolean labelsFirst = false;
        if (update.mask().contains(PersonField.MEMBERSHIPS)) {
            note(update.before().copy());
        }
        for (PersonField field : update.mask().fields()) {
            FieldMask one = FieldMask.of(field);
            if (Sameness.under(one, old, now)) {
                labelsFirst |= !Sameness.under(one, labelled, now);
            } else if (Sameness.under(one, done, now)) {
                untouched = untouched.union(one);
            } else {
                touched = touched.union(one);
            }
        }
        if (untouched.isEmpty() && touched.isEmpty() && !labelsFirst) {
            leave(outcome, UndoPlan.Reason.ALREADY_SO);
            return;
        }
        if (labelsFirst) {
            FieldMask labels = FieldMask.of(PersonField.MEMBERSHIPS);
            deletesOrUpdates.add(new UndoPlan.Step(new Change.Update(now, with(now.copy(), labelled, labels), labels), outcome.row(), Optional.empty(), true));
        }
        if (!untouched.isEmpty()) {
            deletesOrUpdates.add(new UndoPlan.Step(new Change.Update(now, with(now.copy(), old, untouched), untouched), outcome.row(), Optional.empty(), false));
        }
        if (!touched.isEmpty()) {
            // As the job left it and without a version, so that the account is read, and shows that it is different.
            Person left = with(now.copy(), done, touched).setEtag(null);
            left.setMetadata(null);
            Contact before = new Contact(left, now.loaded());
            deletesOrUpdates.add(new UndoPlan.Step(new Change.Update(before, with(before.copy(), old, touched), touched), outcome.row(), Optional.of(now), false));
        }
    }

    private static Person with(Person person, Person other, FieldMask mask) {
        mask.fields().forEach(field -> person.set(field.path(), other.get(field.path())));
        return person;
    }

    private void takeAway(Outcome outcome, Change.Create create, Optional<Contact> there) {
        if (past.takenBack().contains(outcome.row())) {
            leave(outcome, UndoPlan.Reason.ALREADY_SO);
        } else if (past.maybe().contains(outcome.row()) || names(outcome).isEmpty()) {
            leave(outcome, UndoPlan.Reason.UNKNOWN);
        } else if (there.isEmpty()) {
            leave(outcome, UndoPlan.Reason.GONE);
        } else if (lastKnown.newerThan(there.get())) {
            leave(outcome, UndoPlan.Reason.CANNOT_TELL);
        } else {
            boolean same = outcome.contact().filter(made -> Sameness.version(made, there.get())).isPresent() || Sameness.under(OWN, create.draft(), there.get());
            deletesOrUpdates.add(new UndoPlan.Step(new Change.Delete(there.get()), outcome.row(), same ? Optional.empty() : there, false));
        }
    }

    /** The photo of a contact that the same job brought back goes with the contact. */
    private void photo(Outcome outcome, Change.SetPhoto photo) {
        boolean goes = past.job().changes().changes().stream().anyMatch(change -> change instanceof Change.Create create && create.formerly().equals(photo.of()));
        if (!goes) {
            leave(outcome, UndoPlan.Reason.PHOTO_STAYS);
        }
    }
}

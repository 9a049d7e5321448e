package org.muster.ui.jobs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.muster.jobs.Job;
import org.muster.jobs.JobSnapshot;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.store.Undoing;
import org.muster.ui.work.Background;

/**
 * A job as the drawer shows it. Follows the job by itself; everything here belongs to the FX thread. Numbers come from snapshots. The contacts that did
 * not make it are gathered away from the FX thread and only when the numbers say that there are more of them.
 */
final class JobModel {
    private final Job job;
    private final Background background;
    private final FrameGate gate;
    private final Consumer<Job> listener;
    private final ReadOnlyObjectWrapper<JobSnapshot> snapshot;
    private final ObservableList<Missed> missed = FXCollections.observableArrayList();
    private final List<Missed> setAside = new ArrayList<>();
    private final BitSet seen = new BitSet();
    private final Set<Integer> looking = new HashSet<>();
    private final Map<Integer, Outcome> found = new ConcurrentHashMap<>();
    private final BooleanProperty expanded = new SimpleBooleanProperty(this, "expanded", true);
    private final BooleanProperty asked = new SimpleBooleanProperty(this, "asked");
    private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");
    private final ObjectProperty<Undoing> undoing = new SimpleObjectProperty<>(this, "undoing", Undoing.NOT_YET);
    private final StringProperty note = new SimpleStringProperty(this, "note", "");
    private final ReadOnlyIntegerWrapper findings = new ReadOnlyIntegerWrapper(this, "findings");
    private boolean gathering;
    private boolean newsMeanwhile;

    JobModel(Job job, Background background) {
        this.job = job;
        this.background = background;
        this.snapshot = new ReadOnlyObjectWrapper<>(this, "snapshot", job.snapshot());
        this.gate = new FrameGate(background, this::refresh);
        this.listener = changed -> gate.request();
        job.handled().forEach(seen::set);
        job.addListener(listener);
        gate.request();
    }

    Job job() {
        return job;
    }

    ReadOnlyObjectProperty<JobSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    JobSnapshot snapshot() {
        return snapshot.get();
    }

    boolean ended() {
        return snapshot().state().ended();
    }

    /** Contacts that did not make it and that nobody has dealt with, in the order they became known. */
    ObservableList<Missed> missed() {
        return missed;
    }

    /** Whether {@link #missed} has every contact of which the numbers tell, but for those that were taken out of it. */
    boolean allGathered() {
        return !gathering && missing(snapshot()) <= seen.cardinality();
    }

    private static int missing(JobSnapshot job) {
        return job.notDone() + job.count(OutcomeState.SKIPPED);
    }

    /** How often looking again has shown something new. */
    ReadOnlyIntegerProperty findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** Whether {@link #missed} shows. */
    BooleanProperty expandedProperty() {
        return expanded;
    }

    /** A pause was asked for and the batch in flight is still being awaited. */
    BooleanProperty askedProperty() {
        return asked;
    }

    /** Something for the whole job, such as retrying all, is on its way. */
    BooleanProperty busyProperty() {
        return busy;
    }

    /** How far it has been undone. */
    ObjectProperty<Undoing> undoingProperty() {
        return undoing;
    }

    /** Whether it has ended and did anything. */
    boolean undoable() {
        return ended() && snapshot().count(OutcomeState.DONE) > 0;
    }

    /** What came of the user's last action on the job; empty for nothing to say. */
    StringProperty noteProperty() {
        return note;
    }

    /** How many can be sent again. */
    int retryable() {
        return (int) missed.stream().filter(Missed::retryable).count();
    }

    /** How many refused rows can be put right in the grid. */
    int mendable() {
        return (int) missed.stream().filter(Missed::mendable).count();
    }

    /** How many the user has set aside. */
    int setAsideCount() {
        return setAside.size();
    }

    /** Takes these out of the list: the user has decided about them. */
    void settle(Collection<Missed> gone) {
        remove(gone);
    }

    /** Takes this out of the list until {@link #showSetAside}. */
    void setAside(Missed one) {
        if (missed.remove(one)) {
            setAside.add(one);
        }
    }

    void showSetAside() {
        List<Missed> back = List.copyOf(setAside);
        setAside.clear();
        missed.addAll(back);
    }

    /** The user has dealt with these rows elsewhere: they leave the list, and do not come back with another window or another run. */
    void settleRows(Collection<Integer> rows) {
        job.markHandled(rows);
        Set<Integer> wanted = new HashSet<>(rows);
        remove(Stream.concat(missed.stream(), setAside.stream()).filter(m -> wanted.contains(m.outcome().row())).collect(Collectors.toSet()));
    }

    private void remove(Collection<Missed> gone) {
        setAside.removeAll(gone); // set aside while it was on its way: it must not come back to be sent once more
        if (gone.size() == 1) {
            missed.remove(gone.iterator().next());
            return;
        }
        Set<Missed> quick = new HashSet<>(gone);
        // one change instead of thousands
        missed.setAll(missed.stream().filter(m -> !quick.contains(m)).toList());
    }

    /** @return whether it is not being looked for already */
    boolean startLooking(Missed one) {
        return looking.add(one.outcome().row());
    }

    /** Takes in what looking again has shown. */
    void looked(Missed old, Outcome newer) {
        looking.remove(newer.row());
        if (newer != old.outcome()) {
            found.put(newer.row(), newer);
        }
        int at = missed.indexOf(old);
        if (at >= 0) {
            missed.set(at, new Missed(this, newer));
        }
        if (newer != old.outcome()) {
            findings.set(findings.get() + 1);
        }
    }

    /** What became of every contact, with what looking again has shown since. */
    List<Outcome> report() {
        return job.outcomes().stream().map(o -> found.getOrDefault(o.row(), o)).toList();
    }

    /** Stops following the job. */
    void forget() {
        job.removeListener(listener);
    }

    private void refresh() {
        JobSnapshot now = job.snapshot();
        asked.set(now.pausing() && !now.state().ended());
        snapshot.set(now);
        if (missing(now) > seen.cardinality()) {
            gather();
        }
    }

    private void gather() {
        if (gathering) {
            newsMeanwhile = true;
            return;
        }
        gathering = true;
        BitSet known = (BitSet) seen.clone();
        background.start(() -> job.outcomes().stream().filter(o -> notThere(o.state()) && !known.get(o.row())).toList(), this::take, bug -> gathering = false);
    }

    private void take(List<Outcome> fresh) {
        gathering = false;
        fresh.forEach(o -> seen.set(o.row()));
        missed.addAll(fresh.stream().map(o -> new Missed(this, o)).toList());
        if (newsMeanwhile) {
            newsMeanwhile = false;
            refresh();
        }
    }

    private static boolean notThere(OutcomeState state) {
        return switch (state) {
            case FAILED, CONFLICT, UNKNOWN, SKIPPED -> true;
            case WAITING, SENT, DONE -> false;
        };
    }
}

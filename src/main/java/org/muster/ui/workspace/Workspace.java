package org.muster.ui.workspace;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.jobs.BackupNow;
import org.muster.jobs.Job;
import org.muster.jobs.JobRecord;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSnapshot;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.people.PeopleGateway;
import org.muster.ui.work.Background;

/**
 * One open account as every screen sees it: its contacts, its labels, what is loaded, and the way to run changes. Properties and lists
 * change on the FX thread only.
 */
public final class Workspace {
    /** What is loaded when nothing else was chosen: enough for the table's first columns and for safe edits of them. */
    public static final FieldMask DEFAULT_MASK = FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES, PersonField.PHONE_NUMBERS, PersonField.ORGANIZATIONS, PersonField.MEMBERSHIPS);

    private final String accountName;
    private final JobService.Lane lane;
    private final JobService jobs;
    private final Background background;
    private final Clock clock;
    private final ObjectProperty<FieldMask> mask = new SimpleObjectProperty<>(this, "mask", DEFAULT_MASK);
    private final ObjectProperty<Set<ReadSource>> sources = new SimpleObjectProperty<>(this, "sources", Set.of());
    private final ReadOnlyObjectWrapper<LoadState> loadState = new ReadOnlyObjectWrapper<>(this, "loadState", new LoadState.Idle());
    private final ObjectProperty<Access> access = new SimpleObjectProperty<>(this, "access", new Access.Working());
    private final BooleanBinding reading = Bindings.createBooleanBinding(() -> access.get() instanceof Access.Reading, access);
    private final BooleanProperty changedElsewhere = new SimpleBooleanProperty(this, "changedElsewhere");
    private final ReadOnlyIntegerWrapper refusals = new ReadOnlyIntegerWrapper(this, "refusals");
    private final ObservableList<Label> labels = FXCollections.observableArrayList();
    private Background.Running loading;

    public Workspace(String accountName, JobService.Lane lane, JobService jobs, Background background, Clock clock) {
        this.accountName = accountName;
        this.lane = lane;
        this.jobs = jobs;
        this.background = background;
        this.clock = clock;
    }

    /** What people call the account. */
    public String accountName() {
        return accountName;
    }

    public ContactBook book() {
        return lane.book();
    }

    /** The way to the account, for what works on it away from the FX thread. */
    public JobService.Lane lane() {
        return lane;
    }

    public PeopleGateway gateway() {
        return lane.gateway();
    }

    public JobService jobs() {
        return jobs;
    }

    /** Whether a job works on this account. What remains of another account's job must never be sent from here. */
    public boolean owns(Job job) {
        return job.account().equals(lane.id());
    }

    public Background background() {
        return background;
    }

    public Clock clock() {
        return clock;
    }

    /** The fields the table loads. Set it, then {@link #reload}. */
    public ObjectProperty<FieldMask> maskProperty() {
        return mask;
    }

    /** Where values are read from; empty means Google's default. Set it, then {@link #reload}. */
    public ObjectProperty<Set<ReadSource>> sourcesProperty() {
        return sources;
    }

    public ReadOnlyObjectProperty<LoadState> loadStateProperty() {
        return loadState.getReadOnlyProperty();
    }

    /** What may be done here. Set by whoever knows which process holds the account. What it says here is for people; jobs and the gateway ask for themselves. */
    public ObjectProperty<Access> accessProperty() {
        return access;
    }

    /** Whether the account can only be looked at. */
    public BooleanBinding readingProperty() {
        return reading;
    }

    /** Whether another process has changed the account since it was loaded here. Set by whoever hears of it; {@link #reload} begins anew. */
    public BooleanProperty changedElsewhereProperty() {
        return changedElsewhere;
    }

    /** Asked before anything is begun that is to change the account. When it cannot be changed, {@link #refusalsProperty} goes up, so that whoever says why says so again. */
    public boolean mayChange() {
        if (reading.get()) {
            refusals.set(refusals.get() + 1);
            return false;
        }
        return true;
    }

    /** How often something was to be begun that cannot be. */
    public ReadOnlyIntegerProperty refusalsProperty() {
        return refusals.getReadOnlyProperty();
    }

    /** Every label of the account: the user's by name, then Google's own. */
    public ObservableList<Label> labels() {
        return labels;
    }

    public Optional<Label> label(String resourceName) {
        return labels.stream().filter(l -> l.resourceName().equals(resourceName)).findFirst();
    }

    /** Reads the account's contacts and labels again, in the background; what is there stays until the new is complete. */
    public void reload() {
        if (loading != null) {
            loading.cancel();
        }
        changedElsewhere.set(false);
        loadState.set(new LoadState.Loading(0, 0));
        FieldMask wanted = mask.get();
        Set<ReadSource> from = sources.get();
        loading = background.start(() -> load(wanted, from), this::loaded, bug -> loadState.set(new LoadState.Failed(internal(bug))));
    }

    private record Load(Answer<List<Label>> labels, Answer<List<Contact>> contacts) {}

    private Load load(FieldMask wanted, Set<ReadSource> from) {
        Answer<List<Label>> groups = gateway().labels();
        List<Contact> all = new ArrayList<>();
        try (ContactBook.Listing listing = book().listing()) {
            Answer<Void> listed = gateway().list(wanted, from, page -> {
                all.addAll(page.contacts());
                int read = all.size();
                background.onFx(() -> {
                    if (loadState.get() instanceof LoadState.Loading) {
                        loadState.set(new LoadState.Loading(read, page.total()));
                    }
                });
            });
            return new Load(groups, switch (listed) {
                case Answer.Ok<Void> ok -> {
                    if (!Thread.currentThread().isInterrupted()) { // else another listing has been begun, perhaps with other fields
                        listing.replaceAll(all);
                    }
                    yield new Answer.Ok<>(all);
                }
                case Answer.Failed<Void>(ApiError error) -> new Answer.Failed<>(error);
            });
        }
    }

    private void loaded(Load load) {
        if (load.labels() instanceof Answer.Ok<List<Label>>(List<Label> groups)) {
            takeLabels(groups);
        }
        loadState.set(switch (load.contacts()) {
            case Answer.Failed<List<Contact>>(ApiError error) -> new LoadState.Failed(error);
            case Answer.Ok<List<Contact>> ok -> load.labels() instanceof Answer.Failed<List<Label>>(ApiError error)
                    ? new LoadState.Failed(error)
                    : new LoadState.Loaded(clock.instant());
        });
    }

    private void takeLabels(List<Label> groups) {
        labels.setAll(groups.stream().sorted(Comparator.comparing(Label::system).thenComparing(l -> l.name().toLowerCase(Locale.ROOT))).toList());
    }

    /**
     * Makes a label, once the account lies in a backup of the day; it is in {@link #labels} when {@code then} hears of it.
     *
     * @param watcher hears of the backup, if one is due, which may take minutes; and is asked whether the label is still wanted
     */
    public void createLabel(String name, BackupNow.Watcher watcher, Consumer<Answer<Label>> then) {
        background.start(() -> jobs.labelMaker().make(lane, name, watcher), answer -> {
            if (answer instanceof Answer.Ok<Label>(Label label)) {
                List<Label> more = new ArrayList<>(labels);
                more.add(label);
                takeLabels(more);
            }
            then.accept(answer);
        }, bug -> then.accept(new Answer.Failed<>(internal(bug))));
    }

    /** Reads the labels again; they are in {@link #labels} when {@code then} hears of it. */
    public void reloadLabels(Consumer<Answer<List<Label>>> then) {
        background.start(() -> gateway().labels(), answer -> {
            if (answer instanceof Answer.Ok<List<Label>>(List<Label> groups)) {
                takeLabels(groups);
            }
            then.accept(answer);
        }, bug -> then.accept(new Answer.Failed<>(internal(bug))));
    }

    /**
     * Makes sure every field of {@code needed} is loaded for these contacts, reading in the background those that lack one.
     *
     * @param then gets, on the FX thread, the contacts in the same order with the fields loaded (contacts that are gone are left out), or why not
     */
    public Background.Running require(List<Contact> contacts, FieldMask needed, Consumer<Answer<List<Contact>>> then) {
        return background.start(() -> readMissing(contacts, needed), then, bug -> then.accept(new Answer.Failed<>(internal(bug))));
    }

    private Answer<List<Contact>> readMissing(List<Contact> contacts, FieldMask needed) {
        Set<ReadSource> asked = new HashSet<>(sources.get());
        if (!asked.isEmpty()) {
            asked.add(ReadSource.CONTACT); // without the contact itself its fields are never complete
        }
        List<String> lacking = contacts.stream().filter(c -> !c.loaded().containsAll(needed)).map(Contact::resourceName).toList();
        List<String> gone = new ArrayList<>();
        for (int from = 0; from < lacking.size(); from += PeopleGateway.GET_LIMIT) {
            List<String> part = lacking.subList(from, Math.min(lacking.size(), from + PeopleGateway.GET_LIMIT));
            switch (gateway().batchGet(part, needed.union(mask.get()), asked)) {
                case Answer.Failed<Map<String, Answer<Contact>>>(ApiError error) -> {
                    return new Answer.Failed<>(error);
                }
                case Answer.Ok<Map<String, Answer<Contact>>>(Map<String, Answer<Contact>> found) -> {
                    List<Contact> fresh = new ArrayList<>();
                    for (Map.Entry<String, Answer<Contact>> one : found.entrySet()) {
                        switch (one.getValue()) {
                            case Answer.Ok<Contact>(Contact contact) -> fresh.add(contact);
                            case Answer.Failed<Contact>(ApiError error) when error.cause() == ErrorCause.NOT_FOUND -> gone.add(one.getKey());
                            case Answer.Failed<Contact>(ApiError error) -> {
                                return new Answer.Failed<>(error); // it is there, and must not be left out in silence
                            }
                        }
                    }
                    book().apply(fresh, List.of());
                }
            }
        }
        return new Answer.Ok<>(contacts.stream().filter(c -> !gone.contains(c.resourceName())).map(c -> book().find(c.resourceName()).orElse(c)).toList());
    }

    /** Hands a change set to the account's lane. Contacts it makes without reading them back are listed once it has ended. */
    public Job submit(ChangeSet changes) {
        Job job = jobs.submit(lane, changes);
        Ending ending = new Ending();
        job.addListener(ending);
        background.start(job::snapshot, now -> ending.accept(job), bug -> { }); // it may have ended before it had a listener; but let it be planned elsewhere
        return job;
    }

    /** Takes up a job of this account that an earlier run of Muster did not bring to its end; it waits for the user's word. */
    public Job takeUp(JobRecord record) {
        Job job = jobs.takeUp(lane, record);
        job.addListener(new Ending());
        return job;
    }

    /** Waits for a job to end, and lets go of it then: jobs outlive the window. */
    private final class Ending implements Consumer<Job> {
        @Override
        public void accept(Job job) {
            JobSnapshot now = job.snapshot();
            if (now.state().ended()) {
                job.removeListener(this);
                if (now.reloadNeeded()) {
                    background.onFx(Workspace.this::reload);
                }
            }
        }
    }

    private static ApiError internal(Throwable bug) {
        return new ApiError(ErrorCause.BUG, 0, "", "", bug.getClass().getSimpleName());
    }
}

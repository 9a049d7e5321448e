package org.muster.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.Edit;
import org.muster.changes.EditPlan;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the marks away from the contacts a job has made, by an ordinary job of its own, once that job has ended. Should it not come to that, the marks stay,
 * which harms nobody.
 */
public final class Tidying implements Consumer<Job> {
    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);

    private final JobService service;
    private final JobService.Lane lane;
    private final IntFunction<String> title;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** @param title what the job is called, for so many contacts */
    public Tidying(JobService service, JobService.Lane lane, IntFunction<String> title) {
        this.service = service;
        this.lane = lane;
        this.title = title;
    }

    /** Hears of the job that makes contacts; acts once, on a thread of its own, when it has ended. */
    @Override
    public void accept(Job job) {
        if (job.snapshot().state().ended() && begun.compareAndSet(false, true)) {
            job.removeListener(this);
            Thread.ofVirtual().name("tidying after " + job.id()).start(() -> {
                switch (changes(job.outcomes(), lane, service.settings().waiter())) {
                    case Answer.Ok<List<Change>>(List<Change> changes) -> submit(changes);
                    case Answer.Failed<List<Change>>(ApiError error) -> LOG.warn("the marks of job {} stay: {}", job.id(), error.cause());
                }
            });
        }
    }

    private void submit(List<Change> changes) {
        if (!changes.isEmpty()) {
            try {
                service.submit(lane, new ChangeSet(title.apply(changes.size()), changes, FieldMask.of(PersonField.CLIENT_DATA)));
            } catch (IllegalStateException e) {
                LOG.info("no job is accepted any more; {} marks stay", changes.size());
            }
        }
    }

    /**
     * The changes that take the marks away from contacts that were made. Reads the account: blocks.
     *
     * @param waiter the time it waits in when reading meets trouble that passes
     */
    public static Answer<List<Change>> changes(List<Outcome> outcomes, JobService.Lane lane, Waiter waiter) {
        List<String> made = outcomes.stream().filter(o -> o.state() == OutcomeState.DONE && o.change() instanceof Change.Create)
                .flatMap(o -> o.contact().stream()).map(Contact::resourceName).toList();
        EditPlan plan = new EditPlan(List.of(new Edit.RemoveMarkers()));
        return switch (new Reader(lane.gateway(), Set.of()).readPatiently(made, FieldMask.of(PersonField.NAMES, PersonField.CLIENT_DATA), new AskingAgain(waiter))) {
            case Answer.Failed<Map<String, Answer<Contact>>>(ApiError error) -> new Answer.Failed<>(error);
            case Answer.Ok<Map<String, Answer<Contact>>>(var found) -> {
                List<Change> changes = new ArrayList<>();
                for (String name : made) {
                    if (found.get(name) instanceof Answer.Ok<Contact>(Contact contact)) {
                        plan.apply(contact).ifPresent(changes::add);
                    }
                }
                yield new Answer.Ok<>(changes);
            }
        };
    }
}

package org.muster.ui.undo;

import java.util.List;
import java.util.Optional;
import org.muster.jobs.BackupNow;
import org.muster.jobs.Job;
import org.muster.jobs.JobService;
import org.muster.jobs.Past;
import org.muster.jobs.Undo;
import org.muster.jobs.UndoPlan;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.store.JobArchive;
import org.muster.store.StoreProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks how a job can be taken back: in the journal, then in the account. Blocks: not on the FX thread. */
final class UndoReading {
    private static final Logger LOG = LoggerFactory.getLogger(UndoReading.class);

    private final Optional<JobArchive> archive;
    private final JobService jobs;
    private final JobService.Lane lane;

    /** @param archive nothing when there is no journal */
    UndoReading(Optional<JobArchive> archive, JobService jobs, JobService.Lane lane) {
        this.archive = archive;
        this.jobs = jobs;
        this.lane = lane;
    }

    Found read(UndoTarget target) {
        if (archive.isEmpty()) {
            return new Found.Unreadable();
        }
        try {
            Optional<String> job = switch (target) {
                case UndoTarget.Of(String id) -> Optional.of(id);
                case UndoTarget.Newest(Optional<String> before) -> archive.get().newestToTakeBack(lane.id(), before);
                case UndoTarget.NewestUndone(Optional<String> before) -> archive.get().newestToDoAgain(lane.id(), before);
            };
            return job.isEmpty() ? new Found.None() : plan(archive.get(), job.get());
        } catch (StoreProblem e) {
            LOG.error("the journal cannot be read", e);
            return new Found.Unreadable();
        }
    }

    /**
     * Makes labels that are gone again, and looks anew.
     *
     * @param watcher hears of the backup that may come before
     */
    Found read(UndoTarget target, List<String> labels, BackupNow.Watcher watcher) {
        return switch (jobs.labelMaker().makeAll(lane, labels, watcher)) {
            case Answer.Failed<Void>(ApiError error) -> new Found.Refused(error);
            case Answer.Ok<Void> made -> read(target);
        };
    }

    private Found plan(JobArchive kept, String id) throws StoreProblem {
        Optional<Past> past = kept.past(id).filter(p -> p.job().account().equals(lane.id()));
        if (past.isEmpty()) {
            return new Found.None();
        }
        Optional<Job> atWork = jobs.jobs().stream().filter(job -> job.id().equals(id) && !job.snapshot().state().ended()).findFirst();
        if (atWork.isPresent() || !kept.ended(id)) {
            return new Found.NotEnded(past.get().job().changes().title());
        }
        return switch (Undo.plan(past.get(), lane, jobs.settings().waiter())) {
            case Answer.Failed<UndoPlan>(ApiError error) -> new Found.Refused(error);
            case Answer.Ok<UndoPlan>(UndoPlan plan) -> new Found.Plan(new UndoModel(past.get(), plan, lane.book().size()));
        };
    }
}

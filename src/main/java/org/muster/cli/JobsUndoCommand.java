package org.muster.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.JobRecord;
import org.muster.jobs.JobService;
import org.muster.jobs.Past;
import org.muster.jobs.Undo;
import org.muster.jobs.UndoPlan;
import org.muster.store.StoreProblem;
import org.muster.texts.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes back what a job did; of an undo, does it again. */
@CommandLine.Command(name = "undo")
final class JobsUndoCommand extends Command {
    private static final Texts TEXTS = Texts.of(JobsUndoCommand.class);

    private static final FieldMask READ_BACK = FieldMask.of(PersonField.NAMES, PersonField.METADATA);

    @Parameters(paramLabel = "ID", descriptionKey = "option.job.undo")
    private String id;

    @Option(names = "--leave-changed", descriptionKey = "option.leave-changed")
    private boolean leaveChanged;

    @Option(names = "--no-labels", descriptionKey = "option.no-labels")
    private boolean noLabels;

    @Mixin
    private Sending sending = new Sending();

    @Override
    public Exit run(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        sending.telling.check();
        // Held before anything is read: until then another process may take back the same job.
        JobService.Lane lane = open(desk, sending);
        JobRecord job = Jobs.toTakeBack(desk, lane.id(), id);
        refuseOpen(desk, job);
        Loaded account = Loaded.load(lane, FieldMask.of(PersonField.NAMES), terminal);
        Past past = past(desk, job);
        UndoPlan plan = Loaded.require(Undo.plan(past, lane, desk.jobs().settings().waiter()));
        Submission submission = new Submission(desk, account, sending, terminal, interrupts);
        if (!plan.labelsGone().isEmpty()) {
            terminal.say(TEXTS.get(noLabels ? "undo.labels.missing" : "undo.labels.made", String.join(", ", plan.labelsGone())));
            if (!noLabels && !sending.dryRun && !all(plan).isEmpty()) {
                submission.ask(all(plan));
                makeLabels(desk, lane, plan.labelsGone(), terminal, interrupts);
                plan = Loaded.require(Undo.plan(past, lane, desk.jobs().settings().waiter()));
            }
        }
        if (plan.steps().isEmpty() && left(plan).isEmpty()) { // an older job is not taken back in its stead: whoever says “last” with --yes would not know which
            terminal.say(TEXTS.get("undo.nothingLeft", plan.rootTitle(), job.id()));
        }
        tell(plan, terminal);
        if (sending.dryRun && !noLabels) {
            return submission.send(title(plan), all(plan), left(plan), READ_BACK);
        }
        return submission.send(changes(plan), left(plan));
    }

    /** What has not come to its end may yet do more than would be taken back. */
    private static void refuseOpen(Desk desk, JobRecord job) throws Refusal {
        try {
            if (Jobs.archive(desk).unfinished(job.account()).stream().anyMatch(open -> open.id().equals(job.id()))) {
                throw new Refusal(Exit.USAGE, TEXTS.get("undo.open", job.id()));
            }
        } catch (StoreProblem e) {
            throw Jobs.unreadable(e);
        }
    }

    private static Past past(Desk desk, JobRecord job) throws Refusal {
        try {
            return Jobs.archive(desk).past(job.id()).orElseThrow();
        } catch (StoreProblem e) {
            throw Jobs.unreadable(e);
        }
    }

    private ChangeSet changes(UndoPlan plan) {
        return plan.changes(title(plan), this::wanted, READ_BACK);
    }

    /** What would be done once labels that are gone were made. */
    private List<Change> all(UndoPlan plan) {
        return plan.steps().stream().filter(this::wanted).map(UndoPlan.Step::change).toList();
    }

    private static String title(UndoPlan plan) {
        return TEXTS.get(plan.again() ? "title.redo" : "title.undo", plan.rootTitle());
    }

    private boolean wanted(UndoPlan.Step step) {
        return !leaveChanged || !step.changedSince();
    }

    private void tell(UndoPlan plan, Terminal terminal) {
        int back = contacts(plan, step -> step.change() instanceof Change.Create);
        int changed = contacts(plan, UndoPlan.Step::changedSince);
        if (back > 0) {
            terminal.say(TEXTS.get("undo.back", back));
        }
        if (plan.photosLost() > 0) {
            terminal.say(TEXTS.get("undo.photosLost", plan.photosLost()));
        }
        if (plan.labelsUnnamed() > 0) {
            terminal.say(TEXTS.get("undo.labels.unnamed", plan.labelsUnnamed()));
        }
        if (changed > 0) {
            terminal.say(TEXTS.get(leaveChanged ? "undo.changed.left" : "undo.changed", changed));
        }
    }

    private static int contacts(UndoPlan plan, Predicate<UndoPlan.Step> which) {
        return Change.contacts(plan.steps().stream().filter(which).map(UndoPlan.Step::change).toList());
    }

    /** Those that somebody has to know about; that the job did not do a row, or that it is as it was, is no news. */
    private List<Line> left(UndoPlan plan) {
        List<Line> lines = new ArrayList<>();
        for (UndoPlan.Left one : plan.left()) {
            switch (one.reason()) {
                case NOT_DONE, ALREADY_SO, BACK_ALREADY -> { }
                case UNKNOWN, WAS_GONE, NOT_SAVED, UNDER_WAY, GONE, CANNOT_TELL, PHOTO_STAYS ->
                    lines.add(Line.notSent("", "", one.displayName(), TEXTS.get("undo.left." + one.reason().name())));
            }
        }
        if (noLabels) {
            plan.steps().stream().filter(UndoPlan.Step::labelsFirst).forEach(step -> lines.add(Line.notSent("", "", step.change().displayName(), TEXTS.get("undo.left.labels"))));
        }
        if (leaveChanged) {
            plan.steps().stream().filter(UndoPlan.Step::changedSince).forEach(step -> lines.add(Line.notSent("", "", step.change().displayName(), TEXTS.get("undo.left.changed"))));
        }
        return lines;
    }
}

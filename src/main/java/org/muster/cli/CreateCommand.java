package org.muster.cli;

import com.google.api.services.people.v1.model.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.Look;
import org.muster.changes.Twins;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.Job;
import org.muster.jobs.JobService;
import org.muster.jobs.OutcomeState;
import org.muster.jobs.Tidying;
import org.muster.store.StoreProblem;
import org.muster.texts.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates contacts from a file. */
@CommandLine.Command(name = "create")
final class CreateCommand extends Command {
    private static final Texts TEXTS = Texts.of(CreateCommand.class);

    /** What becomes of columns that no field is known for. */
    enum Unknown {
        refuse,
        keep,
        skip
    }

    @Option(names = "--from", required = true, paramLabel = "FILE", descriptionKey = "option.from.create")
    private Path from;

    @Option(names = "--unknown-columns", paramLabel = "WHAT", descriptionKey = "option.unknown-columns")
    private Unknown unknown = Unknown.refuse;

    @Option(names = "--create-labels", descriptionKey = "option.create-labels")
    private boolean createLabels;

    @Option(names = "--skip-doubles", descriptionKey = "option.skip-doubles")
    private boolean skipDoubles;

    @Option(names = "--remove-markers", descriptionKey = "option.remove-markers.create")
    private boolean removeMarkers;

    @Mixin
    private Sending sending = new Sending();

    @Override
    public Exit run(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        sending.telling.check();
        String text = PersonFile.text(from);
        JobService.Lane lane = open(desk, sending);
        List<Line> missed = new ArrayList<>();
        // A file that cannot be used is refused before the account is read
        NewContacts source = PersonFile.json(text) ? NewContacts.persons(PersonFile.persons(from, text)) : NewContacts.table(from, unknown, terminal);
        Loaded account = Loaded.load(lane, Twins.NEEDED.plus(PersonField.ORGANIZATIONS, PersonField.NICKNAMES, PersonField.METADATA), terminal);
        Set<String> wanted = new TreeSet<>(source.unknownLabels(account.labels()));
        // As if the labels were there already: all that may stop the command comes before the first of them is made
        List<Person> coming = coming(desk, lane.id());
        List<Change.Create> creates = left(account, coming, source.creates(account.labels(), createLabels, missed), missed, terminal::say);
        Submission submission = new Submission(desk, account, sending, terminal, interrupts);
        if (createLabels && !sending.dryRun && !wanted.isEmpty() && !creates.isEmpty()) {
            submission.ask(creates);
            makeLabels(desk, lane, wanted, terminal, interrupts);
            missed = new ArrayList<>();
            creates = left(account, coming, source.creates(Loaded.labels(lane), false, missed), missed, again -> { });
        }
        Exit exit = submission.send(TEXTS.get("title.create", creates.size()), creates, missed, FieldMask.of(PersonField.NAMES, PersonField.METADATA));
        Optional<Job> made = submission.sent().filter(job -> removeMarkers && job.snapshot().state().ended());
        return made.isEmpty() ? exit : exit.orWorse(tidied(desk, lane, made.get(), terminal, interrupts));
    }

    /** Takes the marks away that the job's contacts carry, by a job of its own. */
    private Exit tidied(Desk desk, JobService.Lane lane, Job job, Terminal terminal, Interrupts interrupts) throws Refusal {
        List<Change> changes = Loaded.require(Tidying.changes(job.outcomes(), lane, desk.jobs().settings().waiter()));
        if (changes.isEmpty()) {
            return Exit.DONE;
        }
        ChangeSet tidy = new ChangeSet(TEXTS.get("title.tidy", changes.size()), changes, FieldMask.of(PersonField.CLIENT_DATA));
        Work.End end = new Work(terminal, interrupts, sending.telling).ended(() -> desk.jobs().submit(lane, tidy), List.of());
        // The contacts themselves were told of already, in the form that was asked for
        end.lines().stream().filter(line -> line.state().trouble()).forEach(line -> terminal.say(TEXTS.get("tidy.trouble", line.called(), line.sentence())));
        return end.exit();
    }

    /** What jobs that were stopped have still to make, or may have made: whoever goes on with them would make it a second time. */
    private static List<Person> coming(Desk desk, String account) throws Refusal {
        if (desk.archive().isEmpty()) {
            return List.of();
        }
        try {
            return desk.archive().get().unfinished(account).stream().flatMap(job -> job.outcomes().stream()).filter(outcome -> !outcome.state().settled() || outcome.state() == OutcomeState.UNKNOWN)
                    .flatMap(outcome -> outcome.change() instanceof Change.Create create ? Stream.of(create.draft()) : Stream.empty()).toList();
        } catch (StoreProblem e) {
            throw Jobs.unreadable(e);
        }
    }

    /**
     * Those that are to be sent: without those that look as if they were there already, when told so.
     *
     * @param coming contacts that look as if they were there, too
     * @param told hears of those that look so
     */
    private List<Change.Create> left(Loaded account, List<Person> coming, List<Change.Create> creates, List<Line> missed, Consumer<String> told) {
        Map<Integer, Twins.Likeness> found = new Twins(account.contacts()).among(coming,
                creates.stream().map(c -> new Twins.Row(number(c.origin()).orElse(0), Look.of(c.draft()))).toList());
        List<Change.Create> left = new ArrayList<>();
        for (int i = 0; i < creates.size(); i++) {
            Change.Create create = creates.get(i);
            if (skipDoubles && found.containsKey(i) && found.get(i).spare()) {
                missed.add(new Line(0, create.origin(), "", create.displayName(), Line.State.SKIPPED, found.get(i).finding().sentence(), ""));
            } else {
                left.add(create);
            }
        }
        if (!found.isEmpty()) {
            int first = found.keySet().stream().min(Integer::compare).orElseThrow();
            told.accept(TEXTS.get(skipDoubles ? "create.skipped" : "create.doubles", found.size(), creates.get(first).origin(), found.get(first).finding().sentence()));
        }
        return left;
    }

    private static Optional<Integer> number(String origin) {
        String digits = origin.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 9 ? Optional.empty() : Optional.of(Integer.valueOf(digits));
    }
}

package org.muster.cli;

import com.google.api.client.json.GenericJson;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.FieldDiff;
import org.muster.contacts.FieldMask;
import org.muster.contacts.FieldText;
import org.muster.contacts.PersonField;
import org.muster.jobs.Job;
import org.muster.texts.Texts;

/** The last step of every command that changes contacts: shows what would be sent, or asks and sends it. */
final class Submission {
    private static final Texts TEXTS = Texts.of(Submission.class);

    private final Desk desk;
    private final Loaded account;
    private final Sending sending;
    private final Terminal terminal;
    private final Interrupts interrupts;
    private Optional<Asked> asked = Optional.empty();
    private Optional<Job> sent = Optional.empty();

    Submission(Desk desk, Loaded account, Sending sending, Terminal terminal, Interrupts interrupts) {
        this.desk = desk;
        this.account = account;
        this.sending = sending;
        this.terminal = terminal;
        this.interrupts = interrupts;
    }

    /** Asks before anything is sent for these changes; then {@link #send} does not ask again, unless there are more, fewer or other kinds of changes by then. */
    void ask(List<? extends Change> changes) throws Refusal {
        Guard guard = new Guard(terminal, sending);
        guard.expected(changes);
        requireJournal();
        guard.pass(changes, account.contacts().size());
        asked = Optional.of(Asked.about(changes));
    }

    private void requireJournal() throws Refusal {
        if (desk.archive().isEmpty()) {
            throw new Refusal(Exit.NOT_ALL, TEXTS.get("send.noJournal"));
        }
    }

    /** What a question was about: how many changes of each kind, and how many contacts lose something. */
    private record Asked(Map<Class<?>, Long> kinds, int destroyed) {
        static Asked about(List<? extends Change> changes) {
            return new Asked(changes.stream().collect(Collectors.groupingBy(Object::getClass, Collectors.counting())), Guard.destroyed(changes));
        }
    }

    /**
     * Sends changes, unless it is only to be shown what would be.
     *
     * @param title what the job is called
     * @param notSent what could not become a change, to be named
     */
    Exit send(String title, List<? extends Change> changes, List<Line> notSent, FieldMask readBack) throws Refusal {
        return send(new ChangeSet(title, changes, readBack), notSent);
    }

    /** The job that was sent, once there is one. */
    Optional<Job> sent() {
        return sent;
    }

    /** Sends a change set, in the same way. */
    Exit send(ChangeSet set, List<Line> notSent) throws Refusal {
        List<Change> changes = set.changes();
        Work work = new Work(terminal, interrupts, sending.telling);
        Guard guard = new Guard(terminal, sending);
        guard.expected(changes);
        if (sending.dryRun) {
            List<Line> lines = new ArrayList<>();
            if (sending.telling.all()) {
                changes.forEach(change -> lines.add(planned(change)));
            } else {
                changes.forEach(change -> show(terminal.out(), change));
                terminal.out().flush();
            }
            lines.addAll(notSent);
            terminal.say(TEXTS.get("dry.end", Change.contacts(changes)));
            return work.report(lines, false);
        }
        if (changes.isEmpty()) {
            terminal.say(TEXTS.get("send.nothing"));
            return work.report(notSent, false);
        }
        requireJournal();
        if (!asked.equals(Optional.of(Asked.about(changes)))) {
            asked.ifPresent(then -> terminal.say(TEXTS.get("send.otherNow")));
            guard.pass(changes, account.contacts().size());
        }
        return work.through(() -> {
            Job job = desk.jobs().submit(account.lane(), set);
            sent = Optional.of(job);
            return job;
        }, notSent);
    }

    /** The same as a line of a table. */
    private static Line planned(Change change) {
        return switch (change) {
            case Change.Create create -> Line.planned(create.origin(), "", create.displayName(), TEXTS.get("dry.what.create"));
            case Change.SetPhoto photo -> Line.planned("", photo.of(), photo.displayName(), TEXTS.get("dry.what.photo"));
            case Change.Delete delete -> Line.planned("", delete.before().resourceName(), delete.displayName(), TEXTS.get("dry.what.delete"));
            case Change.Update update -> Line.planned("", update.before().resourceName(), update.displayName(), FieldDiff.changesOf(update).stream().map(Submission::words).collect(Collectors.joining("; ")));
        };
    }

    private static String words(FieldDiff diff) {
        return TEXTS.get("dry.field", diff.field().path(), values(diff.field(), diff.before()), values(diff.field(), diff.after())).strip();
    }

    private static void show(PrintStream out, Change change) {
        switch (change) {
            case Change.Create create -> out.println(TEXTS.get("dry.create", create.displayName(), create.origin()));
            case Change.SetPhoto photo -> out.println(TEXTS.get("dry.photo", photo.of(), photo.displayName()));
            case Change.Delete delete -> out.println(TEXTS.get("dry.delete", delete.before().resourceName(), delete.displayName()));
            case Change.Update update -> {
                out.println(TEXTS.get("dry.update", update.before().resourceName(), update.displayName()));
                FieldDiff.changesOf(update).forEach(d -> out.println(TEXTS.get("dry.field", d.field().path(), values(d.field(), d.before()), values(d.field(), d.after()))));
            }
        }
    }

    private static String values(PersonField field, List<GenericJson> items) {
        String all = items.stream().map(item -> value(field, item)).collect(Collectors.joining(" · "));
        return all.isEmpty() ? TEXTS.get("dry.nothing") : all;
    }

    private static String value(PersonField field, GenericJson item) {
        String type = FieldText.typeOf(item);
        return FieldText.of(field, item) + (type.isEmpty() ? "" : " (" + type + ")");
    }
}

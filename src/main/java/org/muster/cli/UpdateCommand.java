package org.muster.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.changes.Change;
import org.muster.changes.Checks;
import org.muster.changes.Edit;
import org.muster.changes.EditPlan;
import org.muster.changes.Finding;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.texts.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes contacts: the same edits on all a query finds, or each as a file says. */
@CommandLine.Command(name = "update")
final class UpdateCommand extends Command {
    private static final Texts TEXTS = Texts.of(UpdateCommand.class);

    @Mixin
    private Meant meant = new Meant();

    @Option(names = "--mask", paramLabel = "MASK", descriptionKey = "option.mask")
    private String mask;

    @Mixin
    private Edits edits = new Edits();

    @Mixin
    private Sending sending = new Sending();

    @Override
    public Exit run(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        sending.telling.check();
        Optional<Path> file = meant.file();
        if (file.isPresent() != edits.none()) {
            throw new Refusal(Exit.USAGE, TEXTS.get(edits.none() ? "update.noEdit" : "update.editsOfFile"));
        }
        if (file.isEmpty() && mask != null) {
            throw new Refusal(Exit.USAGE, TEXTS.get("update.maskOfFile"));
        }
        return file.isPresent() ? fromFile(file.get(), desk, terminal, interrupts) : edited(desk, terminal, interrupts);
    }

    private Exit edited(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        Selection selection = meant.selection();
        List<Edit> all = new ArrayList<>(edits.ofFields());
        FieldMask needed = new EditPlan(all).needs().union(edits.forLabels());
        Loaded account = Loaded.load(open(desk, sending), selection.toRead(needed), terminal);
        all.addAll(edits.ofLabels(account));
        EditPlan plan = new EditPlan(all);
        List<Contact> contacts = selection.of(account);
        List<Change.Update> updates = new ArrayList<>();
        List<Line> missed = new ArrayList<>();
        for (Contact contact : contacts) {
            if (contact.loaded().containsAll(needed)) {
                plan.apply(contact).ifPresent(updates::add);
            } else {
                missed.add(Line.notSent("", contact.resourceName(), contact.displayName(), TEXTS.get("update.notRead")));
            }
        }
        terminal.say(TEXTS.get("update.found", contacts.size(), contacts.size() - updates.size() - missed.size()));
        return send(desk, account, updates, missed, terminal, interrupts);
    }

    private Exit fromFile(Path file, Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        String text = PersonFile.text(file);
        FileUpdates source = PersonFile.json(text) ? new PersonUpdates(PersonFile.persons(file, text), jsonMask()) : CsvUpdates.of(file, CsvFile.of(file, text), mask == null ? Optional.empty() : Optional.of(writable()));
        Loaded account = Loaded.load(open(desk, sending), Meant.forFile(source.needs()), terminal);
        Meant.Finder finder = new Meant.Finder(account.contacts());
        List<Change.Update> updates = source.updates(account, finder);
        terminal.say(TEXTS.get("update.file", updates.size(), finder.missed().size()));
        return send(desk, account, updates, new ArrayList<>(finder.missed()), terminal, interrupts);
    }

    private FieldMask jsonMask() throws Refusal {
        if (mask == null) {
            throw new Refusal(Exit.USAGE, TEXTS.get("update.noMask"));
        }
        return writable();
    }

    private FieldMask writable() throws Refusal {
        FieldMask wanted = Selection.mask(mask);
        if (!FieldMask.writable().containsAll(wanted)) {
            throw new Refusal(Exit.USAGE, TEXTS.get("path.readOnly", wanted.minus(FieldMask.writable())));
        }
        return wanted;
    }

    /** What Google would refuse for sure is named and not sent. */
    private Exit send(Desk desk, Loaded account, List<Change.Update> updates, List<Line> missed, Terminal terminal, Interrupts interrupts) throws Refusal {
        Checks checks = Checks.forEdit(account.labels());
        List<Change.Update> sound = new ArrayList<>();
        FieldMask changed = FieldMask.none();
        for (Change.Update update : updates) {
            List<Finding> over = checks.check(update).stream().filter(Finding::blocks).toList();
            if (over.isEmpty()) {
                sound.add(update);
                changed = changed.union(update.mask());
            } else {
                missed.add(Line.notSent("", update.before().resourceName(), update.displayName(), over.getFirst().sentence()));
            }
        }
        return new Submission(desk, account, sending, terminal, interrupts).send(TEXTS.get("title.update", Change.contacts(sound)), sound, missed, changed);
    }
}

package org.muster.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.changes.Change;
import org.muster.changes.LabelsThen;
import org.muster.changes.Restore;
import org.muster.changes.Returns;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.jobs.JobService;
import org.muster.store.Backup;
import org.muster.store.BackupEntry;
import org.muster.store.BackupProblem;
import org.muster.store.StoreProblem;
import org.muster.texts.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings contacts back to what they were in a backup. */
@CommandLine.Command(name = "restore")
final class RestoreCommand extends Command {
    private static final Texts TEXTS = Texts.of(RestoreCommand.class);

    /** Which of the contacts that could be brought back shall be. */
    enum Only {
        gone,
        different
    }

    @Option(names = "--from", paramLabel = "FILE|DAY", descriptionKey = "option.from.restore")
    private String from;

    @Option(names = "--where", paramLabel = "QUERY", descriptionKey = "option.where.restore")
    private String where;

    @Option(names = "--fields", paramLabel = "MASK", descriptionKey = "option.fields.restore")
    private String fields;

    @Option(names = "--only", paramLabel = "WHICH", descriptionKey = "option.only")
    private Only only;

    @Option(names = "--also-empty", descriptionKey = "option.also-empty")
    private boolean alsoEmpty;

    @Option(names = "--create-labels", descriptionKey = "option.create-labels.restore")
    private boolean createLabels;

    @Option(names = "--other-account", descriptionKey = "option.other-account")
    private boolean otherAccount;

    @Mixin
    private Sending sending = new Sending();

    @Override
    public Exit run(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        sending.telling.check();
        FieldMask wanted = fields();
        Selection selection = Selection.of(null, where);
        // Held before anything is read: until then another process may change the account, and back it up.
        JobService.Lane lane = open(desk, sending);
        Backup backup = backup(desk, lane.id());
        terminal.say(TEXTS.get("restore.from", backup.file(), backup.contacts().size()));
        boolean foreign = !backup.header().account().equals(lane.id());
        if (foreign && !otherAccount) {
            throw new Refusal(Exit.USAGE, TEXTS.get("restore.otherAccount", backup.file(), backup.header().account()));
        }
        List<Contact> meant = selection.of(new Loaded(lane, backup.header().labels(), backup.contacts()));
        Returns returns = returns(desk, lane.id());
        Loaded account = Loaded.load(lane, FieldMask.writable().plus(PersonField.METADATA), terminal);
        Way way = new Way(foreign, backup.header().labels(), account.contacts(), returns);
        LabelsThen labels = way.labels(account.labels());
        Set<String> missing = labels.missing(meant);
        if (!missing.isEmpty()) {
            terminal.say(TEXTS.get(createLabels ? "restore.labels.made" : "restore.labels.missing", String.join(", ", missing)));
        }
        Restore.Wish wish = new Restore.Wish(wanted, alsoEmpty, TEXTS.get("restore.origin", backup.file().getFileName()));
        Seen seen = seen(way.restore(createLabels ? labels.asIfMade() : labels), meant, wish);
        if (foreign) {
            terminal.say(TEXTS.get("restore.foreign", backup.header().account()));
        }
        tell(seen, meant.size(), terminal);
        Submission submission = new Submission(desk, account, sending, terminal, interrupts);
        List<Change> changes = seen.changes();
        if (createLabels && !missing.isEmpty() && !sending.dryRun && !changes.isEmpty()) {
            submission.ask(changes);
            makeLabels(desk, lane, missing, terminal, interrupts);
            changes = seen(way.restore(way.labels(Loaded.labels(lane))), meant, wish).changes();
        }
        return submission.send(TEXTS.get("title.restore", Change.contacts(changes)), changes, seen.missed(), wanted.plus(PersonField.NAMES, PersonField.METADATA));
    }

    /**
     * How the backup is held against the account.
     *
     * @param foreign whether it is another account's
     * @param then the labels of the backup
     * @param now the contacts of the account
     */
    private record Way(boolean foreign, List<Label> then, List<Contact> now, Returns returns) {
        LabelsThen labels(List<Label> today) {
            return foreign ? LabelsThen.ofAnother(then, today) : new LabelsThen(then, today);
        }

        Restore restore(LabelsThen labels) {
            return foreign ? Restore.ofAnother(labels) : new Restore(now, labels, returns);
        }
    }

    /**
     * What the backup and the account make of each other.
     *
     * @param kept contacts of which a field that was empty then stays as it is
     * @param photos contacts that come back without their photo
     */
    private record Seen(List<Change> changes, List<Line> missed, Map<Restore.Kind, Integer> counts, int kept, int photos) {}

    private Seen seen(Restore restore, List<Contact> meant, Restore.Wish wish) {
        List<Change> changes = new ArrayList<>();
        List<Line> missed = new ArrayList<>();
        Map<Restore.Kind, Integer> counts = new EnumMap<>(Restore.Kind.class);
        int kept = 0;
        int photos = 0;
        for (Contact then : meant) {
            Restore.Found found = restore.look(then, wish);
            counts.merge(found.kind(), 1, Integer::sum);
            kept += found.kept().isEmpty() ? 0 : 1;
            photos += found.kind() == Restore.Kind.GONE && Restore.photo(then) ? 1 : 0;
            if (found.kind() == Restore.Kind.COMING) {
                missed.add(Line.notSent("", then.resourceName(), then.displayName(), TEXTS.get("restore.coming")));
            }
            found.change().filter(change -> only == null || (only == Only.gone) == (change instanceof Change.Create)).ifPresent(changes::add);
        }
        return new Seen(changes, missed, counts, kept, photos);
    }

    private static void tell(Seen seen, int meant, Terminal terminal) {
        terminal.say(TEXTS.get("restore.found", meant, seen.counts().getOrDefault(Restore.Kind.GONE, 0), seen.counts().getOrDefault(Restore.Kind.DIFFERENT, 0), seen.counts().getOrDefault(Restore.Kind.SAME, 0)));
        if (seen.kept() > 0) {
            terminal.say(TEXTS.get("restore.kept", seen.kept()));
        }
        if (seen.photos() > 0) {
            terminal.say(TEXTS.get("restore.photos", seen.photos()));
        }
    }

    private FieldMask fields() throws Refusal {
        FieldMask mask = fields == null ? FieldMask.writable() : Selection.mask(fields);
        if (!FieldMask.writable().containsAll(mask)) {
            throw new Refusal(Exit.USAGE, TEXTS.get("path.readOnly", mask.minus(FieldMask.writable())));
        }
        return mask;
    }

    private Backup backup(Desk desk, String account) throws Refusal {
        Path file = file(desk, account);
        return switch (Backup.read(file)) {
            case Backup.Read.Ok(Backup backup) -> backup;
            case Backup.Read.Bad(BackupProblem problem) -> throw new Refusal(Exit.USAGE, problem.sentence());
        };
    }

    private Path file(Desk desk, String account) throws Refusal {
        List<BackupEntry> all = desk.backups().list(account);
        if (from == null) {
            return all.stream().findFirst().map(BackupEntry::file).orElseThrow(() -> new Refusal(Exit.USAGE, TEXTS.get("restore.none")));
        }
        Optional<Path> named = all.stream().filter(entry -> entry.name().equals(from)).map(BackupEntry::file).findFirst();
        if (named.isEmpty() && !Files.exists(Path.of(from))) {
            throw new Refusal(Exit.USAGE, TEXTS.get("restore.unknown", from));
        }
        return named.orElseGet(() -> Path.of(from));
    }

    private static Returns returns(Desk desk, String account) throws Refusal {
        try {
            return Jobs.archive(desk).returns(account);
        } catch (StoreProblem e) {
            throw Jobs.unreadable(e);
        }
    }
}

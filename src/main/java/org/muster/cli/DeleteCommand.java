package org.muster.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.changes.Change;
import org.muster.contacts.FieldMask;
import org.muster.texts.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Deletes contacts. */
@CommandLine.Command(name = "delete")
final class DeleteCommand extends Command {
    private static final Texts TEXTS = Texts.of(DeleteCommand.class);

    @Mixin
    private Meant meant = new Meant();

    @Mixin
    private Sending sending = new Sending();

    @Override
    public Exit run(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        sending.telling.check();
        Optional<Path> file = meant.file();
        List<Change.Delete> deletes = new ArrayList<>();
        List<Line> missed = List.of();
        Loaded account;
        if (file.isPresent()) {
            String text = PersonFile.text(file.get());
            account = Loaded.load(open(desk, sending), Meant.forFile(FieldMask.none()), terminal);
            missed = fromFile(file.get(), text, new Meant.Finder(account.contacts()), deletes);
        } else {
            Selection selection = meant.selection();
            account = Loaded.load(open(desk, sending), selection.toRead(FieldMask.none()), terminal);
            selection.of(account).forEach(c -> deletes.add(new Change.Delete(c)));
        }
        return new Submission(desk, account, sending, terminal, interrupts).send(TEXTS.get("title.delete", Change.contacts(deletes)), deletes, missed, FieldMask.none());
    }

    private static List<Line> fromFile(Path file, String text, Meant.Finder finder, List<Change.Delete> deletes) throws Refusal {
        if (PersonFile.json(text)) {
            for (PersonFile.Row row : PersonFile.persons(file, text)) {
                finder.find(row).ifPresent(c -> deletes.add(new Change.Delete(c)));
            }
        } else {
            CsvFile csv = CsvFile.of(file, text);
            for (int i = 0; i < csv.rows().size(); i++) {
                finder.find(CsvFile.origin(i), csv.rows().get(i).get(csv.names()), "").ifPresent(c -> deletes.add(new Change.Delete(c)));
            }
        }
        return finder.missed();
    }
}

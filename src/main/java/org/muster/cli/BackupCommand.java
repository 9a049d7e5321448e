package org.muster.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.muster.contacts.Label;
import org.muster.exchange.ReportTable;
import org.muster.jobs.BackupNow;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.Kept;
import org.muster.jobs.Safekeeping;
import org.muster.people.ApiError;
import org.muster.store.BackupEntry;
import org.muster.texts.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Takes a backup now, or lists those there are. */
@CommandLine.Command(name = "backup")
final class BackupCommand extends Command {
    private static final Texts TEXTS = Texts.of(BackupCommand.class);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Option(names = "--output", paramLabel = "FILE", descriptionKey = "option.output.backup")
    private Path output;

    @Option(names = "--list", descriptionKey = "option.list")
    private boolean list;

    @Override
    public Exit run(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        return list ? list(desk, terminal) : take(desk, terminal, interrupts);
    }

    private Exit list(Desk desk, Terminal terminal) throws Refusal {
        if (output != null) {
            throw new Refusal(Exit.USAGE, TEXTS.get("backup.listAlone"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (BackupEntry entry : desk.backups().list(account(desk).id())) {
            rows.add(List.of(entry.name(), entry.header().map(h -> WHEN.format(h.taken())).orElse(""), entry.header().map(h -> Integer.toString(h.contacts())).orElse(TEXTS.get("backup.unusable")),
                    entry.file().toString()));
        }
        Table.write(terminal.out(), new ReportTable(List.of(TEXTS.get("backup.column.name"), TEXTS.get("backup.column.taken"), TEXTS.get("backup.column.contacts"), TEXTS.get("backup.column.file")), rows), Output.table);
        terminal.say(TEXTS.get("backup.listed", rows.size()));
        return Exit.DONE;
    }

    private Exit take(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        Optional<Path> file = Optional.ofNullable(output).map(Path::toAbsolutePath);
        if (file.isPresent() && Files.exists(file.get())) {
            throw new Refusal(Exit.USAGE, TEXTS.get("backup.there", file.get()));
        }
        if (file.isPresent() && !Files.isDirectory(file.get().getParent())) {
            throw new Refusal(Exit.USAGE, TEXTS.get("backup.noFolder", file.get().getParent()));
        }
        JobService.Lane lane = open(desk);
        Function<List<Label>, Safekeeping.Copy> place = labels -> file.isPresent() ? desk.backups().beginAt(file.get(), lane.id(), labels) : desk.backups().beginAnother(lane.id(), labels);
        BackupNow.Taken taken = new BackupNow(JobSettings.standard()).take(lane.gateway(), place, new BackupProgress(terminal, interrupts, false));
        terminal.status("");
        return switch (taken) {
            case BackupNow.Taken.Done(Safekeeping.Copy copy) -> {
                terminal.out().println(copy.file());
                terminal.out().flush();
                terminal.say(TEXTS.get("backup.done", copy.count()));
                yield Exit.DONE;
            }
            case BackupNow.Taken.Unread(ApiError error) -> throw new Refusal(Exit.NOT_ALL, TEXTS.get("load.failed", error.cause().what(), error.cause().advice()));
            case BackupNow.Taken.Unwritten(Kept why) -> throw new Refusal(Exit.NOT_ALL, TEXTS.get(why == Kept.DISK_FULL ? "backup.full" : "backup.unwritten", file.orElse(desk.backups().of(lane.id()))));
            case BackupNow.Taken.Ended ended -> throw new Refusal(Exit.STOPPED, TEXTS.get("backup.stopped"));
        };
    }
}

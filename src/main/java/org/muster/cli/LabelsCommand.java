package org.muster.cli;

import java.util.List;
import org.muster.contacts.Label;
import org.muster.exchange.ReportTable;
import org.muster.texts.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Lists the labels of an account. */
@CommandLine.Command(name = "labels")
final class LabelsCommand extends Command {
    private static final Texts TEXTS = Texts.of(LabelsCommand.class);

    @Option(names = "--output", paramLabel = "FORM", descriptionKey = "option.output")
    private Output output = Output.table;

    @Override
    public Exit run(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        List<Label> labels = Loaded.labels(open(desk));
        Table.write(terminal.out(), new ReportTable(List.of(TEXTS.get("labels.column.name"), TEXTS.get("labels.column.contacts"), TEXTS.get("labels.column.kind"), PathTable.NAME), labels.stream()
                .map(l -> List.of(l.name(), Integer.toString(l.memberCount()), TEXTS.get(l.system() ? "labels.google" : "labels.own"), l.resourceName())).toList()), output);
        terminal.say(TEXTS.get("labels.done", labels.size()));
        return Exit.DONE;
    }
}

package org.muster.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.FieldText;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.json.ModelWriter;
import org.muster.exchange.ExportResult;
import org.muster.exchange.Problem;
import org.muster.exchange.Progress;
import org.muster.exchange.ReportTable;
import org.muster.exchange.VCardExport;
import org.muster.texts.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Writes out contacts. */
@CommandLine.Command(name = "list")
final class ListCommand extends Command {
    private static final Texts TEXTS = Texts.of(ListCommand.class);
    private static final FieldMask USUAL = FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES, PersonField.PHONE_NUMBERS, PersonField.ORGANIZATIONS, PersonField.MEMBERSHIPS);

    @Option(names = "--where", paramLabel = "QUERY", descriptionKey = "option.where")
    private String where;

    @Option(names = "--fields", paramLabel = "MASK", descriptionKey = "option.fields")
    private String fields;

    @Option(names = "--output", paramLabel = "FORM", descriptionKey = "option.output.contacts")
    private Output output = Output.table;

    @Override
    public Exit run(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        Selection selection = Selection.of(fields, where);
        Loaded account = Loaded.load(open(desk), selection.toRead(FieldMask.none()), terminal);
        List<Contact> meant = selection.of(account);
        PrintStream out = terminal.out();
        switch (output) {
            case table -> Table.write(out, table(meant, fields == null ? USUAL : selection.fields(), account.labelNames()), Output.table);
            case csv -> Table.csv(out, PathTable.of(meant, selection.fields().intersect(FieldMask.writable()), account.labelNames()));
            case json -> json(out, meant, selection.fields(), true);
            case jsonl -> json(out, meant, selection.fields(), false);
            case vcf -> cards(out, meant.stream().map(c -> c.only(selection.fields())).toList(), account.labels(), terminal);
        }
        out.flush();
        terminal.say(TEXTS.get("list.done", meant.size(), account.contacts().size()));
        return Exit.DONE;
    }

    private static ReportTable table(List<Contact> contacts, FieldMask fields, Map<String, String> labelNames) {
        List<PersonField> columns = fields.minus(FieldMask.of(PersonField.METADATA)).fields().stream().toList();
        List<String> header = new ArrayList<>(columns.stream().map(PersonField::label).toList());
        header.add(TEXTS.get("list.resource"));
        return new ReportTable(header, contacts.stream().map(c -> {
            List<String> row = new ArrayList<>(columns.stream().map(f -> says(c, f, labelNames)).toList());
            row.add(c.resourceName());
            return List.copyOf(row);
        }).toList());
    }

    private static String says(Contact contact, PersonField field, Map<String, String> labelNames) {
        if (field == PersonField.MEMBERSHIPS) {
            return contact.labels().stream().filter(l -> !l.equals(Label.MY_CONTACTS)).map(l -> labelNames.getOrDefault(l, l)).collect(Collectors.joining(", "));
        }
        return contact.shownItems(field).stream().map(item -> FieldText.of(field, item)).filter(t -> !t.isBlank()).distinct().collect(Collectors.joining(" · "));
    }

    private static void json(PrintStream out, List<Contact> contacts, FieldMask fields, boolean list) {
        try {
            if (list) {
                out.println("[");
            }
            for (int i = 0; i < contacts.size(); i++) {
                out.println(ModelWriter.write(contacts.get(i).only(fields).copy()) + (list && i + 1 < contacts.size() ? "," : ""));
            }
            if (list) {
                out.println("]");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By way of a file, since that is what the export writes. */
    private static void cards(PrintStream out, List<Contact> contacts, List<Label> labels, Terminal terminal) throws Refusal {
        try {
            Path file = Files.createTempFile("muster-", ".vcf");
            try {
                switch (new VCardExport(labels, VCardExport.Version.V4_0).write(file, contacts, Progress.NONE)) {
                    case ExportResult.Failed(Problem problem) -> throw new Refusal(Exit.NOT_ALL, problem.sentence());
                    case ExportResult.Cancelled cancelled -> throw new IllegalStateException("nobody cancels it");
                    case ExportResult.Written(Path there, int rows, Map<PersonField, Integer> leftOut) -> {
                        Files.copy(file, out);
                        leftOut.forEach((field, count) -> terminal.say(TEXTS.get("list.leftOut", field.label(), count)));
                    }
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

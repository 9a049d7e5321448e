package org.muster.cli;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.changes.Change;
import org.muster.changes.Checks;
import org.muster.changes.Finding;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.exchange.Column;
import org.muster.exchange.Grid;
import org.muster.exchange.ImportFile;
import org.muster.exchange.ImportResult;
import org.muster.exchange.ImportedTable;
import org.muster.exchange.Importer;
import org.muster.exchange.LabelPlan;
import org.muster.exchange.Problem;
import org.muster.exchange.Progress;
import org.muster.exchange.Target;
import org.muster.texts.Texts;

/** Contacts to be made, as a file says them. */
interface NewContacts {
    /** The names of labels that an account with these does not have. */
    List<String> unknownLabels(List<Label> labels);

    /**
     * The rows that can be sent.
     *
     * @param labels the account's labels
     * @param asIf whether labels the account does not have are to be left out, as they would be made before
     * @param missed hears of the others
     */
    List<Change.Create> creates(List<Label> labels, boolean asIf, List<Line> missed);

    /** The API's persons. Names, versions and a profile's values stay behind. */
    static NewContacts persons(List<PersonFile.Row> rows) {
        return new NewContacts() {
            @Override
            public List<String> unknownLabels(List<Label> labels) {
                return List.of();
            }

            @Override
            public List<Change.Create> creates(List<Label> labels, boolean asIf, List<Line> missed) {
                Checks checks = Checks.forNew(labels);
                List<Change.Create> creates = new ArrayList<>();
                for (PersonFile.Row row : rows) {
                    Person draft = new Person();
                    for (PersonField field : FieldMask.writable().fields()) {
                        List<GenericJson> items = PersonUpdates.own(row.person(), field);
                        draft.set(field.path(), items.isEmpty() ? null : items);
                    }
                    List<Finding> wrong = checks.check(draft).stream().filter(Finding::blocks).toList();
                    if (wrong.isEmpty()) {
                        creates.add(new Change.Create(draft, row.origin()));
                    } else {
                        missed.add(Line.notSent(row.origin(), "", Contact.displayName(draft), wrong.getFirst().sentence()));
                    }
                }
                return creates;
            }
        };
    }

    /** A CSV or vCard file. */
    static NewContacts table(Path file, CreateCommand.Unknown unknown, Terminal terminal) throws Refusal {
        ImportedTable table = switch (new Importer().read(new ImportFile(file), Progress.NONE)) {
            case ImportResult.Loaded(ImportedTable loaded) -> loaded;
            case ImportResult.Refused(Problem problem) -> throw new Refusal(Exit.USAGE, problem.sentence());
            case ImportResult.Cancelled cancelled -> throw new IllegalStateException("nobody cancels it");
        };
        table.problems().forEach(problem -> terminal.say(problem.sentence()));
        Grid known = columns(Grid.of(table, List.of()));
        List<String> strange = known.columns().stream().filter(Column::unknown).map(Column::header).toList();
        if (!strange.isEmpty() && unknown == CreateCommand.Unknown.refuse) {
            throw new Refusal(Exit.USAGE, Texts.of(NewContacts.class).get("create.columns", file, String.join(", ", strange)));
        }
        return new FromGrid(table, unknown);
    }

    /** Columns that are called as {@code --set} calls them, which the importer may not know; which contact a row once was, does not matter. */
    private static Grid columns(Grid grid) {
        for (int c = 0; c < grid.columns().size(); c++) {
            Column column = grid.columns().get(c);
            Optional<PartPath> path = PartPath.parse(column.header()).filter(p -> p.field().writable() && p.part().isEmpty());
            if (column.header().equals(PathTable.NAME)) {
                grid.setTarget(c, new Target.Ignored());
            } else if (column.unknown() && path.isPresent()) {
                grid.setTarget(c, Target.MapsTo.main(path.get().field()));
            }
        }
        return grid;
    }

    /** Rows as the grid of the window reads them. */
    record FromGrid(ImportedTable table, CreateCommand.Unknown unknown) implements NewContacts {
        private Grid grid(List<Label> labels) {
            Grid grid = columns(Grid.of(table, labels));
            switch (unknown) {
                case keep -> grid.keepUnknown();
                case skip, refuse -> grid.leaveOutUnknown();
            }
            return grid;
        }

        @Override
        public List<String> unknownLabels(List<Label> labels) {
            return grid(labels).undecidedLabels();
        }

        @Override
        public List<Change.Create> creates(List<Label> labels, boolean asIf, List<Line> missed) {
            Grid grid = grid(labels);
            if (asIf) {
                LabelPlan plan = grid.labels();
                for (String name : grid.undecidedLabels()) {
                    plan = plan.with(name, new LabelPlan.Fate.LeftOut());
                }
                grid.setLabels(plan);
            }
            for (int i = 0; i < grid.rows().size(); i++) {
                if (grid.check(i).toFix()) {
                    String cells = String.join(" ", grid.rows().get(i).cells()).strip().replaceAll("\\s+", " ");
                    missed.add(Line.notSent(CsvFile.origin(grid.rows().get(i).number() - 1), "", cells.length() > 60 ? cells.substring(0, 59) + "…" : cells, grid.check(i).summary()));
                }
            }
            return grid.creates();
        }
    }
}

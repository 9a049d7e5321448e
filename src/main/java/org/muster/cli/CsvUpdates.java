package org.muster.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.muster.changes.Change;
import org.muster.changes.Edit;
import org.muster.changes.EditPlan;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.exchange.Column;
import org.muster.exchange.PlainText;
import org.muster.exchange.Target;
import org.muster.texts.Texts;

/** Rows of a CSV file, each cell of which says one part of a contact: what has no column is left alone, an empty cell takes the part away. */
final class CsvUpdates implements FileUpdates {
    private static final Texts TEXTS = Texts.of(CsvUpdates.class);

    /** A column that counts. */
    private record Cell(int column, SubField part, Edit.Spot spot) {}

    private final CsvFile csv;
    private final List<Cell> cells;
    private final FieldMask needs;

    private CsvUpdates(CsvFile csv, List<Cell> cells, FieldMask needs) {
        this.csv = csv;
        this.cells = cells;
        this.needs = needs;
    }

    /** @param mask the fields that may be overwritten; empty for all that have columns */
    static CsvUpdates of(Path file, CsvFile csv, Optional<FieldMask> mask) throws Refusal {
        List<Column> known = PlainText.columns(csv.header());
        List<Cell> cells = new ArrayList<>();
        Set<PersonField> fields = EnumSet.noneOf(PersonField.class);
        for (int c = 0; c < csv.header().size(); c++) {
            if (c != csv.names()) {
                cell(file, csv, known, c).filter(cell -> mask.isEmpty() || mask.get().contains(cell.part().field())).ifPresent(cell -> {
                    cells.add(cell);
                    fields.add(cell.part().field());
                });
            }
        }
        FieldMask needs = FieldMask.of(fields);
        if (mask.isPresent() && !needs.containsAll(mask.get())) {
            throw new Refusal(Exit.USAGE, TEXTS.get("file.noColumn", file, mask.get().minus(needs)));
        }
        return new CsvUpdates(csv, cells, needs);
    }

    private static Optional<Cell> cell(Path file, CsvFile csv, List<Column> known, int column) throws Refusal {
        String name = csv.header().get(column);
        Optional<PartPath> path = PartPath.parse(name);
        if (path.isPresent() && path.get().field().writable() && (path.get().part().isPresent() || path.get().field() == PersonField.MEMBERSHIPS || !path.get().place().isEmpty())) {
            return Optional.of(new Cell(column, path.get().meant(), path.get().spot(0)));
        }
        return switch (known.get(column).target()) {
            case Target.MapsTo to when to.type().isEmpty() -> Optional.of(new Cell(column, to.part(), new Edit.Spot.Nth(to.index() + 1)));
            default -> {
                if (name.isEmpty() && csv.rows().stream().allMatch(r -> r.get(column).isBlank())) {
                    yield Optional.empty();
                }
                throw new Refusal(Exit.USAGE, TEXTS.get("file.column", file, name));
            }
        };
    }

    @Override
    public FieldMask needs() {
        return needs;
    }

    @Override
    public List<Change.Update> updates(Loaded account, Meant.Finder finder) {
        List<Change.Update> updates = new ArrayList<>();
        for (int i = 0; i < csv.rows().size(); i++) {
            List<String> row = csv.rows().get(i);
            String origin = CsvFile.origin(i);
            finder.find(origin, row.get(csv.names()), "").ifPresent(contact -> {
                List<Edit> edits = new ArrayList<>();
                Optional<String> wrong = edits(account, contact, row, edits);
                if (wrong.isPresent()) {
                    finder.miss(Line.notSent(origin, contact.resourceName(), contact.displayName(), wrong.get()));
                } else {
                    new EditPlan(edits).apply(contact).ifPresent(updates::add);
                }
            });
        }
        return updates;
    }

    /** @return what is wrong with the row */
    private Optional<String> edits(Loaded account, Contact contact, List<String> row, List<Edit> edits) {
        for (Cell cell : cells) {
            String text = row.get(cell.column());
            if (cell.part().field() == PersonField.MEMBERSHIPS) {
                Optional<String> wrong = labels(account, contact, text, edits);
                if (wrong.isPresent()) {
                    return wrong;
                }
            } else if (!cell.part().accepts(text)) {
                return Optional.of(TEXTS.get("set.value", cell.part().path(), text, TEXTS.get("kind." + cell.part().kind().name(), String.join(", ", cell.part().known()))));
            } else {
                edits.add(new Edit.SetAt(cell.part(), cell.spot(), text));
            }
        }
        return Optional.empty();
    }

    /** A cell holds all labels of a contact; those of Google's own that nobody can give stay. */
    private static Optional<String> labels(Loaded account, Contact contact, String text, List<Edit> edits) {
        List<String> wanted = new ArrayList<>();
        for (String name : Stream.of(text.split(PathTable.BETWEEN.strip())).map(String::strip).filter(n -> !n.isEmpty()).toList()) {
            Optional<Label> label = account.label(name);
            if (label.isEmpty()) {
                return Optional.of(TEXTS.get("label.unknown", name));
            }
            wanted.add(label.get().resourceName());
        }
        wanted.stream().filter(l -> !contact.hasLabel(l)).forEach(l -> edits.add(new Edit.AddLabel(l)));
        contact.labels().stream().filter(l -> !wanted.contains(l)).filter(l -> account.label(l).map(Label::assignable).orElse(false)).forEach(l -> edits.add(new Edit.RemoveLabel(l)));
        return Optional.empty();
    }
}

package org.muster.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.changes.Edit;
import org.muster.changes.PatternProblem;
import org.muster.changes.TextPattern;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.texts.Texts;
import picocli.CommandLine.Option;

/** The edits of a command line, in the order they are done: clear, replace, set, labels. */
final class Edits {
    private static final Texts TEXTS = Texts.of(Edits.class);

    @Option(names = "--set", paramLabel = "PATH=VALUE", descriptionKey = "option.set")
    private List<String> set = List.of();

    @Option(names = "--clear", paramLabel = "FIELD", descriptionKey = "option.clear")
    private List<String> clear = List.of();

    @Option(names = "--replace", arity = "3", paramLabel = "FIELD REGEX REPL", hideParamSyntax = true, descriptionKey = "option.replace")
    private List<String> replace = List.of();

    @Option(names = "--add-label", paramLabel = "LABEL", descriptionKey = "option.add-label")
    private List<String> addLabels = List.of();

    @Option(names = "--remove-label", paramLabel = "LABEL", descriptionKey = "option.remove-label")
    private List<String> removeLabels = List.of();

    @Option(names = "--remove-markers", descriptionKey = "option.remove-markers")
    private boolean removeMarkers;

    boolean none() {
        return !removeMarkers && set.isEmpty() && clear.isEmpty() && replace.isEmpty() && addLabels.isEmpty() && removeLabels.isEmpty();
    }

    /** Those that can be read without knowing the account. */
    List<Edit> ofFields() throws Refusal {
        List<Edit> edits = new ArrayList<>();
        for (String field : clear) {
            edits.add(clear(field));
        }
        for (int i = 0; i < replace.size(); i += 3) {
            edits.add(replace(replace.get(i), replace.get(i + 1), replace.get(i + 2)));
        }
        Map<PersonField, Integer> newOnes = new HashMap<>();
        Set<String> inNewOne = new HashSet<>();
        for (String one : set) {
            edits.add(set(one, newOnes, inNewOne));
        }
        if (removeMarkers) {
            edits.add(new Edit.RemoveMarkers());
        }
        return edits;
    }

    /** The fields that edits of labels need. */
    FieldMask forLabels() {
        return addLabels.isEmpty() && removeLabels.isEmpty() ? FieldMask.none() : FieldMask.of(PersonField.MEMBERSHIPS);
    }

    /** Those that give and take labels. */
    List<Edit> ofLabels(Loaded account) throws Refusal {
        List<Edit> edits = new ArrayList<>();
        for (String name : addLabels) {
            edits.add(new Edit.AddLabel(label(account, name)));
        }
        for (String name : removeLabels) {
            edits.add(new Edit.RemoveLabel(label(account, name)));
        }
        return edits;
    }

    private static String label(Loaded account, String name) throws Refusal {
        Optional<Label> label = account.label(name);
        if (label.isEmpty() || !label.get().assignable()) {
            throw new Refusal(Exit.USAGE, TEXTS.get(label.isEmpty() ? "label.unknown" : "label.system", name));
        }
        return label.get().resourceName();
    }

    private static Edit clear(String text) throws Refusal {
        PartPath path = editable(text);
        if (!path.place().isEmpty()) {
            throw new Refusal(Exit.USAGE, TEXTS.get("clear.place", text));
        }
        return path.part().<Edit>map(Edit.ClearPart::new).orElseGet(() -> new Edit.Clear(path.field()));
    }

    private static Edit replace(String text, String regex, String replacement) throws Refusal {
        PartPath path = editable(text);
        List<SubField> parts = path.part().map(List::of).orElseGet(() -> Edit.Replace.partsOf(path.field()));
        if (!path.place().isEmpty() || parts.isEmpty() || !parts.stream().allMatch(Edit.Replace::searchable)) {
            throw new Refusal(Exit.USAGE, TEXTS.get("replace.path", text));
        }
        return switch (TextPattern.compile(regex, replacement, true, true)) {
            case TextPattern.Compiled.Ok(TextPattern pattern) -> new Edit.Replace(parts, pattern);
            case TextPattern.Compiled.Bad(PatternProblem problem, TextPattern.Compiled.Part part) -> throw new Refusal(Exit.USAGE,
                    TEXTS.get("replace.pattern", part == TextPattern.Compiled.Part.PATTERN ? regex : replacement, problem.position() + 1, TEXTS.get("pattern." + problem.code().name())));
        };
    }

    private static Edit set(String text, Map<PersonField, Integer> newOnes, Set<String> inNewOne) throws Refusal {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new Refusal(Exit.USAGE, TEXTS.get("set.form", text));
        }
        PartPath path = editable(text.substring(0, equals));
        SubField part = path.meant();
        String value = text.substring(equals + 1);
        if (!part.accepts(value)) {
            throw new Refusal(Exit.USAGE, TEXTS.get("set.value", part.path(), value, TEXTS.get("kind." + part.kind().name(), String.join(", ", part.known()))));
        }
        // A part that the new value has already begins another one
        if (path.place().equals("+") && !inNewOne.add(part.path() + newOnes.getOrDefault(path.field(), 0))) {
            int next = newOnes.merge(path.field(), 1, Integer::sum);
            inNewOne.add(part.path() + next);
        }
        return new Edit.SetAt(part, path.spot(newOnes.getOrDefault(path.field(), 0)), value);
    }

    private static PartPath editable(String text) throws Refusal {
        PartPath path = PartPath.writable(text);
        if (path.field() == PersonField.MEMBERSHIPS) {
            throw new Refusal(Exit.USAGE, TEXTS.get("set.labels"));
        }
        return path;
    }
}

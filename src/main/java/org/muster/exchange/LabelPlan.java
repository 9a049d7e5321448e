package org.muster.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muster.contacts.Label;

/**
 * What becomes of the label names in a file: those the account has get their resource name; about the others somebody has to
 * decide. Immutable.
 */
public final class LabelPlan {
    /** What becomes of one name. */
    public sealed interface Fate {
        /**
         * The account has it.
         *
         * @param resourceName its resource name
         */
        record Given(String resourceName) implements Fate {}

        /** It is to be created before the contacts are. */
        record ToCreate() implements Fate {}

        /** The contacts come without it. */
        record LeftOut() implements Fate {}

        /** Nobody has decided yet; rows with it are not sent. */
        record Undecided() implements Fate {}
    }

    private final List<Label> labels;
    private final Map<String, Label> byName;
    private final Map<String, Fate> decisions;

    private LabelPlan(List<Label> labels, Map<String, Fate> decisions) {
        this.labels = List.copyOf(labels);
        this.decisions = decisions;
        Map<String, Label> names = new HashMap<>();
        for (Label label : labels) {
            // Google lets two labels differ in case alone, so the exact name goes first and any of them will do for the other
            names.put(label.name(), label);
            names.putIfAbsent(folded(label.name()), label);
        }
        byName = Map.copyOf(names);
    }

    /** The plan of an account with these labels, before anything is decided. */
    public static LabelPlan of(Collection<Label> labels) {
        return new LabelPlan(List.copyOf(labels), Map.of());
    }

    /** The account's labels. */
    public List<Label> labels() {
        return labels;
    }

    /**
     * What becomes of a label's name, as the file writes it. Google's own ({@code * myContacts}, {@code * starred}) are
     * known under every spelling; those of Google's that contacts cannot be given any more are left out.
     */
    public Fate fate(String name) {
        String plain = TypeNames.unstarred(name.strip());
        String packed = folded(plain).replace(" ", "");
        if (packed.equals("mycontacts")) {
            return new Fate.Given(Label.MY_CONTACTS);
        }
        if (packed.equals("starred") || packed.equals("starredinandroid")) {
            return new Fate.Given(Label.STARRED);
        }
        Fate decided = decisions.get(plain);
        if (decided != null) {
            return decided;
        }
        Label label = byName.getOrDefault(plain, byName.get(folded(plain)));
        if (label != null) {
            return label.assignable() ? new Fate.Given(label.resourceName()) : new Fate.LeftOut();
        }
        return TypeNames.starred(name) ? new Fate.LeftOut() : new Fate.Undecided();
    }

    /** This plan with a decision about a name the account does not have. */
    public LabelPlan with(String name, Fate fate) {
        Map<String, Fate> more = new LinkedHashMap<>(decisions);
        more.put(TypeNames.unstarred(name.strip()), Objects.requireNonNull(fate));
        return new LabelPlan(labels, more);
    }

    /** This plan without the decisions about some names. */
    LabelPlan without(Collection<String> names) {
        Map<String, Fate> rest = new LinkedHashMap<>(decisions);
        rest.keySet().removeAll(names);
        return new LabelPlan(labels, rest);
    }

    /** This plan after the account's labels were read again: names that are there now get their resource names. */
    public LabelPlan withLabels(Collection<Label> now) {
        LabelPlan fresh = new LabelPlan(List.copyOf(now), Map.of());
        Map<String, Fate> rest = decisions.entrySet().stream()
                .filter(e -> !(fresh.fate(e.getKey()) instanceof Fate.Given))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new LabelPlan(List.copyOf(now), rest);
    }

    /** The names that are to be created before any contact is. */
    public List<String> toCreate() {
        return decisions.entrySet().stream().filter(e -> e.getValue() instanceof Fate.ToCreate).map(Map.Entry::getKey).sorted().toList();
    }

    /** The name under which files and people know a label; empty for one the account does not have. */
    public Optional<String> nameOf(String resourceName) {
        return labels.stream().filter(l -> l.resourceName().equals(resourceName)).map(Label::name).findFirst();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

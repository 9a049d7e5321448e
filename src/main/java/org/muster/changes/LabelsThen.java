package org.muster.changes;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.Label;

/** The labels an account once had, as they are now: the same, or one of the same name that was made since. */
public final class LabelsThen {
    private final Map<String, String> now = new HashMap<>();
    private final Map<String, String> missing = new HashMap<>();

    /**
     * @param then the labels the account had
     * @param today those it has
     */
    public LabelsThen(List<Label> then, List<Label> today) {
        this(then, today, true);
    }

    /** The labels of another account, as they are in this one: Google's own are the same in every account, all others go by their names alone. */
    public static LabelsThen ofAnother(List<Label> then, List<Label> today) {
        return new LabelsThen(then, today, false);
    }

    private LabelsThen(List<Label> then, List<Label> today, boolean sameAccount) {
        Map<String, Label> byResource = new HashMap<>();
        Map<String, Label> byName = new HashMap<>();
        today.stream().filter(Label::assignable).forEach(label -> {
            if (sameAccount || label.system()) {
                byResource.put(label.resourceName(), label);
            }
            byName.putIfAbsent(label.name(), label);
        });
        byResource.keySet().forEach(label -> now.put(label, label));
        for (Label label : then) {
            if (label.assignable() && !byResource.containsKey(label.resourceName())) {
                Optional.ofNullable(byName.get(label.name())).filter(same -> !same.system())
                        .ifPresentOrElse(same -> now.put(label.resourceName(), same.resourceName()), () -> missing.put(label.resourceName(), label.name()));
            }
        }
    }

    private LabelsThen(Map<String, String> now) {
        this.now.putAll(now);
    }

    /** The same as if those that are missing had been made again, under the names the API had for them then. To see what would be, not to send. */
    public LabelsThen asIfMade() {
        Map<String, String> all = new HashMap<>(now);
        missing.keySet().forEach(label -> all.put(label, label));
        return new LabelsThen(all);
    }

    /** What the label is now; empty when there is none any more, or contacts cannot be given it. */
    Optional<String> now(String label) {
        return Optional.ofNullable(now.get(label));
    }

    /** The names of labels that these contacts carried and that do not exist any more. */
    public Set<String> missing(Collection<Contact> contacts) {
        Set<String> names = new TreeSet<>();
        contacts.forEach(contact -> contact.labels().stream().filter(missing::containsKey).map(missing::get).forEach(names::add));
        return names;
    }
}

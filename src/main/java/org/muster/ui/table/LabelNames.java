package org.muster.ui.table;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muster.contacts.Contact;
import org.muster.contacts.Label;

/** The account's labels as rows show them. Immutable. */
final class LabelNames {
    private final Map<String, Label> labels;
    private final Map<String, String> names;

    LabelNames(List<Label> labels) {
        this.labels = labels.stream().collect(Collectors.toUnmodifiableMap(Label::resourceName, Function.identity(), (a, b) -> b));
        this.names = labels.stream().collect(Collectors.toUnmodifiableMap(Label::resourceName, Label::name, (a, b) -> b));
    }

    Map<String, String> names() {
        return names;
    }

    /** The labels of {@code contact} worth showing, by name: "My contacts" says nothing, as nearly everybody carries it. */
    List<Label> shown(Contact contact) {
        return contact.labels().stream()
                .filter(l -> !l.equals(Label.MY_CONTACTS))
                .map(l -> labels.getOrDefault(l, new Label(l, l.substring(l.indexOf('/') + 1), false, 0)))
                .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
                .toList();
    }
}

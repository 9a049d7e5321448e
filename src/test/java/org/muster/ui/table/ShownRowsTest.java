package org.muster.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;

class ShownRowsTest {
    private final List<ContactRow> all = IntStream.range(0, 6)
            .mapToObj(i -> new ContactRow(new Contact(new Person().setResourceName("people/" + i), FieldMask.none()), new LabelNames(List.of()))).toList();
    private final ShownRows rows = new ShownRows();
    private final List<ContactRow> mirror = new ArrayList<>();

    /** Follows the list by what it tells alone, and fails when it tells of a replacement. */
    private void follow(ListChangeListener.Change<? extends ContactRow> change) {
        while (change.next()) {
            assertThat(change.wasReplaced()).isFalse();
            if (change.wasUpdated()) {
                IntStream.range(change.getFrom(), change.getTo()).forEach(i -> mirror.set(i, change.getList().get(i)));
            }
            if (change.wasRemoved()) {
                mirror.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
            }
            if (change.wasAdded()) {
                mirror.addAll(change.getFrom(), change.getAddedSubList());
            }
        }
    }

    @Test
    void whoeverFollowsItsChangesHasTheSameRows() {
        rows.addListener((ListChangeListener<ContactRow>) this::follow);
        for (List<ContactRow> next : List.of(all.subList(0, 3), all, all.reversed(), List.of(all.get(4)), all.subList(2, 5), all.subList(2, 5), List.<ContactRow>of(), all)) {
            rows.show(next);
            assertThat(rows).containsExactlyElementsOf(next);
            assertThat(mirror).containsExactlyElementsOf(next);
        }
    }
}

package org.muster.ui.edit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.FieldMask;
import org.muster.contacts.ReadSource;
import org.muster.people.PeopleGateway;
import org.muster.texts.Texts;

/** What would be run: the updates, in how many batches, and under what title. */
record EditRun(List<Change.Update> updates) {
    EditRun {
        updates = List.copyOf(updates);
    }

    int contacts() {
        return updates.size();
    }

    /** Batches it will take: one update mask per batch (People API), so updates are grouped by their mask. */
    int batches() {
        Map<FieldMask, Long> byMask = updates.stream().collect(Collectors.groupingBy(Change.Update::mask, Collectors.counting()));
        return byMask.values().stream().mapToInt(n -> (int) ((n + PeopleGateway.UPDATE_LIMIT - 1) / PeopleGateway.UPDATE_LIMIT)).sum();
    }

    ChangeSet changeSet(List<StepModel> steps, FieldMask readBack, Set<ReadSource> sources) {
        Texts texts = Texts.of(EditRun.class);
        String first = new StepSentences().title(steps.getFirst());
        return new ChangeSet(texts.get(steps.size() == 1 ? "job.title" : "job.title.more", first, updates.size(), steps.size() - 1), List.copyOf(updates), readBack, sources);
    }
}

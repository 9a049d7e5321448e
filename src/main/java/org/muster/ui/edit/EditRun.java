package org.muster.ui.edit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.FieldMask;
import org.muster.contacts.ReadSource;
import org.muster.people.PeopleGateway;
import org.muster.texts.Texts;

/** What would be run: the updates, in how many batches, and under what title. */
record EditRun(List<Change.Update> updates) {
    /** Steps that are told in the title. */
    private static final int TOLD = 3;

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
        return new ChangeSet(title(steps), List.copyOf(updates), readBack, sources);
    }

    /** What takes something away comes first, and is told in any case. */
    private String title(List<StepModel> steps) {
        Texts texts = Texts.of(EditRun.class);
        StepSentences sentences = new StepSentences();
        List<String> told = steps.stream().sorted(Comparator.comparing(step -> !step.kind().takes())).map(sentences::title).distinct().toList();
        int most = Math.max(TOLD, (int) steps.stream().filter(step -> step.kind().takes()).map(sentences::title).distinct().count());
        String what = IntStream.range(0, Math.min(most, told.size())).mapToObj(i -> i == 0 ? told.get(i) : StepSentences.decapitalised(told.get(i))).collect(Collectors.joining(texts.get("job.title.between")));
        return texts.get(told.size() <= most ? "job.title" : "job.title.more", what, updates.size(), told.size() - most);
    }
}

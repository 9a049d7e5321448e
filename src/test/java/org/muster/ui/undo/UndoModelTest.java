package org.muster.ui.undo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.MassChange;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.JobRecord;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.jobs.Past;
import org.muster.jobs.UndoPlan;
import org.muster.ui.jobs.Some;

class UndoModelTest {
    private static final FieldMask NOTHING = FieldMask.none();

    private static UndoPlan.Step step(int row, Change change) {
        return new UndoPlan.Step(change, row, java.util.Optional.empty(), false);
    }

    /** A job of as many rows as there are steps, one of each row. */
    private static UndoModel model(List<Change> undo, UndoPlan[] made) {
        List<Change> done = undo.stream().<Change>map(change -> new Change.Create(Some.person("Somebody", ""), "")).toList();
        List<Outcome> outcomes = IntStream.range(0, done.size()).mapToObj(i -> new Outcome(i, done.get(i), OutcomeState.DONE, Optional.empty(), Optional.empty())).toList();
        Past past = new Past(new JobRecord("job", "a", new ChangeSet("Job", done, NOTHING), Instant.EPOCH, outcomes, Set.of(), List.of()), "Job", 0, Map.of(), Map.of(), Set.of(), Set.of(), Set.of(), Map.of());
        made[0] = new UndoPlan("job", false, "Job", IntStream.range(0, undo.size()).mapToObj(i -> step(i, undo.get(i))).toList(), List.of(), List.of(), 0, 0, Set.of());
        return new UndoModel(past, made[0], 4);
    }

    private static Change emptied(Contact contact, PersonField field) {
        return new Change.Update(contact, new Person(), FieldMask.of(field));
    }

    @Test
    void theNumberIsTheOneThatACommandAsksForAlsoWhereTwoRowsWereAboutOneContact() {
        Contact ada = Some.contact(1, "1", Some.person("Ada", "Engines"));
        UndoPlan[] plan = new UndoPlan[1];
        UndoModel model = model(List.of(emptied(ada, PersonField.ORGANIZATIONS), emptied(ada, PersonField.NAMES)), plan);
        assertThat(model.mass()).isEqualTo(new MassChange(1, 1, 4));
        assertThat(model.mass()).as("as a command counts them").isEqualTo(MassChange.of(plan[0].changes("", step -> true, NOTHING).changes(), 4));
        assertThat(model.sums().contacts()).isOne();
        assertThat(model.sums().batches()).as("one for each mask").isEqualTo(2);
        model.toggle(model.rows().getFirst());
        assertThat(model.mass()).isEqualTo(new MassChange(1, 1, 4));
        model.toggle(model.rows().getLast());
        assertThat(model.mass()).isEqualTo(new MassChange(0, 0, 4));
    }

    @Test
    void contactsThatComeBackAndContactsThatGoAreCountedTogether() {
        UndoPlan[] plan = new UndoPlan[1];
        UndoModel model = model(List.of(new Change.Create(Some.person("Ada", ""), "", "people/c1"), new Change.Delete(Some.contact(2, "1", Some.person("Ben", "")))), plan);
        assertThat(model.sums().contacts()).isEqualTo(2);
        assertThat(model.sums().deleted()).isOne();
        assertThat(model.mass()).isEqualTo(new MassChange(1, 2, 4));
    }
}

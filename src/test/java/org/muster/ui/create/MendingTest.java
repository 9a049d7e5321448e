package org.muster.ui.create;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.changes.Change;
import org.muster.exchange.Grid;
import org.muster.exchange.ImportedRow;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** Refused rows of a job in the grid, and which of them count as sent again. */
class MendingTest {
    private static List<Outcome> refused(int... rows) {
        return IntStream.of(rows).mapToObj(row -> new Outcome(row, new Change.Create(new Person().setNames(List.of(new Name().setGivenName("New" + row))), ""), OutcomeState.FAILED,
                Optional.of(new ApiError(ErrorCause.INVALID, 400, "", "", "")), Optional.empty())).toList();
    }

    private static List<Integer> numbers(Grid grid) {
        return grid.rows().stream().map(ImportedRow::number).toList();
    }

    @Test
    void aRowThatIsAddedIsNotTakenForTheNextOneOfTheJob() {
        List<Outcome> refused = refused(3);
        Grid grid = Grid.of(Mending.table(refused, List.of()), List.of());
        grid.addRow();
        assertThat(Mending.rowsSent(refused, numbers(grid))).as("row 4 of the job is still to be dealt with").containsExactly(3);
    }

    @Test
    void aRowThatIsAddedIsNotTakenForOneThatWasTakenOut() {
        List<Outcome> refused = refused(451, 3, 4);
        Grid grid = Grid.of(Mending.table(refused, List.of()), List.of());
        grid.removeRows(List.of(2));
        grid.addRow();
        assertThat(Mending.rowsSent(refused, numbers(grid))).containsExactly(451, 3);
        grid.removeRows(List.of(0, 1, 2));
        IntStream.range(0, 5).forEach(i -> grid.addRow());
        assertThat(Mending.rowsSent(refused, numbers(grid))).isEmpty();
    }
}

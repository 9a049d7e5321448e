package org.muster.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.muster.changes.ChangeSet;
import org.muster.jobs.OutcomeState;
import org.muster.people.ErrorCause;

/** What can be done about a contact that did not make it. */
class MissedTest {
    private final ChangeSet changes = Some.companies("Set company on 2 contacts", 2);

    @Test
    void aContactThatIsGoneCannotBeOpened() {
        assertThat(missed(ErrorCause.NOT_FOUND).actions()).doesNotContain(Missed.Action.OPEN).contains(Missed.Action.SKIP);
        assertThat(missed(ErrorCause.TOO_LONG).actions()).contains(Missed.Action.OPEN);
    }

    private Missed missed(ErrorCause cause) {
        return new Missed(null, Some.outcome(changes, 0, OutcomeState.FAILED, Some.error(cause, "")));
    }
}

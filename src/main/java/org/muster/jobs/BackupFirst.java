package org.muster.jobs;

import java.util.Optional;
import org.muster.people.ApiError;

/**
 * Sees to it that the account is copied before a job changes anything in it for the first time in a day. Trouble with reading is waited out; when the copy cannot be
 * written, the job pauses with the reason. Nothing is sent without it.
 */
final class BackupFirst {
    private final Safekeeping safekeeping;
    private final JobService.Lane lane;
    private final JobBoard board;
    private final JobControl control;
    private final JobPulse pulse;
    private final Runnable changed;

    BackupFirst(Safekeeping safekeeping, JobService.Lane lane, JobBoard board, JobControl control, JobPulse pulse, Runnable changed) {
        this.safekeeping = safekeeping;
        this.lane = lane;
        this.board = board;
        this.control = control;
        this.pulse = pulse;
        this.changed = changed;
    }

    /** Whether it has to be done before anything is sent. */
    boolean due() {
        return safekeeping.due(lane.id());
    }

    /** Does it, however long that takes; whether it is done, which it is not when the job is to end. */
    boolean done() {
        try {
            while (due()) {
                pulse.holdWhilePaused();
                if (control.stopping()) {
                    return false;
                }
                show(0, lane.book().size());
                switch (new Copying(lane.gateway(), new OfJob()).into(labels -> safekeeping.begin(lane.id(), labels))) {
                    case Copying.End.Done done -> { }
                    case Copying.End.Unread(var error) -> error.filter(e -> !control.stopping()).ifPresent(pulse::pauseBecause);
                    case Copying.End.Unwritten(Kept why) -> pulse.pauseBecause(LabelMaker.unwritten(why));
                }
            }
            return true;
        } finally {
            board.backingUp(Optional.empty());
        }
    }

    private void show(int read, int total) {
        board.backingUp(Optional.of(new BackingUp(read, total)));
        changed.run();
    }

    /** As patient as any look of the job. */
    private final class OfJob implements Copying.Patience {
        @Override
        public boolean turn(RequestCost cost) {
            pulse.holdWhilePaused();
            return !control.stopping() && pulse.awaitTurn(cost);
        }

        @Override
        public void taken(RequestCost cost) {
            pulse.spent(cost);
            pulse.accepted();
        }

        @Override
        public boolean again(RequestCost cost, ApiError error) {
            pulse.failed(cost, error);
            if (control.stopping()) {
                return false;
            }
            switch (Trouble.of(error)) {
                case PASSES, UNCLEAR -> pulse.waitAfter(error);
                case NEEDS_USER, REFUSAL -> pulse.pauseBecause(error);
            }
            return !control.stopping();
        }

        @Override
        public void progress(int read, int total) {
            show(read, total);
        }
    }
}

package org.muster.people;

import java.util.concurrent.locks.ReentrantLock;

/** Whatever mutates an account waits for the one before it: a new label must not be sent while a job's batch is on its way (People API). */
final class OneAtATime {
    private final ReentrantLock mutating = new ReentrantLock(true);

    /** The same request, which waits for its turn when it is sent. */
    <T> Prepared<T> inTurn(Prepared<T> mutate) {
        return () -> {
            mutating.lock();
            try {
                return mutate.send();
            } finally {
                mutating.unlock();
            }
        };
    }

    /** Waits for its turn without sending anything. */
    void awaitTurn() {
        mutating.lock();
        mutating.unlock();
    }
}

package org.muster.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.muster.people.Answer;
import org.muster.people.Prepared;

/**
 * A batch whose request is written before its turn has come.
 *
 * @param run carries out the batch
 * @param operation what it does
 * @param rows all of its rows
 * @param basis what the request was made from
 * @param request the request
 */
record Ahead(BatchRun run, Operation operation, List<Integer> rows, List<Operation.Basis> basis, Prepared<Map<Integer, Verdict>> request) {
    /**
     * The batch on its way, and then its answer, which nobody has looked into yet.
     *
     * @param batch the batch
     * @param answer done when the answer is there
     */
    record Sent(Ahead batch, FutureTask<Prepared.Arrived<Map<Integer, Verdict>>> answer) {
        /** Blocks until the answer is there. */
        private Prepared.Arrived<Map<Integer, Verdict>> arrived() {
            try {
                return answer.get();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a job's thread", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("sending met a bug", e.getCause());
            }
        }

        /** Blocks until the answer is there. Whether the server says it did it. */
        boolean taken() {
            return arrived().taken();
        }

        /** Takes the answer in, unless something is left to be asked or sent for it. */
        boolean settles() {
            return batch.run.settledBy(batch.rows, understood());
        }

        /** Takes the answer in, and asks and sends what it takes until every row is settled or the job is to end. */
        void toTheEnd() {
            batch.run.answered(batch.rows, understood());
        }

        private Answer<Map<Integer, Verdict>> understood() {
            return arrived().read();
        }
    }

    /** Whether the request is still the one that would be made now. */
    boolean current() {
        return basis.equals(operation.basis(rows)) && operation.unread(rows).isEmpty();
    }

    /** Whether it has to do with none of the contacts of {@code other}, so that its request cannot depend on what becomes of them. */
    boolean apartFrom(Ahead other) {
        if (basis.isEmpty() || other.basis.isEmpty()) {
            return true;
        }
        Set<String> names = new HashSet<>();
        other.basis.forEach(contact -> names.add(contact.resourceName()));
        return basis.stream().noneMatch(contact -> names.contains(contact.resourceName()));
    }

    /** Sends the request on a thread of its own. Once only. */
    Sent send() {
        FutureTask<Prepared.Arrived<Map<Integer, Verdict>>> answer = new FutureTask<>(request::send);
        Thread.ofVirtual().name("batch on its way").start(answer);
        return new Sent(this, answer);
    }
}

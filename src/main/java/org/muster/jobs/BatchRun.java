package org.muster.jobs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.people.Prepared;

/**
 * Carries out one batch of the plan: sends it, and when it is refused or not answered, what becomes of it, until every row is settled or the job
 * is to end. See {@link Isolation} for how many requests that may take.
 */
final class BatchRun {
    /** So many forbidden contacts in a row mean that the account is meant, not the contacts. */
    private static final int FORBIDDEN_ENOUGH = 3;

    private final Operation operation;
    private final RequestCost cost;
    private final Ledger ledger;
    private final Looker looker;
    private final FirstRead firstRead;
    private final JobControl control;
    private final JobPulse pulse;
    private final JobSettings settings;
    private final BatchMemory memory;
    private final Deque<Group> todo = new ArrayDeque<>();
    private final Map<Integer, Integer> rechecksOfRow = new HashMap<>();

    BatchRun(Operation operation, RequestCost cost, Ledger ledger, JobControl control, JobPulse pulse, JobSettings settings, BatchMemory memory) {
        this.operation = operation;
        this.cost = cost;
        this.ledger = ledger;
        this.looker = new Looker(operation, control, pulse, settings);
        this.firstRead = new FirstRead(operation, looker, ledger, pulse);
        this.control = control;
        this.pulse = pulse;
        this.settings = settings;
        this.memory = memory;
    }

    /** Reads what must be read of rows before they can be sent. What it cannot have at once, the batch reads patiently in its turn. */
    FirstRead firstRead() {
        return firstRead;
    }

    /** What is sent for {@code rows} when nothing stands against sending all of them as they are. */
    Optional<Ahead> ahead(List<Integer> rows) {
        boolean idle = memory.full().isPresent() && operation instanceof CreateRows;
        if (idle || !operation.unsendable(rows).isEmpty() || !operation.unread(rows).isEmpty()) {
            return Optional.empty();
        }
        List<Operation.Basis> basis = operation.basis(rows);
        return Optional.of(new Ahead(this, operation, rows, basis, operation.prepare(rows)));
    }

    /**
     * Carries the batch out.
     *
     * @param rows its rows that were not sent yet
     * @param unanswered its rows that an earlier run of Muster sent, by request, without having noted what came of it: nobody knows
     */
    void run(List<Integer> rows, List<List<Integer>> unanswered) {
        push(new Group(rows, 0, 0, false));
        unanswered.forEach(this::lookFirst);
        toTheEnd();
    }

    /** Goes on from the answer to the first request for all {@code rows}, which somebody else has sent, and has counted if it was taken. */
    void answered(List<Integer> rows, Answer<Map<Integer, Verdict>> answer) {
        took(new Group(rows, 0, 0, false), answer);
        toTheEnd();
    }

    /**
     * Takes in that answer if it settles every row and leaves nothing to be asked or sent.
     *
     * @return whether it did; if not, nothing was done
     */
    boolean settledBy(List<Integer> rows, Answer<Map<Integer, Verdict>> answer) {
        if (!(answer instanceof Answer.Ok<Map<Integer, Verdict>>(var verdicts)) || !verdicts.keySet().containsAll(rows)
                || verdicts.values().stream().anyMatch(verdict -> verdict instanceof Verdict.NotDone)) {
            return false;
        }
        answered(new Group(rows, 0, 0, false), verdicts);
        return true;
    }

    private void toTheEnd() {
        while (!todo.isEmpty()) {
            pulse.holdWhilePaused();
            if (control.stopping()) {
                todo.forEach(this::lookLast);
                return; // what was not sent stays waiting, and is skipped
            }
            Group group = todo.pop();
            if (memory.full().isPresent() && operation instanceof CreateRows) {
                settle(group.rows(), new Verdict.Refused(memory.full().get()), Optional.empty());
            } else if (fit(group) && readFirst(group)) {
                send(group);
            }
        }
    }

    private void push(Group group) {
        if (!group.rows().isEmpty()) {
            todo.push(group);
        }
    }

    /** What an earlier run sent is looked after before anything is sent again. */
    private void lookFirst(List<Integer> rows) {
        Group group = new Group(rows, 0, 0, true);
        Map<Integer, Verdict> verdicts = lookWhole(group, new ApiError(ErrorCause.NO_ANSWER, 0, "", "", ""));
        boolean certain = operation.needsPatience() && !control.closing();
        settleAll(verdicts, !certain, Optional.empty());
        push(group.without(Verdict.settled(verdicts)).doubted(!certain));
    }

    /** @return whether the group holds nothing that must not be sent; otherwise the rest comes again */
    private boolean fit(Group group) {
        Map<Integer, ApiError> unsendable = operation.unsendable(group.rows());
        if (unsendable.isEmpty()) {
            return true;
        }
        unsendable.forEach((row, error) -> settle(List.of(row), new Verdict.Refused(error), Optional.empty()));
        push(group.without(unsendable.keySet()));
        return false;
    }

    /** @return whether a version is known of every row of the group; otherwise the rest comes again */
    private boolean readFirst(Group group) {
        List<Integer> unread = operation.unread(group.rows());
        if (unread.isEmpty()) {
            return true;
        }
        Map<Integer, Verdict> verdicts = firstRead.patiently(unread, group.inDoubt());
        Group rest = group.without(Verdict.settled(verdicts));
        List<Integer> hopeless = operation.readInVain(rest.rows());
        if (!hopeless.isEmpty() && group.rechecks() < settings.rechecks()) {
            push(new Group(rest.rows(), rest.strikes(), rest.rechecks() + 1, rest.inDoubt()));
            waitForReads(group.rechecks(), new ApiError(operation.vain(), 0, "", "", "")); // what was read is older than what is known
            return false;
        }
        settle(hopeless, new Verdict.Refused(new ApiError(operation.vain(), 0, "", "", "")), Optional.empty());
        push(rest.without(hopeless));
        return false;
    }

    private void send(Group group) {
        if (!pulse.backedUp() || !pulse.awaitTurn(cost) || !operation.unread(group.rows()).isEmpty()) {
            push(group); // what was read may be too old after a wait
            return;
        }
        Prepared<Map<Integer, Verdict>> request = operation.prepare(group.rows());
        Optional<ApiError> notKept = ledger.sending(group.rows());
        if (notKept.isPresent()) {
            push(group);
            pulse.pauseBecause(notKept.get());
            return;
        }
        took(group, pulse.heard(cost, request.send().read()));
    }

    private void took(Group group, Answer<Map<Integer, Verdict>> answer) {
        switch (answer) {
            case Answer.Ok<Map<Integer, Verdict>>(var verdicts) -> answered(group, verdicts);
            case Answer.Failed<Map<Integer, Verdict>>(ApiError error) -> {
                pulse.failed(cost, error);
                switch (Trouble.of(error)) {
                    case PASSES -> {
                        waitAgain(group);
                        push(group);
                        pulse.waitAfter(error);
                    }
                    case NEEDS_USER -> {
                        waitAgain(group);
                        push(group);
                        pulse.pauseBecause(error);
                    }
                    case UNCLEAR -> unclear(group, error);
                    case REFUSAL -> {
                        pulse.accepted();
                        refused(group, error);
                    }
                }
            }
        }
    }

    private void answered(Group group, Map<Integer, Verdict> verdicts) {
        pulse.accepted();
        memory.forgetForbidden();
        ledger.settle(operation, verdicts, Optional.empty());
        List<Integer> passedOver = new ArrayList<>(group.rows());
        passedOver.removeAll(verdicts.keySet());
        if (!passedOver.isEmpty()) {
            unclear(group.of(passedOver), JobContext.passedOver());
        }
        List<Integer> open = new ArrayList<>();
        verdicts.forEach((row, verdict) -> {
            if (verdict instanceof Verdict.NotDone) {
                open.add(row);
            }
        });
        again(group.of(open.stream().sorted().toList()), JobContext.passedOver());
    }

    /** No answer, or none that says what was done: look first, then send again what is certain not to be there. */
    private void unclear(Group group, ApiError error) {
        Map<Integer, Verdict> verdicts = lookWhole(group, error);
        boolean certain = operation.needsPatience() && !control.closing();
        settleAll(verdicts, !certain, Optional.empty());
        again(group.without(Verdict.settled(verdicts)).doubted(!certain), error);
    }

    /** Looks after rows that went out in one request. */
    private Map<Integer, Verdict> lookWhole(Group group, ApiError error) {
        boolean patient = operation.needsPatience();
        Map<Integer, Verdict> verdicts = looker.look(group.rows(), patient);
        boolean someMade = verdicts.values().stream().anyMatch(v -> v instanceof Verdict.Done);
        if (patient && someMade) {
            // A batch is made whole or not at all, so those not seen yet are there too: sending them again would double them.
            verdicts.replaceAll((row, verdict) -> verdict instanceof Verdict.NotDone ? new Verdict.Unsettled(error) : verdict);
        }
        return verdicts;
    }

    /** The job is to end: what may have been carried out is looked after until it is certain. When Muster is being left there is no time for that. */
    private void lookLast(Group group) {
        if (group.inDoubt() && !control.closing()) {
            Map<Integer, Verdict> verdicts = looker.look(group.rows(), true);
            settleAll(verdicts, control.closing(), Optional.empty());
        }
    }

    /** Takes in what a look has shown. What it does not show waits again, or stays sent as long as it is in doubt. */
    private void settleAll(Map<Integer, Verdict> verdicts, boolean doubt, Optional<ApiError> refusal) {
        Map<Integer, Verdict> known = new HashMap<>(verdicts);
        if (doubt) {
            known.values().removeIf(verdict -> verdict instanceof Verdict.NotDone);
        }
        ledger.settle(operation, known, refusal);
    }

    /** Answers that say nothing have come too often; before that counts as failed, reads get the time they may need. Whether there is nothing more to say. */
    private boolean foundAfterAll(Group group) {
        Map<Integer, Verdict> verdicts = looker.look(group.rows(), true);
        settleAll(verdicts, true, Optional.empty());
        return control.closing() || group.without(Verdict.settled(verdicts)).rows().isEmpty();
    }

    private void waitAgain(Group group) {
        if (!group.inDoubt()) {
            ledger.waitAgain(group.rows());
        }
    }

    /** Sends again what an error kept from being done, after a while; in parts or no more when the error has come too often. */
    private void again(Group group, ApiError error) {
        if (group.rows().isEmpty()) {
            return;
        }
        if (control.stopping()) {
            push(group);
            return;
        }
        boolean foreign = error.cause() == ErrorCause.NOT_PEOPLE_API;
        int strikes = group.strikes() + (foreign || error.httpStatus() == 500 ? 1 : 0);
        if (strikes < settings.strikes()) {
            push(new Group(group.rows(), strikes, group.rechecks(), group.inDoubt()));
            pulse.waitAfter(error);
        } else if (foreign && error.httpStatus() != 200) {
            push(new Group(group.rows(), 0, group.rechecks(), group.inDoubt()));
            pulse.pauseBecause(error);
        } else {
            takeApart(new Group(group.rows(), settings.strikes() - 1, group.rechecks(), group.inDoubt()), error);
        }
    }

    private void refused(Group group, ApiError error) {
        Map<Integer, ApiError> named = operation.named(group.rows(), error.contactErrors());
        if (!named.isEmpty()) {
            takeOut(group, error, named);
        } else if (lookHelps(group, error)) {
            lookWhy(group, error);
        } else {
            takeApart(group, error);
        }
    }

    /**
     * Whether to read a group again that was refused without a name: always once, for that costs little; more often where the refusal is about
     * the contacts' state, or to be certain of the last one.
     */
    private boolean lookHelps(Group group, ApiError error) {
        boolean aboutState = error.cause() != ErrorCause.INVALID;
        return operation.worthALook(error) && group.rechecks() < settings.rechecks() && (group.rechecks() == 0 || group.single() || aboutState);
    }

    private void lookWhy(Group group, ApiError error) {
        Map<Integer, Verdict> verdicts = looker.look(group.rows(), false);
        settleAll(verdicts, group.inDoubt(), group.says(error));
        Group rest = group.without(Verdict.settled(verdicts));
        Group next = new Group(rest.rows(), rest.strikes(), rest.rechecks() + 1, rest.inDoubt());
        if (rest.rows().size() < group.rows().size() || !Verdict.nothingNewer(verdicts)) {
            push(next);
        } else if (error.cause() == ErrorCause.INVALID && !group.single() || group.rows().stream().anyMatch(operation::doubtful)) {
            takeApart(next, error);
        } else {
            push(next);
            waitForReads(group.rechecks(), error);
        }
    }

    /** Google said whom it refuses: these are settled or read again, and the rest goes out once more. */
    private void takeOut(Group group, ApiError error, Map<Integer, ApiError> named) {
        Map<Integer, Verdict> verdicts = new HashMap<>();
        List<Integer> look = new ArrayList<>();
        int rechecks = 0;
        for (Map.Entry<Integer, ApiError> one : named.entrySet()) {
            int already = rechecksOfRow.merge(one.getKey(), 1, Integer::sum) - 1;
            boolean aboutState = operation.worthALook(one.getValue()) && one.getValue().cause() != ErrorCause.INVALID;
            if (already >= settings.rechecks() || !aboutState && Trouble.of(one.getValue()) == Trouble.REFUSAL) {
                verdicts.put(one.getKey(), verdict(group, one.getKey(), one.getValue()));
            } else {
                rechecks = Math.max(rechecks, already);
                if (aboutState) {
                    look.add(one.getKey());
                }
            }
        }
        boolean newer = false;
        if (!look.isEmpty()) {
            Map<Integer, Verdict> found = looker.look(look, false);
            newer = !Verdict.nothingNewer(found);
            // The same version as was sent, and our own check says what is wrong with it: then that is what is wrong with it.
            found.replaceAll((row, verdict) -> verdict instanceof Verdict.NotDone(boolean n) && !n && operation.doubtful(row) ? new Verdict.Refused(named.get(row)) : verdict);
            settleAll(found, group.inDoubt(), group.says(named.get(look.getFirst())));
            group = group.without(Verdict.settled(found));
            newer |= !Verdict.settled(found).isEmpty();
        }
        ledger.settle(operation, verdicts, Optional.empty());
        Group rest = group.without(verdicts.keySet());
        waitAgain(rest);
        push(rest);
        if (verdicts.isEmpty() && !newer) {
            waitForReads(rechecks, error);
        }
    }

    /** Reading says there is nothing to refuse: reads may lag behind, so give them time. */
    private void waitForReads(int already, ApiError error) {
        if (!control.stopping()) {
            pulse.waitFor(Waiting.Reason.LOOKING, settings.patience().get(Math.min(already, settings.patience().size() - 1)), Optional.of(error));
        }
    }

    /** Nobody was named: parts, until the culprits stand alone. */
    private void takeApart(Group group, ApiError error) {
        if (!group.single()) {
            waitAgain(group);
            List<List<Integer>> parts = Isolation.part(group.rows(), operation::doubtful);
            push(group.of(parts.getLast()));
            push(group.of(parts.getFirst()));
            return;
        }
        if (group.inDoubt() && error.cause().unclear() && foundAfterAll(group)) {
            return;
        }
        settle(group.rows(), verdict(group, group.rows().getFirst(), error), Optional.empty());
        if (error.cause() == ErrorCause.ACCOUNT_FULL) {
            memory.isFull(error);
        }
        if (error.cause() == ErrorCause.FORBIDDEN && memory.forbiddenAgain() >= FORBIDDEN_ENOUGH && !control.stopping()) {
            memory.forgetForbidden();
            pulse.pauseBecause(error);
        }
    }

    /** Refused, unless it may be refused just because an earlier sending of it, which was not answered, has been carried out. */
    private Verdict verdict(Group group, int row, ApiError error) {
        boolean byItself = group.inDoubt() && operation.worthALook(error) && !operation.doubtful(row);
        return byItself ? new Verdict.Unsettled(error) : new Verdict.Refused(error);
    }

    private void settle(List<Integer> rows, Verdict verdict, Optional<ApiError> refusal) {
        Map<Integer, Verdict> verdicts = new HashMap<>();
        rows.forEach(row -> verdicts.put(row, verdict));
        ledger.settle(operation, verdicts, refusal);
    }
}

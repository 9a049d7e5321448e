package org.muster.jobs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
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
    /** What one job's batches know of each other's fate. */
    static final class Memory {
        /** Set once the account took not a single contact more; it would be idle to try with the others. */
        private Optional<ApiError> full = Optional.empty();
        /** Single contacts in a row that were forbidden without a reason. */
        private int forbidden;
    }

    /** So many forbidden contacts in a row mean that the account is meant, not the contacts. */
    private static final int FORBIDDEN_ENOUGH = 3;

    /**
     * Rows that are sent in one request.
     *
     * @param strikes internal errors they met
     * @param rechecks how often they were read again because of a refusal that named nobody
     * @param inDoubt whether a sending of theirs was not answered and reading has not shown it yet, which is no proof: reads may lag behind. As
     *     long as that is so they count as sent, and are never called failed or skipped for it.
     */
    private record Group(List<Integer> rows, int strikes, int rechecks, boolean inDoubt) {
        Group of(List<Integer> others) {
            return new Group(List.copyOf(others), strikes, rechecks, inDoubt);
        }

        Group doubted(boolean doubt) {
            return new Group(rows, strikes, rechecks, doubt);
        }

        Group without(Collection<Integer> out) {
            return of(rows.stream().filter(row -> !out.contains(row)).toList());
        }

        boolean single() {
            return rows.size() == 1;
        }
    }

    private final Operation operation;
    private final Ledger ledger;
    private final Looker looker;
    private final JobControl control;
    private final JobPulse pulse;
    private final JobSettings settings;
    private final Memory memory;
    private final Deque<Group> todo = new ArrayDeque<>();
    private final Map<Integer, Integer> rechecksOfRow = new HashMap<>();

    BatchRun(Operation operation, Ledger ledger, JobControl control, JobPulse pulse, JobSettings settings, Memory memory) {
        this.operation = operation;
        this.ledger = ledger;
        this.looker = new Looker(operation, control, pulse, settings);
        this.control = control;
        this.pulse = pulse;
        this.settings = settings;
        this.memory = memory;
    }

    /** What is sent for {@code rows} when nothing stands against sending all of them as they are. */
    Optional<Ahead> ahead(List<Integer> rows) {
        boolean idle = memory.full.isPresent() && operation instanceof CreateRows;
        if (idle || !operation.unsendable(rows).isEmpty() || !operation.unread(rows).isEmpty()) {
            return Optional.empty();
        }
        List<Operation.Basis> basis = operation.basis(rows);
        return Optional.of(new Ahead(this, operation, rows, basis, operation.prepare(rows)));
    }

    /** Carries out rows of which nothing was sent yet. */
    void run(List<Integer> rows) {
        push(new Group(rows, 0, 0, false));
        toTheEnd();
    }

    /** Goes on from the answer to the first request for all {@code rows}, which somebody else has sent. */
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
            if (memory.full.isPresent() && operation instanceof CreateRows) {
                settle(group.rows(), new Verdict.Refused(memory.full.get()), Optional.empty());
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
        Map<Integer, Verdict> verdicts = looker.look(unread, false);
        ledger.settle(operation, verdicts, Optional.empty());
        Group rest = group.without(settled(verdicts));
        List<Integer> hopeless = operation.unread(rest.rows());
        settle(hopeless, new Verdict.Refused(new ApiError(ErrorCause.MISSING_ETAG, 0, "", "", "")), Optional.empty());
        push(rest.without(hopeless));
        return false;
    }

    private void send(Group group) {
        Prepared<Map<Integer, Verdict>> request = operation.prepare(group.rows());
        ledger.sending(group.rows());
        took(group, request.send().read());
    }

    private void took(Group group, Answer<Map<Integer, Verdict>> answer) {
        switch (answer) {
            case Answer.Ok<Map<Integer, Verdict>>(var verdicts) -> answered(group, verdicts);
            case Answer.Failed<Map<Integer, Verdict>>(ApiError error) -> {
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
        memory.forbidden = 0;
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
        boolean patient = operation.needsPatience();
        Map<Integer, Verdict> verdicts = looker.look(group.rows(), patient);
        boolean someMade = verdicts.values().stream().anyMatch(v -> v instanceof Verdict.Done);
        if (patient && someMade) {
            // A batch is made whole or not at all, so those not seen yet are there too: sending them again would double them.
            verdicts.replaceAll((row, verdict) -> verdict instanceof Verdict.NotDone ? new Verdict.Unsettled(error) : verdict);
        }
        boolean certain = patient && !control.closing();
        settleAll(verdicts, !certain, Optional.empty());
        again(group.without(settled(verdicts)).doubted(!certain), error);
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
        return control.closing() || group.without(settled(verdicts)).rows().isEmpty();
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
        settleAll(verdicts, group.inDoubt(), Optional.of(error));
        Group rest = group.without(settled(verdicts));
        Group next = new Group(rest.rows(), rest.strikes(), rest.rechecks() + 1, rest.inDoubt());
        if (rest.rows().size() < group.rows().size() || !nothingNewer(verdicts)) {
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
            newer = !nothingNewer(found);
            // The same version as was sent, and our own check says what is wrong with it: then that is what is wrong with it.
            found.replaceAll((row, verdict) -> verdict instanceof Verdict.NotDone(boolean n) && !n && operation.doubtful(row) ? new Verdict.Refused(named.get(row)) : verdict);
            settleAll(found, group.inDoubt(), Optional.of(named.get(look.getFirst())));
            group = group.without(settled(found));
            newer |= !settled(found).isEmpty();
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
            memory.full = Optional.of(error);
        }
        if (error.cause() == ErrorCause.FORBIDDEN && ++memory.forbidden >= FORBIDDEN_ENOUGH && !control.stopping()) {
            memory.forbidden = 0;
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

    private static List<Integer> settled(Map<Integer, Verdict> verdicts) {
        return verdicts.entrySet().stream().filter(e -> !(e.getValue() instanceof Verdict.NotDone)).map(Map.Entry::getKey).toList();
    }

    private static boolean nothingNewer(Map<Integer, Verdict> verdicts) {
        return verdicts.values().stream().noneMatch(v -> v instanceof Verdict.NotDone(boolean newer) && newer);
    }
}

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
     */
    private record Group(List<Integer> rows, int strikes, int rechecks) {
        Group of(List<Integer> others) {
            return new Group(List.copyOf(others), strikes, rechecks);
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

    void run(List<Integer> rows) {
        push(new Group(rows, 0, 0));
        while (!todo.isEmpty()) {
            pulse.holdWhilePaused();
            if (control.stopping()) {
                return; // what was not sent stays waiting, and is skipped
            }
            Group group = todo.pop();
            if (memory.full.isPresent() && operation instanceof CreateRows) {
                settle(group.rows(), new Verdict.Refused(memory.full.get()), Optional.empty());
            } else if (readFirst(group)) {
                send(group);
            }
        }
    }

    private void push(Group group) {
        if (!group.rows().isEmpty()) {
            todo.push(group);
        }
    }

    /** @return whether every row of the group can be sent as it is */
    private boolean readFirst(Group group) {
        List<Integer> unread = operation.unread(group.rows());
        if (unread.isEmpty()) {
            return true;
        }
        Map<Integer, Verdict> verdicts = looker.look(unread, false);
        List<Integer> rest = new ArrayList<>(group.rows());
        rest.removeAll(settled(verdicts));
        ledger.settle(operation, verdicts, Optional.empty());
        List<Integer> hopeless = operation.unread(rest);
        settle(hopeless, new Verdict.Refused(new ApiError(ErrorCause.MISSING_ETAG, 0, "", "", "")), Optional.empty());
        rest.removeAll(hopeless);
        push(group.of(rest));
        return false;
    }

    private void send(Group group) {
        ledger.sending(group.rows());
        switch (operation.send(group.rows())) {
            case Answer.Ok<Map<Integer, Verdict>>(var verdicts) -> answered(group, verdicts);
            case Answer.Failed<Map<Integer, Verdict>>(ApiError error) -> {
                switch (Trouble.of(error)) {
                    case PASSES -> {
                        ledger.waitAgain(group.rows());
                        push(group);
                        pulse.waitAfter(error);
                    }
                    case NEEDS_USER -> {
                        ledger.waitAgain(group.rows());
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
        List<Integer> open = new ArrayList<>(group.rows());
        open.removeAll(verdicts.keySet());
        if (!open.isEmpty()) {
            Map<Integer, Verdict> found = looker.look(open, operation.needsPatience());
            ledger.settle(operation, found, Optional.empty());
            open.removeAll(settled(found));
        }
        verdicts.forEach((row, verdict) -> {
            if (verdict instanceof Verdict.NotDone) {
                open.add(row);
            }
        });
        again(group.of(open.stream().sorted().toList()), JobContext.passedOver());
    }

    /** No answer, or none that says what was done: look first, then send again what is certain not to be there. */
    private void unclear(Group group, ApiError error) {
        Map<Integer, Verdict> verdicts = looker.look(group.rows(), operation.needsPatience());
        boolean someMade = verdicts.values().stream().anyMatch(v -> v instanceof Verdict.Done);
        if (operation.needsPatience() && someMade) {
            // A batch is made whole or not at all, so those not seen yet are there too: sending them again would double them.
            verdicts.replaceAll((row, verdict) -> verdict instanceof Verdict.NotDone ? new Verdict.Unsettled(error) : verdict);
        }
        ledger.settle(operation, verdicts, Optional.empty());
        List<Integer> rest = new ArrayList<>(group.rows());
        rest.removeAll(settled(verdicts));
        again(group.of(rest), error);
    }

    /** Sends again what an error kept from being done, after a while; in parts or no more when the error has come too often. */
    private void again(Group group, ApiError error) {
        if (group.rows().isEmpty() || control.stopping()) {
            return;
        }
        boolean foreign = error.cause() == ErrorCause.NOT_PEOPLE_API;
        int strikes = group.strikes() + (foreign || error.httpStatus() == 500 ? 1 : 0);
        if (strikes < settings.strikes()) {
            push(new Group(group.rows(), strikes, group.rechecks()));
            pulse.waitAfter(error);
        } else if (foreign && error.httpStatus() != 200) {
            push(new Group(group.rows(), 0, group.rechecks()));
            pulse.pauseBecause(error);
        } else {
            takeApart(new Group(group.rows(), settings.strikes() - 1, group.rechecks()), error);
        }
    }

    private void refused(Group group, ApiError error) {
        Map<Integer, ApiError> named = operation.named(group.rows(), error.contactErrors());
        if (!named.isEmpty()) {
            takeOut(group, error, named);
        } else if (operation.worthALook(error) && group.rechecks() < settings.rechecks()) {
            Map<Integer, Verdict> verdicts = looker.look(group.rows(), false);
            ledger.settle(operation, verdicts, Optional.of(error));
            List<Integer> rest = new ArrayList<>(group.rows());
            rest.removeAll(settled(verdicts));
            if (rest.size() == group.rows().size() && nothingNewer(verdicts)) {
                waitForReads(group.rechecks(), error);
            }
            push(new Group(List.copyOf(rest), group.strikes(), group.rechecks() + 1));
        } else {
            takeApart(group, error);
        }
    }

    /** Google said whom it refuses: these are settled or read again, and the rest goes out once more. */
    private void takeOut(Group group, ApiError error, Map<Integer, ApiError> named) {
        Map<Integer, Verdict> verdicts = new HashMap<>();
        List<Integer> look = new ArrayList<>();
        int strikes = group.strikes();
        for (Map.Entry<Integer, ApiError> one : named.entrySet()) {
            boolean tooOften = rechecksOfRow.getOrDefault(one.getKey(), 0) >= settings.rechecks();
            boolean worthALook = operation.worthALook(one.getValue());
            if (tooOften || !worthALook && Trouble.of(one.getValue()) == Trouble.REFUSAL) {
                verdicts.put(one.getKey(), new Verdict.Refused(one.getValue()));
            } else {
                rechecksOfRow.merge(one.getKey(), 1, Integer::sum);
                if (worthALook) {
                    look.add(one.getKey());
                }
            }
        }
        ledger.settle(operation, verdicts, Optional.empty());
        List<Integer> rest = new ArrayList<>(group.rows());
        rest.removeAll(verdicts.keySet());
        boolean idle = verdicts.isEmpty() && look.isEmpty();
        if (!look.isEmpty()) {
            Map<Integer, Verdict> found = looker.look(look, false);
            ledger.settle(operation, found, Optional.of(named.get(look.getFirst())));
            rest.removeAll(settled(found));
            idle = verdicts.isEmpty() && settled(found).isEmpty() && nothingNewer(found);
        }
        push(new Group(List.copyOf(rest), strikes, group.rechecks()));
        ledger.waitAgain(rest);
        if (idle) {
            waitForReads(look.isEmpty() ? 0 : rechecksOfRow.get(look.getFirst()) - 1, error);
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
        if (group.rows().size() > 1) {
            ledger.waitAgain(group.rows());
            List<List<Integer>> parts = Isolation.part(group.rows(), operation::doubtful);
            push(group.of(parts.getLast()));
            push(group.of(parts.getFirst()));
            return;
        }
        settle(group.rows(), new Verdict.Refused(error), Optional.empty());
        if (error.cause() == ErrorCause.ACCOUNT_FULL) {
            memory.full = Optional.of(error);
        }
        if (error.cause() == ErrorCause.FORBIDDEN && ++memory.forbidden >= FORBIDDEN_ENOUGH && !control.stopping()) {
            memory.forbidden = 0;
            pulse.pauseBecause(error);
        }
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

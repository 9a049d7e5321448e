package org.muster.cli;

import com.google.api.client.json.GenericJson;
import java.util.List;
import org.muster.changes.Change;
import org.muster.changes.FieldDiff;
import org.muster.contacts.Values;
import org.muster.texts.Texts;

/**
 * Asks before anything is destroyed. A change destroys when it deletes a contact, or when a value that is there now would not be there any more. Where very many contacts would be
 * deleted, or lose all values of a field, the number has to be stated.
 */
final class Guard {
    private static final Texts TEXTS = Texts.of(Guard.class);
    /** More contacts than this at once are very many. */
    static final int MANY = 100;
    /** So are more than this part of an account. */
    private static final int PART = 5;

    private final Terminal terminal;
    private final Sending sending;

    Guard(Terminal terminal, Sending sending) {
        this.terminal = terminal;
        this.sending = sending;
    }

    /**
     * Lets the changes pass, or not.
     *
     * @param changes what would be sent
     * @param account how many contacts the account has
     * @throws Refusal when they are not confirmed
     */
    void pass(List<? extends Change> changes, int account) throws Refusal {
        long destroyed = changes.stream().filter(Guard::destroys).count();
        if (destroyed == 0) {
            return;
        }
        long gone = changes.stream().filter(Guard::empties).count();
        if (sending.expect == null && (gone > MANY || gone * PART > account)) {
            typed(changes.size(), gone, account);
        } else if (!sending.yes) {
            confirmed(changes.size(), destroyed);
        }
    }

    /** Holds the number that was stated against the one that is. */
    void expected(int count) throws Refusal {
        if (sending.expect != null && sending.expect != count) {
            throw new Refusal(Exit.USAGE, TEXTS.get("guard.unexpected", sending.expect, count));
        }
    }

    private void typed(int count, long gone, int account) throws Refusal {
        String typed = terminal.ask(TEXTS.get("guard.number", gone, account, count))
                .orElseThrow(() -> new Refusal(Exit.USAGE, TEXTS.get("guard.expect", gone, account, Integer.toString(count))));
        if (!typed.replaceAll("[\\s,.]", "").equals(Integer.toString(count))) {
            throw new Refusal(Exit.USAGE, TEXTS.get("guard.notTyped"));
        }
    }

    private void confirmed(int count, long destroyed) throws Refusal {
        String answer = terminal.ask(TEXTS.get("guard.ask", count, destroyed)).orElseThrow(() -> new Refusal(Exit.USAGE, TEXTS.get("guard.yes", destroyed)));
        if (!answer.equalsIgnoreCase(TEXTS.get("guard.answer.yes")) && !answer.equalsIgnoreCase(TEXTS.get("guard.answer.y"))) {
            throw new Refusal(Exit.USAGE, TEXTS.get("guard.notConfirmed"));
        }
    }

    private static boolean destroys(Change change) {
        return switch (change) {
            case Change.Create create -> false;
            case Change.SetPhoto photo -> false;
            case Change.Delete delete -> true;
            case Change.Update update -> FieldDiff.changesOf(update).stream().anyMatch(Guard::loses);
        };
    }

    private static boolean loses(FieldDiff diff) {
        return diff.before().stream().anyMatch(was -> diff.after().stream().noneMatch(is -> Values.same(diff.field(), List.<GenericJson>of(was), List.<GenericJson>of(is))));
    }

    private static boolean empties(Change change) {
        return switch (change) {
            case Change.Create create -> false;
            case Change.SetPhoto photo -> false;
            case Change.Delete delete -> true;
            case Change.Update update -> FieldDiff.changesOf(update).stream().anyMatch(d -> d.kind() == FieldDiff.Kind.CLEARED);
        };
    }
}

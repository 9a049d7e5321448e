package org.muster.cli;

import com.google.api.client.json.GenericJson;
import java.util.List;
import java.util.Locale;
import org.muster.changes.Change;
import org.muster.changes.FieldDiff;
import org.muster.changes.MassChange;
import org.muster.contacts.Values;
import org.muster.texts.Texts;

/**
 * Asks before anything is destroyed. A change destroys when it deletes a contact, or when a value that is there now would not be there any more. Where very many contacts would be
 * deleted, or lose all values of a field, the number has to be stated.
 */
final class Guard {
    private static final Texts TEXTS = Texts.of(Guard.class);

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
        int destroyed = destroyed(changes);
        if (destroyed == 0) {
            return;
        }
        MassChange mass = MassChange.of(changes, account);
        if (sending.expect == null && mass.needsNumber()) {
            typed(mass);
        } else if (!sending.yes) {
            confirmed(Change.contacts(changes), destroyed);
        }
    }

    /** Holds the number of contacts that was stated against the one that is. */
    void expected(List<? extends Change> changes) throws Refusal {
        int count = Change.contacts(changes);
        if (sending.expect != null && sending.expect != count) {
            throw new Refusal(Exit.USAGE, TEXTS.get("guard.unexpected", sending.expect, count));
        }
    }

    /** How many contacts lose something. */
    static int destroyed(List<? extends Change> changes) {
        return Change.contacts(changes.stream().filter(Guard::destroys).toList());
    }

    private void typed(MassChange mass) throws Refusal {
        String typed = terminal.ask(TEXTS.get("guard.number", mass.gone(), mass.account(), mass.changes()))
                .orElseThrow(() -> new Refusal(Exit.USAGE, TEXTS.get("guard.expect", mass.gone(), mass.account(), Integer.toString(mass.changes()))));
        if (!mass.confirms(typed, Locale.getDefault())) {
            throw new Refusal(Exit.USAGE, TEXTS.get("guard.notTyped"));
        }
    }

    private void confirmed(int count, int destroyed) throws Refusal {
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
}

package org.muster.app;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.muster.accounts.AccountProblem;
import org.muster.accounts.Attempt;
import org.muster.ui.work.Background;
import org.muster.ui.workspace.Access;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until an account that another process holds can be worked on here: asks every two seconds, away from the FX thread, and whenever the user wants. Asking is
 * taking: the process that asks first when the account is free has it. Everything here belongs to the FX thread.
 */
final class Takeover {
    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);
    private static final Duration PAUSE = Duration.seconds(2);

    private final Supplier<Attempt<OpenedAccount>> ask;
    private final Background background;
    private final Consumer<OpenedAccount> onAnswer;
    private final Consumer<AccountProblem> onTrouble;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private volatile String logged = "";
    private boolean asking;
    private boolean over = true;

    /**
     * @param ask takes the account, or looks who has it; blocks for a moment
     * @param onAnswer hears whether it may be changed now, each time anew, and for the last time when it may
     * @param onTrouble hears why it cannot be opened though it is free, or cannot be looked into any more
     */
    Takeover(Supplier<Attempt<OpenedAccount>> ask, Background background, Consumer<OpenedAccount> onAnswer, Consumer<AccountProblem> onTrouble) {
        this.ask = ask;
        this.background = background;
        this.onAnswer = onAnswer;
        this.onTrouble = onTrouble;
        pause.setOnFinished(e -> now());
    }

    /** Begins to ask. */
    void begin() {
        over = false;
        pause.playFromStart();
    }

    /** Asks at once. */
    void now() {
        if (asking || over) {
            return;
        }
        asking = true;
        pause.stop();
        background.start(this::askIt, answer -> answer.ifPresentOrElse(this::answered, this::onwards), bug -> onwards());
    }

    /** A bug that comes with every answer is logged once, not every two seconds. */
    private Optional<Attempt<OpenedAccount>> askIt() {
        try {
            Attempt<OpenedAccount> answer = ask.get();
            logged = "";
            return Optional.of(answer);
        } catch (RuntimeException bug) {
            if (!logged.equals(bug.toString())) {
                logged = bug.toString();
                LOG.error("who holds the account cannot be found out", bug);
            }
            return Optional.empty();
        }
    }

    private void answered(Attempt<OpenedAccount> answer) {
        if (over) {
            return; // nobody looks at the account any more
        }
        switch (answer) {
            case Attempt.Done<OpenedAccount>(OpenedAccount account) -> {
                over = account.access() instanceof Access.Working;
                onAnswer.accept(account);
            }
            case Attempt.Refused<OpenedAccount>(AccountProblem problem) -> onTrouble.accept(problem);
        }
        onwards();
    }

    private void onwards() {
        asking = false;
        if (!over) {
            pause.playFromStart();
        }
    }

    /** Asks no more. */
    void close() {
        over = true;
        pause.stop();
    }
}

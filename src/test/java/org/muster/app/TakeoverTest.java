package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.accounts.AccountProblem;
import org.muster.accounts.Attempt;
import org.muster.ui.work.Background;
import org.slf4j.LoggerFactory;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Asking for an account that another process holds; the real asking is seen in {@link ReadingWindowTest}. */
@ExtendWith(ApplicationExtension.class)
class TakeoverTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Takeover.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final List<AccountProblem> troubles = new ArrayList<>();
    private Supplier<Attempt<OpenedAccount>> answer;

    /** Everything at once, on the calling thread. */
    private static final class AtOnce implements Background {
        @Override
        public <T> Running start(Callable<T> work, Consumer<? super T> onDone, Consumer<Throwable> onBug) {
            try {
                onDone.accept(work.call());
            } catch (Exception bug) {
                onBug.accept(bug);
            }
            return () -> { };
        }

        @Override
        public void onFx(Runnable action) {
            action.run();
        }
    }

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(said);
    }

    @Test
    void aBugThatComesWithEveryAnswerIsLoggedOnceUntilThereIsAnother(FxRobot robot) {
        robot.interact(() -> {
            Takeover takeover = new Takeover(() -> answer.get(), new AtOnce(), account -> { }, troubles::add);
            takeover.begin();
            answer = () -> {
                throw new IllegalStateException("a bug");
            };
            takeover.now();
            takeover.now();
            assertThat(said.list).as("the same again").hasSize(1);
            answer = () -> Attempt.refused(AccountProblem.Cause.LOCKS_NOT_KEPT, "there");
            takeover.now();
            assertThat(troubles).extracting(AccountProblem::cause).containsExactly(AccountProblem.Cause.LOCKS_NOT_KEPT);
            answer = () -> {
                throw new IllegalStateException("a bug");
            };
            takeover.now();
            assertThat(said.list).as("again, after an answer").hasSize(2);
            takeover.close();
            takeover.now();
            assertThat(said.list).as("nobody asks any more").hasSize(2);
        });
    }
}

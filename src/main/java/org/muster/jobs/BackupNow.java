package org.muster.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.muster.contacts.Label;
import org.muster.people.ApiError;
import org.muster.people.PeopleGateway;

/** Copies an account because somebody asks for it, outside of any job. Trouble that passes is waited out for a few minutes. */
public final class BackupNow {
    /** So long it keeps trying after the first trouble in a row: a minute's quota is over by then, and so are most failures of servers. */
    private static final Duration TRYING = Duration.ofMinutes(3);

    /** Who watches. Called on the thread that copies. */
    public interface Watcher {
        /** So many contacts were read; {@code total} is how many there are, as far as is known; 0 as long as nothing is. */
        void progress(int read, int total);

        /** It failed, and is tried again in so long. */
        void waiting(ApiError error, Duration time);

        /** Whether nobody wants it any more. Asked before each request. */
        boolean ended();

        /** Nobody watches: it goes on until it is done, or its thread is interrupted. */
        static Watcher nobody() {
            return new Watcher() {
                @Override
                public void progress(int read, int total) {}

                @Override
                public void waiting(ApiError error, Duration time) {}

                @Override
                public boolean ended() {
                    return false;
                }
            };
        }
    }

    /** What came of it. */
    public sealed interface Taken {
        /** The copy is safely in its place. */
        record Done(Safekeeping.Copy copy) implements Taken {}

        /** The account could not be read. */
        record Unread(ApiError error) implements Taken {}

        /** The copy could not be written. */
        record Unwritten(Kept why) implements Taken {}

        /** Nobody wanted it any more. Nothing is left of it. */
        record Ended() implements Taken {}
    }

    private final JobSettings settings;

    public BackupNow(JobSettings settings) {
        this.settings = settings;
    }

    /**
     * Copies. Blocks while it reads and waits; an interrupt ends it.
     *
     * @param place begins a copy, given the account's labels; anew for each attempt
     */
    public Taken take(PeopleGateway gateway, Function<List<Label>, Safekeeping.Copy> place, Watcher watcher) {
        return switch (new Copying(gateway, new Asked(watcher)).into(place)) {
            case Copying.End.Done(var copy) -> new Taken.Done(copy);
            case Copying.End.Unread(Optional<ApiError> error) -> error.filter(e -> !watcher.ended() && !Thread.currentThread().isInterrupted()).<Taken>map(Taken.Unread::new).orElseGet(Taken.Ended::new);
            case Copying.End.Unwritten(Kept why) -> new Taken.Unwritten(why);
        };
    }

    private final class Asked implements Copying.Patience {
        private final Watcher watcher;
        private final Backoff backoff = new Backoff(settings);
        private Optional<Duration> troubleSince = Optional.empty();

        Asked(Watcher watcher) {
            this.watcher = watcher;
        }

        @Override
        public boolean turn(RequestCost cost) {
            return !watcher.ended() && !Thread.currentThread().isInterrupted();
        }

        @Override
        public void taken(RequestCost cost) {
            backoff.reset();
            troubleSince = Optional.empty();
        }

        @Override
        public boolean again(RequestCost cost, ApiError error) {
            Trouble trouble = Trouble.of(error);
            Duration now = settings.waiter().elapsed(); // whatever is done to the clock
            Duration since = troubleSince.orElse(now);
            troubleSince = Optional.of(since);
            if (trouble == Trouble.NEEDS_USER || trouble == Trouble.REFUSAL || now.minus(since).compareTo(TRYING) >= 0 || !turn(cost)) {
                return false;
            }
            Duration wait = error.retryAfter().filter(asked -> asked.compareTo(TRYING) <= 0).orElseGet(backoff::next);
            watcher.waiting(error, wait);
            return settings.waiter().pass(wait);
        }

        @Override
        public void progress(int read, int total) {
            watcher.progress(read, total);
        }
    }
}

package org.muster.accounts;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A sign-in that is under way. It ends in exactly one {@link SignInResult}, whatever happens. */
public final class SignInRun {
    private final CompletableFuture<SignInResult> result = new CompletableFuture<>();
    /** Set by whoever ends the run first: the user by cancelling it, or the sign-in by beginning to write the account down. */
    private final AtomicBoolean settled = new AtomicBoolean();
    private final Optional<URI> address;
    private final Runnable stop;

    SignInRun(Optional<URI> address, Runnable stop) {
        this.address = address;
        this.stop = stop;
    }

    /** A run that ended before it began. */
    static SignInRun failed(AccountProblem problem) {
        SignInRun run = new SignInRun(Optional.empty(), () -> {});
        run.settle();
        run.end(new SignInResult.Failed(problem));
        return run;
    }

    /**
     * Where the browser was sent, so that it can be shown and copied when no browser opens; empty when the run failed at once. Good for this run
     * only.
     */
    public Optional<URI> address() {
        return address;
    }

    /** How it ended, once it has. Completing or cancelling what is returned here changes nothing; see {@link #cancel()}. */
    public CompletableFuture<SignInResult> result() {
        return result.copy();
    }

    /** Waits for the end. */
    public SignInResult await() {
        return result.join();
    }

    /**
     * Calls it off, from any thread. Tokens that arrive later are given back.
     *
     * @return whether it was still in time; if not, {@link #result()} says how the run ended, or is about to
     */
    public boolean cancel() {
        if (!settle()) {
            return false;
        }
        stop.run();
        end(new SignInResult.Cancelled());
        return true;
    }

    /** Claims the right to end the run. */
    boolean settle() {
        return settled.compareAndSet(false, true);
    }

    /** Ends the run; only for whom {@link #settle()} answered yes. */
    void end(SignInResult how) {
        result.complete(how);
    }
}

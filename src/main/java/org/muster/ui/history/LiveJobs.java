package org.muster.ui.history;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.muster.jobs.Job;
import org.muster.jobs.JobState;
import org.muster.store.JobSummary;
import org.muster.ui.workspace.Workspace;

/** The account's jobs of this run of Muster: where each of them stands, and when that changes. */
final class LiveJobs {
    private final Workspace workspace;
    private final Runnable onNews;
    private final Consumer<Job> onAccepted = this::accepted;
    private final Consumer<Job> onChange = this::changed;
    private final Map<String, JobState> states = new ConcurrentHashMap<>();
    private Subscription reading = Subscription.EMPTY;

    /** @param onNews hears, on the FX thread, that a job began, ended, stopped or went on */
    LiveJobs(Workspace workspace, Runnable onNews) {
        this.workspace = workspace;
        this.onNews = onNews;
    }

    void begin() {
        reading = workspace.readingProperty().subscribe((was, is) -> onNews.run());
        workspace.jobs().addListener(onAccepted);
        workspace.jobs().jobs().stream().filter(workspace::owns).forEach(this::follow);
    }

    void close() {
        reading.unsubscribe();
        workspace.jobs().removeListener(onAccepted);
        workspace.jobs().jobs().forEach(job -> job.removeListener(onChange));
    }

    Optional<JobState> state(String job) {
        return Optional.ofNullable(states.get(job));
    }

    /** Whether a job that has not ended is neither one of this run nor at work in another process. */
    boolean stopped(JobSummary job) {
        return job.ended().isEmpty() && !elsewhere() && state(job.id()).map(s -> s == JobState.STOPPED).orElse(true);
    }

    /** Whether a job that is not one of this run may be at work in another process, which holds the account. */
    boolean elsewhere() {
        return workspace.readingProperty().get();
    }

    private void accepted(Job job) {
        if (workspace.owns(job)) {
            follow(job);
            workspace.background().onFx(onNews);
        }
    }

    private void follow(Job job) {
        job.addListener(onChange);
        states.put(job.id(), job.snapshot().state());
    }

    private void changed(Job job) {
        JobState now = job.snapshot().state();
        if (states.put(job.id(), now) != now) {
            workspace.background().onFx(onNews);
        }
    }
}

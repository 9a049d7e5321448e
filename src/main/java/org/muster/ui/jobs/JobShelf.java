package org.muster.ui.jobs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.muster.jobs.Job;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSnapshot;
import org.muster.jobs.JobState;
import org.muster.ui.work.Background;

/** The jobs the drawer shows, the current one first, then those that wait in the order of their turns, then those that ended, the newest first. On the FX thread only. */
final class JobShelf {
    private final Background background;
    private final JobService jobs;
    private final List<JobModel> accepted = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final ObservableList<JobModel> ordered = FXCollections.observableArrayList();

    JobShelf(Background background, JobService jobs) {
        this.background = background;
        this.jobs = jobs;
    }

    /** Ready to show. The first is the current one. */
    ObservableList<JobModel> ordered() {
        return ordered;
    }

    /** The job that is at work, else the next, else the one that ended last. */
    Optional<JobModel> current() {
        return ordered.stream().findFirst();
    }

    Optional<JobModel> find(Job job) {
        return accepted.stream().filter(m -> m.job().id().equals(job.id())).findFirst();
    }

    /** Takes a job in; one that was here before, even if dismissed, is no matter, and not answered with. */
    Optional<JobModel> add(Job job) {
        if (!known.add(job.id())) {
            return Optional.empty();
        }
        JobModel model = new JobModel(job, background);
        model.snapshotProperty().addListener((p, before, now) -> {
            if (rank(before) != rank(now)) {
                arrange();
            }
        });
        accepted.add(model);
        arrange();
        return Optional.of(model);
    }

    /** Puts an ended job away. Does nothing while it has not ended. */
    void dismiss(JobModel model) {
        if (model.ended() && accepted.remove(model)) {
            model.forget();
            arrange();
        }
    }

    /** Whether there are ended jobs of which nobody has anything left to decide. */
    boolean anyFinished() {
        return accepted.stream().anyMatch(JobShelf::finished);
    }

    /** Puts those away. */
    void dismissFinished() {
        accepted.stream().filter(JobShelf::finished).toList().forEach(model -> {
            accepted.remove(model);
            model.forget();
        });
        arrange();
    }

    private static boolean finished(JobModel model) {
        return model.ended() && model.allGathered() && model.missed().isEmpty() && model.setAsideCount() == 0 && !model.busyProperty().get();
    }

    /** Stops following the jobs, which outlive every window. */
    void close() {
        accepted.forEach(JobModel::forget);
    }

    /** Lets a waiting job change places with its neighbour. */
    void move(JobModel model, JobService.Step step) {
        if (jobs.move(model.job(), step)) {
            arrange();
        }
    }

    private void arrange() {
        List<JobModel> newestFirst = new ArrayList<>(accepted);
        Collections.reverse(newestFirst);
        Stream<JobModel> active = accepted.stream().filter(m -> !m.ended()).sorted(Comparator.<JobModel>comparingInt(m -> rank(m.snapshot())).thenComparingInt(this::turn));
        List<JobModel> now = Stream.concat(active, newestFirst.stream().filter(JobModel::ended)).toList();
        if (!now.equals(ordered)) {
            ordered.setAll(now);
        }
    }

    /** Those that wait have their turns one after another; all others come as they were accepted. */
    private int turn(JobModel model) {
        return model.snapshot().state() == JobState.QUEUED ? jobs.waiting(model.job().account()).indexOf(model.job()) : 0;
    }

    /** What is at work comes before what waits for the user's word. */
    private static int rank(JobSnapshot job) {
        return switch (job.state()) {
            case RUNNING, WAITING, CANCELLING -> 0;
            case PAUSED, STOPPED -> 1;
            case QUEUED -> 2;
            case CANCELLED, FINISHED -> 3;
        };
    }
}

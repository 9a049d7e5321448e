package org.muster.ui.jobs;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.muster.changes.ChangeSet;
import org.muster.jobs.Job;
import org.muster.jobs.JobRecord;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.JobState;
import org.muster.jobs.LabelMaker;

/** Keeps what it is given and sends nothing. */
public final class ScriptedJobs implements JobService {
    private final List<Job> jobs = new CopyOnWriteArrayList<>();
    private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();

    public void add(Job job) {
        jobs.add(job);
        listeners.forEach(l -> l.accept(job));
    }

    @Override
    public Job submit(Lane lane, ChangeSet changes) {
        ScriptedJob job = new ScriptedJob(lane.id(), changes, 200);
        add(job);
        return job;
    }

    @Override
    public Job takeUp(Lane lane, JobRecord record) {
        throw new UnsupportedOperationException("no earlier run here");
    }

    @Override
    public List<Job> waiting(String account) {
        return jobs.stream().filter(job -> job.account().equals(account) && job.snapshot().state() == JobState.QUEUED).toList();
    }

    @Override
    public boolean movable(Job job, Step step) {
        int place = waiting(job.account()).indexOf(job);
        return place >= 0 && (step == Step.EARLIER ? place > 0 : place < waiting(job.account()).size() - 1);
    }

    @Override
    public boolean move(Job job, Step step) {
        if (!movable(job, step)) {
            return false;
        }
        List<Job> waiting = waiting(job.account());
        Job other = waiting.get(waiting.indexOf(job) + (step == Step.EARLIER ? -1 : 1));
        Collections.swap(jobs, jobs.indexOf(job), jobs.indexOf(other));
        return true;
    }

    @Override
    public List<Job> jobs() {
        return List.copyOf(jobs);
    }

    @Override
    public LabelMaker labelMaker() {
        throw new UnsupportedOperationException("nothing is sent here");
    }

    @Override
    public JobSettings settings() {
        return JobSettings.standard();
    }

    @Override
    public void addListener(Consumer<Job> onAccepted) {
        listeners.add(onAccepted);
    }

    @Override
    public void removeListener(Consumer<Job> onAccepted) {
        listeners.remove(onAccepted);
    }

    @Override
    public void close() {}
}

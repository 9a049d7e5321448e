package org.muster.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.jobs.Job;

/** How long the window stands still at most while a job runs in it. */
final class PulseBench {
    private final Table table;
    private final BenchWindow window;

    PulseBench(Table table, BenchWindow window) {
        this.table = table;
        this.window = window;
    }

    void run(int contacts, int changes) {
        job(changes);
        long start = System.nanoTime();
        Numbers busy = job(changes);
        Numbers idle = idle(System.nanoTime() - start);
        table.row(String.format(Locale.ROOT, "longest FX pulse, job of %,d, %,d contacts", changes, contacts), String.format(Locale.ROOT, "%.1f ms", busy.max()),
                String.format(Locale.ROOT, "%.1f ms idle", idle.max()), String.format(Locale.ROOT, "p99 %.1f ms", busy.percentile(0.99)), "", busy.range("%.1f") + " ms");
    }

    private Numbers job(int changes) {
        List<Change> all = window.workspace().book().contacts().stream().limit(changes).map(MusterSender::renamed).toList();
        Heartbeat heartbeat = new Heartbeat();
        try (heartbeat) {
            Job job = Fx.call(() -> window.workspace().submit(new ChangeSet("", all, Drafts.FIELDS)));
            job.await();
            Fx.settle(() -> true);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return heartbeat.waits();
    }

    private static Numbers idle(long nanos) {
        Heartbeat heartbeat = new Heartbeat();
        try (heartbeat) {
            new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return heartbeat.waits();
    }
}

package org.muster.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.jobs.Job;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.OutcomeState;
import org.muster.people.Answer;
import org.muster.people.GooglePeopleGateway;
import org.muster.store.Database;
import org.muster.store.SqliteJournal;
import org.muster.store.StoreProblem;

/** How much longer the jobs of many accounts take together than that of one account alone; the journal is on the disk. */
final class LanesBench {
    private final Table table;
    private final int accounts;
    private final int contacts;
    private final int latency;

    /**
     * @param contacts of each account, all of which are edited
     * @param latency of every answer of the servers, in milliseconds
     */
    LanesBench(Table table, int accounts, int contacts, int latency) {
        this.table = table;
        this.accounts = accounts;
        this.contacts = contacts;
        this.latency = latency;
    }

    void run(int rounds) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "lanes");
        try (TownProcess town = new TownProcess(accounts, contacts);
                SqliteJournal journal = new SqliteJournal(Database.open(folder.resolve("muster.db")), Clock.systemUTC());
                LaneJobService service = new LaneJobService(journal, JobSettings.standard())) {
            long bare = heap();
            List<JobService.Lane> lanes = new ArrayList<>();
            for (TownProcess.Address account : town.accounts()) {
                lanes.add(load(account));
            }
            long loaded = heap();
            Round round = new Round(town, service);
            round.of(lanes); // warms up
            round.of(lanes);
            town.latency(latency);
            List<Figures> alone = new ArrayList<>();
            List<Figures> together = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                alone.add(round.of(lanes.subList(i % accounts, i % accounts + 1)));
                together.add(round.of(lanes));
            }
            report(alone, together, (loaded - bare) / accounts, (heap() - loaded) / service.jobs().size());
        } catch (StoreProblem e) {
            throw new IOException(e);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private JobService.Lane load(TownProcess.Address account) {
        GooglePeopleGateway gateway = GooglePeopleGateway.withToken(account.endpoint(), account::token);
        List<Contact> all = new ArrayList<>();
        if (!(gateway.list(Drafts.FIELDS, Set.of(), page -> all.addAll(page.contacts())) instanceof Answer.Ok) || all.size() != contacts) {
            throw new IllegalStateException("An account could not be read");
        }
        ContactBook book = new ContactBook();
        book.replaceAll(all);
        return new JobService.Lane(account.endpoint().toString(), gateway, book);
    }

    /** What one round took: seconds, and nanoseconds of the processors. */
    private record Figures(double seconds, long ours, long theirs) {}

    private final class Round {
        private final TownProcess town;
        private final LaneJobService service;

        Round(TownProcess town, LaneJobService service) {
            this.town = town;
            this.service = service;
        }

        /** Every contact of these accounts is edited. */
        Figures of(List<JobService.Lane> lanes) throws IOException {
            List<ChangeSet> edits = lanes.stream().map(lane -> new ChangeSet("edit", lane.book().contacts().stream().<Change>map(MusterSender::renamed).toList(), Drafts.FIELDS)).toList();
            town.count();
            System.gc();
            long theirs = town.cpu();
            long ours = cpu();
            long start = System.nanoTime();
            List<Job> jobs = new ArrayList<>();
            for (int i = 0; i < lanes.size(); i++) {
                jobs.add(service.submit(lanes.get(i), edits.get(i)));
            }
            for (Job job : jobs) {
                try {
                    job.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Figures figures = new Figures(seconds, cpu() - ours, town.cpu() - theirs);
            check(jobs, lanes.size());
            return figures;
        }

        private void check(List<Job> jobs, int lanes) throws IOException {
            for (Job job : jobs) {
                if (job.snapshot().count(OutcomeState.DONE) != contacts) {
                    throw new IllegalStateException("not all were done: " + job.snapshot().counts());
                }
            }
            List<TownProcess.Seen> seen = town.count();
            if (seen.stream().anyMatch(account -> account.atOnce() > 1)) {
                throw new IllegalStateException("two mutates of one account were in flight at once");
            }
            if (seen.stream().mapToInt(TownProcess.Seen::contacts).sum() != lanes * contacts) {
                throw new IllegalStateException("the servers saw other numbers of contacts: " + seen);
            }
        }
    }

    private void report(List<Figures> alone, List<Figures> together, long book, long job) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < alone.size(); i++) {
            ratios.add(together.get(i).seconds() / alone.get(i).seconds());
        }
        Numbers one = new Numbers(alone.stream().map(Figures::seconds).toList());
        Numbers all = new Numbers(together.stream().map(Figures::seconds).toList());
        Numbers ratio = new Numbers(ratios);
        table.row(String.format(Locale.ROOT, "lanes: %,d accounts, %,d contacts each edited, at %d ms", accounts, contacts, latency), text("%.2f s together", all.median()),
                text("%.2f s one alone", one.median()), text("× %.2f", ratio.median()), "≤ 4", "× " + ratio.range("%.2f"));
        double batches = (double) accounts * Math.ceilDiv(contacts, 200);
        double ours = new Numbers(together.stream().map(f -> f.ours() / 1e6).toList()).median();
        double theirs = new Numbers(together.stream().map(f -> f.theirs() / 1e6).toList()).median();
        table.row("– processor time per batch", text("%.1f ms", ours / batches), text("%.1f ms the servers", theirs / batches), text("%.2f processors busy", (ours + theirs) / 1000 / all.median()), "", "");
        table.row("– heap per account", text("%.0f kB contacts", book / 1e3), text("%.0f kB a job that ended", job / 1e3), "", "", "");
        table.remark(String.format(Locale.ROOT, "Lanes: %,d batches in all, no account ever with two in flight. What bounds them is the processors, which they share with the servers: at best %.2f s.",
                (long) batches, (ours + theirs) / 1000 / Runtime.getRuntime().availableProcessors()));
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Bytes in use. */
    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

package org.muster.cli;

import java.util.List;
import java.util.Optional;
import org.muster.jobs.JobRecord;
import org.muster.store.History;
import org.muster.store.JobArchive;
import org.muster.store.JobFilter;
import org.muster.store.JobSummary;
import org.muster.store.StoreProblem;
import org.muster.texts.Texts;

/** Finds the jobs that commands name. */
final class Jobs {
    private static final Texts TEXTS = Texts.of(Jobs.class);
    private static final String LAST = "last";

    private Jobs() {}

    static JobArchive archive(Desk desk) throws Refusal {
        return desk.archive().orElseThrow(() -> new Refusal(Exit.NOT_ALL, TEXTS.get("jobs.noJournal")));
    }

    static History history(Desk desk) throws Refusal {
        return desk.history().orElseThrow(() -> new Refusal(Exit.NOT_ALL, TEXTS.get("jobs.noJournal")));
    }

    /** The job of an account with this id, or the only one whose id begins so, or the last one. */
    static JobRecord named(Desk desk, String account, String id) throws Refusal {
        try {
            List<String> all = history(desk).jobs(account, JobFilter.ALL).stream().map(JobSummary::id).toList();
            List<String> meant = id.equals(LAST) ? all.stream().limit(1).toList() : all.stream().filter(j -> j.startsWith(id)).toList();
            return switch (meant.size()) {
                case 0 -> throw new Refusal(Exit.USAGE, TEXTS.get("jobs.unknown", id));
                case 1 -> archive(desk).job(meant.getFirst()).orElseThrow();
                default -> throw new Refusal(Exit.USAGE, TEXTS.get("jobs.several", id));
            };
        } catch (StoreProblem e) {
            throw unreadable(e);
        }
    }

    /** The same, but where a job is to be taken back “last” is the newest of which something is left to be taken back: never an undo, so that saying it again goes further back. */
    static JobRecord toTakeBack(Desk desk, String account, String id) throws Refusal {
        if (!id.equals(LAST)) {
            return named(desk, account, id);
        }
        try {
            JobArchive archive = archive(desk);
            String newest = archive.newestToTakeBack(account, Optional.empty()).orElseThrow(() -> new Refusal(Exit.USAGE, TEXTS.get("undo.none")));
            return archive.job(newest).orElseThrow();
        } catch (StoreProblem e) {
            throw unreadable(e);
        }
    }

    static Refusal unreadable(StoreProblem problem) {
        return new Refusal(Exit.NOT_ALL, TEXTS.get("jobs.unreadable", problem.file()));
    }
}

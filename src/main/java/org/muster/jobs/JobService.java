package org.muster.jobs;

import java.util.List;
import java.util.function.Consumer;
import org.muster.changes.ChangeSet;
import org.muster.contacts.ContactBook;
import org.muster.people.PeopleGateway;

/** Accepts change sets and carries them out: one job after another per account, accounts side by side. */
public interface JobService extends AutoCloseable {
    /**
     * An account as jobs see it.
     *
     * @param id the same for the same account, always
     * @param gateway the way to its server
     * @param book its contacts, kept up to date from the answers
     * @param quota what is assumed of its quotas to begin with
     */
    record Lane(String id, PeopleGateway gateway, ContactBook book, QuotaStart quota) {
        /** One of a server of which nothing is known. */
        public Lane(String id, PeopleGateway gateway, ContactBook book) {
            this(id, gateway, book, QuotaStart.OPEN);
        }
    }

    /**
     * Accepts a change set, and returns at once however large it is; it starts as soon as those of the account's jobs have ended that are before it. While another
     * process holds the account nothing is accepted: the job is {@link JobState#CANCELLED} when it is returned, none of it was sent or noted anywhere, nobody is told of
     * it, and each of its contacts is skipped because of {@link org.muster.people.ErrorCause#HELD_ELSEWHERE}.
     */
    Job submit(Lane lane, ChangeSet changes);

    /**
     * Takes up a job that an earlier run of Muster did not bring to its end. It is {@link JobState#STOPPED} until it is resumed or cancelled. The same job
     * is taken up once. While another process holds the account it is not taken up: what is returned stays stopped whatever is asked of it.
     */
    Job takeUp(Lane lane, JobRecord record);

    /** Where a job goes that changes places with its neighbour. */
    enum Step { EARLIER, LATER }

    /** The jobs of an account that wait for their turn, the next first; see {@link Lane#id}. */
    List<Job> waiting(String account);

    /**
     * Lets a job that waits change places with the one that would have its turn just before or after it. Two jobs that change the same contact may be put in
     * either order: whichever comes second finds the contact changed, and treats it as changed elsewhere. But what takes back a job stays behind it.
     *
     * @return whether it did: not when the job waits no more or there is none to change places with
     */
    boolean move(Job job, Step step);

    /** Whether {@link #move} would. */
    boolean movable(Job job, Step step);

    /** Every job of this run of Muster, oldest first. */
    List<Job> jobs();

    /** Tells of each accepted job once it is planned, in their order, on a thread of its own; the job may be at work by then. */
    void addListener(Consumer<Job> onAccepted);

    /** Tells it of no more jobs. */
    void removeListener(Consumer<Job> onAccepted);

    /** Makes labels in the accounts that jobs change. */
    LabelMaker labelMaker();

    /** How patient its jobs are, and the time they live in. */
    JobSettings settings();

    /** Lets no further batch go out and waits for those in flight to be answered or to time out. */
    @Override
    void close();
}

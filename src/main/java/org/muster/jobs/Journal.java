package org.muster.jobs;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.muster.changes.ChangeSet;
import org.muster.changes.PhotoBytes;
import org.muster.contacts.Contact;
import org.muster.contacts.Label;

/**
 * Where jobs write down what they do, before they do it and when the answer is there, so that after a crash it is known of every
 * contact where it stands. Calls return at once and may come from any thread; what one thread gives is written in that order. Each answer is
 * complete when the entry is as safe as this journal makes it, or when it is certain that it was not written; it never completes with an exception.
 */
public interface Journal {
    /** A job was accepted; nothing was sent yet. Giving the same job again is no matter. */
    CompletableFuture<Kept> accepted(String jobId, String account, ChangeSet changes);

    /**
     * These rows are about to be sent in one request. Rows may be named again: then the last request they were named for counts. Until they are
     * settled, it is not known what became of them.
     */
    CompletableFuture<Kept> sending(String jobId, List<Integer> rows);

    /**
     * These contacts are about to be deleted, and this is all they are. They must be safe before the rows are sent. A row may be saved again: then the last
     * image counts.
     */
    CompletableFuture<Kept> saved(String jobId, List<Image> images);

    /** The account's labels while the job deletes, by which those of an {@link Image} have their names. */
    CompletableFuture<Kept> labels(String jobId, List<Label> labels);

    /**
     * A photo that was saved with an {@link Image}. Takes the time of a look at the disk.
     *
     * @param id see {@link PhotoBytes#id}
     * @return empty when it is not there, or cannot be read
     */
    Optional<PhotoBytes> photo(String id);

    /**
     * Every name that contacts which were deleted and brought back by jobs have had since, by the names of these they had, the newest last. Those that
     * did not come back are missing. Takes the time of a look at the disk.
     *
     * @param account whose: what contacts are called is unique within their account only
     * @throws IllegalStateException when it cannot be read
     */
    Map<String, List<String>> namesSince(String account, Collection<String> names);

    /**
     * The marks ({@link org.muster.changes.Marker#of}) that contacts of an account may carry which a job has made without anybody knowing: only by them they are found, and not made again.
     * Takes the time of a look at the disk.
     *
     * @throws IllegalStateException when it cannot be read
     */
    Set<String> marksNeeded(String account);

    /**
     * The names of contacts of which jobs of an account were told a short while ago that they are there, and which no job has deleted since: should a read not find them,
     * it may only lag behind. Takes the time of a look at the disk.
     *
     * @param besides the id of a job of which that is not asked
     * @param within how short a while
     * @throws IllegalStateException when it cannot be read
     */
    Set<String> toldLately(String account, String besides, Duration within);

    /**
     * Contacts that a job has made, by its rows, as later jobs of its account noted them, which deleted them or brought them back: a look at the account does not show them any more. The
     * name is that under which they were made. Takes the time of a look at the disk, or of some when much was deleted since.
     *
     * @throws IllegalStateException when it cannot be read
     */
    Map<Integer, Contact> madeAndGone(String jobId);

    /** These rows' states are now known. A row may be settled again, when more is known of it. This may take a moment, to be written with what is given next: see {@link #hasten}. */
    CompletableFuture<Kept> settled(String jobId, List<Outcome> outcomes);

    /** Somebody waits for what was given: it is written now. A journal that never takes its time need do nothing. */
    default void hasten() {}

    /**
     * The user has dealt with these rows elsewhere: they were sent again by another job, or decided about. Nobody is asked about them again, so that
     * nothing is done twice.
     */
    CompletableFuture<Kept> handled(String jobId, Collection<Integer> rows);

    /** The job has ended. */
    CompletableFuture<Kept> ended(String jobId, JobState state);
}

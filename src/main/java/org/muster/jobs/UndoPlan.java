package org.muster.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.Reversal;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.ReadSource;

/**
 * How a job can be taken back, as the account is now. Nothing is sent yet.
 *
 * @param job the job to be taken back
 * @param again whether that job was an undo itself, so that this does again what was done first
 * @param rootTitle what was done first of all, for people
 * @param steps what would be done, in the order it would be sent
 * @param left rows of the job that cannot or need not be taken back
 * @param labelsGone names of labels that contacts had and the account does not have any more; they come back without them, unless they are made first
 * @param labelsUnnamed how many more of these there are whose names nobody knows, so that they cannot be made again
 * @param photosLost contacts that come back without the photo they had, because it could not be had when they were deleted
 * @param sources where contacts are read from
 */
public record UndoPlan(String job, boolean again, String rootTitle, List<Step> steps, List<Left> left, List<String> labelsGone, int labelsUnnamed, int photosLost, Set<ReadSource> sources) {
    public UndoPlan {
        steps = List.copyOf(steps);
        left = List.copyOf(left);
        labelsGone = List.copyOf(labelsGone);
        sources = Set.copyOf(sources);
    }

    /**
     * One change of an undo.
     *
     * @param change what would be done
     * @param row which row of the job that takes back
     * @param changed the contact as it is now, when it was changed since the job was done. An update of such fields ends as a conflict and overwrites nothing; a contact
     *     that would be deleted loses what was changed, until it is brought back
     * @param labelsFirst whether it gives back nothing but labels that are gone: it shows what would be done once they were made and the account was read anew, and
     *     is not sent
     */
    public record Step(Change change, int row, Optional<Contact> changed, boolean labelsFirst) {
        /** Whether the contact was changed since the job was done. */
        public boolean changedSince() {
            return changed.isPresent();
        }
    }

    /** Why a row stays as it is. */
    public enum Reason {
        /** The job did not do it. */
        NOT_DONE,
        /** It is not known whether the job did it. */
        UNKNOWN,
        /** It was gone already when the job came to delete it. */
        WAS_GONE,
        /** It was deleted without having been saved, by a Muster that could not do that yet. */
        NOT_SAVED,
        /** It is taken back already, or as it was for another reason. */
        ALREADY_SO,
        /** It was deleted, and is there again: something else than an undo of this job brought it back. */
        BACK_ALREADY,
        /** An undo of it has not ended yet. */
        UNDER_WAY,
        /** The contact is not in the account any more. */
        GONE,
        /** What the account said of the contact is older than what the job was answered: whether it is to be taken back cannot be told yet. */
        CANNOT_TELL,
        /** A photo that was set stays: what was there before is not known. */
        PHOTO_STAYS
    }

    /**
     * A row that stays as it is.
     *
     * @param row which row of the job
     * @param displayName what people call the contact; may be empty
     */
    public record Left(int row, String displayName, Reason reason) {}

    /**
     * The change set that does those steps which {@code wanted} picks, with the photos of the contacts it brings back.
     *
     * @param title what the job shall be called
     * @param readBack the fields Google shall answer each contact with
     */
    public ChangeSet changes(String title, Predicate<Step> wanted, FieldMask readBack) {
        List<Step> picked = steps.stream().filter(step -> !step.labelsFirst()).filter(wanted).toList();
        Set<String> back = new HashSet<>();
        picked.forEach(step -> former(step).ifPresent(back::add));
        List<Step> sent = picked.stream().filter(step -> !(step.change() instanceof Change.SetPhoto photo) || back.contains(photo.of())).toList();
        return new ChangeSet(title, sent.stream().map(Step::change).toList(), readBack, sources, Optional.of(new Reversal(job, sent.stream().map(Step::row).toList())));
    }

    private static Optional<String> former(Step step) {
        return step.change() instanceof Change.Create create ? Optional.of(create.formerly()) : Optional.empty();
    }
}

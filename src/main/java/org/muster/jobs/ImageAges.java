package org.muster.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;

/**
 * Which images of a job's rows count: those taken a short while ago, after the last answer about the contact, and of a version that is no older than what was answered. Reads may lag behind.
 * Confined to the thread of the job.
 */
final class ImageAges {
    private final Freshness taken;
    private final IntFunction<Contact> answered;
    /** When the contact of each row's last image was updated: a later read may show an older one. */
    private final Map<Integer, String> savedAs = new HashMap<>();
    /** What had been answered of each row's contact when its last image was taken. */
    private final Map<Integer, Contact> answeredThen = new HashMap<>();
    /** Rows of which an older version was read than was known before, and when. */
    private final Map<Integer, Freshness.Moment> doubted = new HashMap<>();
    /** What had been answered of the contacts whose images were accepted though older versions were read: nobody waits for them once more. */
    private final Map<Integer, Contact> accepted = new HashMap<>();

    /**
     * @param taken knows of no row yet
     * @param answered the contact of a row as it was answered last
     */
    ImageAges(Freshness taken, IntFunction<Contact> answered) {
        this.taken = taken;
        this.answered = answered;
    }

    Freshness.Moment now() {
        return taken.now();
    }

    /** See {@link Freshness#since}. */
    Freshness.Moment since(Freshness.Moment begun) {
        return taken.since(begun);
    }

    /** The rows of these of which no image counts. One may have been read while this very job was changing its contact. */
    List<Integer> missing(List<Integer> rows) {
        rows.stream().filter(row -> answeredThen.containsKey(row) && answeredThen.get(row) != answered.apply(row)).forEach(taken::forget);
        return taken.missing(rows);
    }

    /** What was read, with what was answered since of the fields that told. It still goes by the version that was read. */
    Contact broughtUp(int row, Contact read) {
        Contact known = answered.apply(row);
        return Sameness.older(read, known) ? Versions.overlaid(read, new Contact(known.copy(), known.loaded().minus(FieldMask.of(PersonField.METADATA)))) : read;
    }

    /**
     * Takes down the age of an image.
     *
     * @param read see {@link #broughtUp}
     * @return whether it is to be saved: not if the last one is newer
     */
    boolean takes(int row, Contact read, Freshness.Moment at) {
        Contact known = answered.apply(row);
        boolean latest = savedAs.get(row) == null || !Sameness.older(read, Optional.of(savedAs.get(row)));
        if (latest) {
            Sameness.updated(read).ifPresent(time -> savedAs.put(row, time));
        }
        answeredThen.put(row, known);
        doubted.remove(row);
        if (latest && !Sameness.older(read, known) || accepted.get(row) == known) {
            taken.note(row, at);
        } else {
            doubted.put(row, at);
        }
        return latest;
    }

    /** There is no such contact. */
    void gone(int row) {
        doubted.remove(row);
    }

    /** Whether an older version of its contact was read than was known before, so that the image, brought up to that, does not count yet: it is to be read again. */
    boolean doubted(int row) {
        return doubted.containsKey(row);
    }

    /** The image of a doubted row counts as it is. */
    void accept(int row) {
        accepted.put(row, answeredThen.get(row));
        taken.note(row, doubted.remove(row));
    }
}

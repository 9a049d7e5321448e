package org.muster.jobs;

import com.google.api.services.people.v1.model.Photo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.muster.changes.PhotoBytes;
import org.muster.contacts.Contact;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.people.PeopleGateway;

/**
 * Saves what one job deletes before it does, so that it can be made again. An image is good for a short while only: what somebody changed since
 * would be lost with the contact.
 */
final class BeforeImages {
    /** For so long an image counts as the contact as it is. */
    private static final Duration FRESH = Duration.ofSeconds(15);
    /** So many photos are fetched at a time. */
    private static final int PHOTOS_AT_A_TIME = 6;

    private final PeopleGateway gateway;
    private final Reader reader;
    private final JobJournal journal;
    private final Supplier<Instant> now;
    private final Map<Integer, Instant> taken = new HashMap<>();
    private boolean labelsSaved;

    BeforeImages(PeopleGateway gateway, JobJournal journal, Supplier<Instant> now) {
        this.gateway = gateway;
        this.reader = new Reader(gateway, Set.of(ReadSource.CONTACT));
        this.journal = journal;
        this.now = now;
    }

    /** The rows of these of which there is no image that is fresh. */
    List<Integer> missing(List<Integer> rows) {
        Instant newest = now.get(); // one from the future was taken before the clock was put back
        Instant oldest = newest.minus(FRESH);
        return rows.stream().filter(row -> !(taken.get(row) instanceof Instant at) || at.isBefore(oldest) || at.isAfter(newest)).toList();
    }

    /**
     * Reads the contacts and gives their images to the journal, which has them before anything is sent after that.
     *
     * @param names what the rows' contacts are called, row by row
     * @return by name: the contact, or that it is not there
     */
    Answer<Map<String, Answer<Contact>>> take(List<Integer> rows, List<String> names) {
        if (saveLabels() instanceof Answer.Failed<List<Label>>(ApiError error)) {
            return new Answer.Failed<>(error);
        }
        Answer<Map<String, Answer<Contact>>> answer = reader.read(names, Image.MASK);
        if (!(answer instanceof Answer.Ok<Map<String, Answer<Contact>>>(var found))) {
            return answer;
        }
        List<Integer> there = new ArrayList<>(rows.size());
        List<Contact> contacts = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (found.get(names.get(i)) instanceof Answer.Ok<Contact>(Contact contact)) {
                there.add(rows.get(i));
                contacts.add(contact);
            }
        }
        Map<String, Answer<byte[]>> photos = photos(contacts);
        for (Answer<byte[]> photo : photos.values()) {
            if (photo instanceof Answer.Failed<byte[]>(ApiError error) && !lost(error)) {
                return new Answer.Failed<>(error);
            }
        }
        Instant at = now.get(); // not when it began to read, or what takes long to read would never be fresh
        List<Image> images = new ArrayList<>(there.size());
        for (int i = 0; i < there.size(); i++) {
            images.add(image(there.get(i), contacts.get(i), photos));
            taken.put(there.get(i), at);
        }
        if (!images.isEmpty()) {
            journal.saved(images);
        }
        return answer;
    }

    /** Saves what the account's labels are called, once. */
    Answer<List<Label>> saveLabels() {
        if (labelsSaved) {
            return new Answer.Ok<>(List.of());
        }
        Answer<List<Label>> answer = gateway.labels();
        if (answer instanceof Answer.Ok<List<Label>>(List<Label> labels)) {
            journal.labels(labels);
            labelsSaved = true;
        }
        return answer;
    }

    private static Image image(int row, Contact contact, Map<String, Answer<byte[]>> photos) {
        return switch (address(contact).map(photos::get).orElse(null)) {
            case null -> new Image(row, contact, Optional.empty(), false);
            case Answer.Ok<byte[]>(byte[] bytes) -> new Image(row, contact, Optional.of(PhotoBytes.of(bytes)), false);
            case Answer.Failed<byte[]> failed -> new Image(row, contact, Optional.empty(), true);
        };
    }

    /** Whether asking again would not help: then the contact goes without its photo, which the undo will say. */
    private static boolean lost(ApiError error) {
        return Trouble.of(error) == Trouble.REFUSAL || error.cause() == ErrorCause.NOT_PEOPLE_API;
    }

    /** Where a contact's own photo is: one that Google made up for it does not count. */
    static Optional<String> address(Contact contact) {
        return contact.items(PersonField.PHOTOS).stream().filter(item -> item instanceof Photo photo && !Boolean.TRUE.equals(photo.getDefault()) && photo.getUrl() != null)
                .map(item -> ((Photo) item).getUrl()).findFirst();
    }

    private Map<String, Answer<byte[]>> photos(List<Contact> contacts) {
        List<String> addresses = contacts.stream().map(BeforeImages::address).flatMap(Optional::stream).distinct().toList();
        if (addresses.isEmpty()) {
            return Map.of();
        }
        Map<String, Answer<byte[]>> photos = new HashMap<>();
        try (ExecutorService some = Executors.newFixedThreadPool(Math.min(PHOTOS_AT_A_TIME, addresses.size()), Thread.ofVirtual().name("photos").factory())) {
            List<Future<Answer<byte[]>>> answers = some.invokeAll(addresses.stream().<Callable<Answer<byte[]>>>map(address -> () -> gateway.photo(address)).toList());
            for (int i = 0; i < addresses.size(); i++) {
                photos.put(addresses.get(i), answers.get(i).get());
            }
            return photos;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a job's thread", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("fetching a photo met a bug", e.getCause());
        }
    }
}

package org.muster.jobs;

import com.google.api.services.people.v1.model.Photo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.muster.changes.PhotoBytes;
import org.muster.contacts.Contact;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.PeopleGateway;

/**
 * Saves what one job deletes before it does, so that it can be made again. An image is good for a short while only: what somebody changed since
 * would be lost with the contact.
 */
final class BeforeImages {
    private final PeopleGateway gateway;
    private final Reader reader;
    private final JobJournal journal;
    private final PhotoFetch photos;
    private final ImageAges ages;
    private boolean labelsSaved;
    private Optional<Begun> begun = Optional.empty();

    /** Contacts that are being read before anybody asks for them. */
    private record Begun(List<String> names, FutureTask<Answer<Map<String, Answer<Contact>>>> answer, Freshness.Moment at) {
        private Answer<Map<String, Answer<Contact>>> get() {
            try {
                return answer.get();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a job's thread", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("reading met a bug", e.getCause());
            }
        }
    }

    /** @param ages knows which images count, once they were taken here */
    BeforeImages(PeopleGateway gateway, JobJournal journal, ImageAges ages) {
        this.gateway = gateway;
        this.reader = new Reader(gateway, Set.of(ReadSource.CONTACT));
        this.journal = journal;
        this.photos = new PhotoFetch(gateway);
        this.ages = ages;
    }

    /** The rows of these of which no image counts. */
    List<Integer> missing(List<Integer> rows) {
        return ages.missing(rows);
    }

    /** See {@link ImageAges#doubted}. */
    boolean doubted(int row) {
        return ages.doubted(row);
    }

    /** See {@link ImageAges#accept}. */
    void accept(int row) {
        ages.accept(row);
    }

    /** Begins to read contacts that are to be {@linkplain #take taken} next, so that they are on their way while something else is waited for. */
    void begin(List<String> names) {
        FutureTask<Answer<Map<String, Answer<Contact>>>> answer = new FutureTask<>(() -> reader.readTogether(names, Image.MASK));
        begun = Optional.of(new Begun(names, answer, ages.now()));
        Thread.ofVirtual().name("reading ahead").start(answer);
    }

    /** What was begun for just these names, if that was not long ago: waiting takes time that nobody has counted. */
    private Optional<Begun> begunFor(List<String> names) {
        Optional<Begun> fitting = begun.filter(reading -> reading.names().equals(names) && reading.at().soonBefore(ages.now()));
        begun = Optional.empty();
        return fitting;
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
        Optional<Begun> ahead = begunFor(names);
        Freshness.Moment from = ahead.map(Begun::at).orElseGet(ages::now);
        Answer<Map<String, Answer<Contact>>> answer = broughtUp(rows, names, ahead.map(Begun::get).orElseGet(() -> reader.readTogether(names, Image.MASK)));
        List<String> addresses = addresses(answer);
        if (!addresses.isEmpty()) {
            if (photos.fetch(addresses) instanceof Answer.Failed<Map<String, Optional<PhotoBytes>>>(ApiError error)) {
                return new Answer.Failed<>(error);
            }
            if (!from.soonBefore(ages.now())) {
                answer = broughtUp(rows, names, reader.readTogether(names, Image.MASK)); // once more: photos took their time, and the contacts shall be as they are now
            }
        }
        Answer<Map<String, Optional<PhotoBytes>>> fetched = photos.fetch(addresses(answer)); // asks only for what has changed meanwhile
        if (fetched instanceof Answer.Failed<Map<String, Optional<PhotoBytes>>>(ApiError error)) {
            return new Answer.Failed<>(error);
        }
        if (answer instanceof Answer.Ok<Map<String, Answer<Contact>>>(var found) && fetched instanceof Answer.Ok<Map<String, Optional<PhotoBytes>>>(var shown)) {
            save(rows, names, found, shown, ages.since(from));
        }
        return answer;
    }

    private void save(List<Integer> rows, List<String> names, Map<String, Answer<Contact>> found, Map<String, Optional<PhotoBytes>> shown, Freshness.Moment at) {
        List<Image> images = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (!(found.get(names.get(i)) instanceof Answer.Ok<Contact>(Contact contact))) {
                ages.gone(rows.get(i));
            } else if (ages.takes(rows.get(i), contact, at)) {
                Optional<Optional<PhotoBytes>> photo = address(contact).map(shown::get);
                images.add(new Image(rows.get(i), contact, photo.flatMap(bytes -> bytes), photo.isPresent() && photo.get().isEmpty()));
            }
        }
        if (!images.isEmpty()) {
            journal.saved(images);
        }
    }

    private Answer<Map<String, Answer<Contact>>> broughtUp(List<Integer> rows, List<String> names, Answer<Map<String, Answer<Contact>>> answer) {
        if (answer instanceof Answer.Ok<Map<String, Answer<Contact>>>(var found)) {
            for (int i = 0; i < rows.size(); i++) {
                if (found.get(names.get(i)) instanceof Answer.Ok<Contact>(Contact read) && ages.broughtUp(rows.get(i), read) instanceof Contact newer && newer != read) {
                    found.put(names.get(i), new Answer.Ok<>(newer));
                }
            }
        }
        return answer;
    }

    private static List<String> addresses(Answer<Map<String, Answer<Contact>>> answer) {
        return answer instanceof Answer.Ok<Map<String, Answer<Contact>>>(var found)
                ? found.values().stream().flatMap(one -> one instanceof Answer.Ok<Contact>(Contact contact) ? address(contact).stream() : Stream.empty()).toList() : List.of();
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

    /** Where a contact's own photo is: one that Google made up for it does not count. */
    static Optional<String> address(Contact contact) {
        return contact.items(PersonField.PHOTOS).stream().filter(item -> item instanceof Photo photo && !Boolean.TRUE.equals(photo.getDefault()) && photo.getUrl() != null)
                .map(item -> ((Photo) item).getUrl()).findFirst();
    }
}

package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Photo;
import com.google.api.services.people.v1.model.Url;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.awt.image.BufferedImage;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.people.Answer;
import org.muster.people.GooglePeopleGateway;
import org.muster.people.PeopleGateway;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.store.Database;
import org.muster.store.JobArchive;
import org.muster.store.SqliteJournal;
import org.muster.store.StoreProblem;

/** The practice account with its people, jobs on it, and a journal on the disk that knows how to take them back. */
final class UndoWorld implements AutoCloseable {
    static final FieldMask ALL = FieldMask.writable().plus(PersonField.PHOTOS);

    final PracticeServer server;
    final JumpingWaiter waiter;
    final ContactBook book = new ContactBook();
    final PeopleGateway gateway;
    final JobArchive archive;
    final SqliteJournal journal;
    private final LaneJobService service;
    /** What the gateway of jobs and plans is; another one may stand before the real one. */
    PeopleGateway between;

    /** The first forty of the practice account's people, with all its labels: who needs no thousand is done sooner. */
    static UndoWorld ofFew(Path folder) {
        SampleData all = SampleData.standard();
        return new UndoWorld(folder, SampleData.of(all.groups(), all.people().subList(0, 40)));
    }

    UndoWorld(Path folder, SampleData people) {
        try {
            server = PracticeServer.start(PracticeConfig.inMemory(people));
            Database database = Database.open(folder.resolve("muster.db"));
            journal = new SqliteJournal(database, Clock.systemUTC());
            archive = new JobArchive(database);
        } catch (IOException | StoreProblem e) {
            throw new AssertionError(e);
        }
        waiter = new JumpingWaiter(server::advance);
        gateway = GooglePeopleGateway.withToken(server.endpoint(), server::token);
        between = gateway;
        service = new LaneJobService(journal, JobSettings.standard().with(waiter));
        load();
    }

    JobService.Lane lane() {
        return new JobService.Lane("practice", between, book);
    }

    List<Contact> load() {
        List<Contact> all = listed();
        book.replaceAll(all);
        return all;
    }

    List<Contact> listed() {
        server.faults().clear();
        server.advance(Duration.ofMinutes(10));
        List<Contact> all = new ArrayList<>();
        ok(gateway.list(ALL, Set.of(ReadSource.CONTACT), page -> all.addAll(page.contacts())));
        return all;
    }

    static <T> T ok(Answer<T> answer) {
        return switch (answer) {
            case Answer.Ok<T>(T value) -> value;
            case Answer.Failed<T>(var error) -> throw new AssertionError(error);
        };
    }

    Job run(List<? extends Change> changes) {
        return run(new ChangeSet("A job", List.copyOf(changes), ALL, Set.of(ReadSource.CONTACT)));
    }

    Job run(ChangeSet changes) {
        return JobWorld.finish(service.submit(lane(), changes));
    }

    LabelMaker labelMaker() {
        return service.labelMaker();
    }

    Job submit(ChangeSet changes) {
        return service.submit(lane(), changes);
    }

    Job takeUp(JobRecord record) {
        return service.takeUp(lane(), record);
    }

    Past past(Job job) {
        return past(job.id());
    }

    Past past(String job) {
        try {
            return archive.past(job).orElseThrow();
        } catch (StoreProblem e) {
            throw new AssertionError(e);
        }
    }

    UndoPlan plan(Job job) {
        return ok(Undo.plan(past(job), lane(), waiter));
    }

    /** Takes back what can be taken back. */
    Job undo(Job job) {
        return undo(job, step -> true);
    }

    Job undo(Job job, Predicate<UndoPlan.Step> wanted) {
        return run(plan(job).changes("Undo", wanted, ALL));
    }

    void photo(Contact contact, byte[] photo) {
        ok(gateway.updatePhoto(contact.resourceName(), photo, FieldMask.none(), Set.of()));
    }

    /** A picture unlike those of other numbers. */
    static byte[] picture(int number) {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        image.setRGB(number % 16, number / 16 % 16, 0xffffff - number);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /** The account in words, field by field, without what the server makes: names, versions, and what belongs to no source of the user's. */
    List<String> inWords() {
        return listed().stream().map(contact -> InWords.of(contact, gateway)).sorted().toList();
    }

    /** That the account says what it said then; the differences are shown, not a thousand contacts. */
    void assertSays(List<String> then) {
        Map<String, Integer> changed = new HashMap<>();
        inWords().forEach(words -> changed.merge(words, 1, Integer::sum));
        then.forEach(words -> changed.merge(words, -1, Integer::sum));
        changed.values().removeIf(count -> count == 0);
        assertThat(changed).as("more (1) or less (-1) than then").isEmpty();
    }

    /** Deletes a label as somebody else would. */
    void deleteLabel(Label label) {
        HttpRequest request = HttpRequest.newBuilder(server.endpoint().resolve("v1/" + label.resourceName())).header("Authorization", "Bearer " + server.token()).DELETE().build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static List<Change> deletes(List<Contact> contacts) {
        return contacts.stream().<Change>map(Change.Delete::new).toList();
    }

    static Change.Update url(Contact contact, String url) {
        return new Change.Update(contact, contact.copy().setUrls(List.of(new Url().setValue(url))), FieldMask.of(PersonField.URLS));
    }

    static Optional<String> photoAddress(Contact contact) {
        return contact.items(PersonField.PHOTOS).stream().map(Photo.class::cast).filter(p -> p.getDefault() == null || !p.getDefault()).map(Photo::getUrl).findFirst();
    }

    @Override
    public void close() {
        server.faults().clear();
        service.close();
        journal.close();
        server.close();
    }
}

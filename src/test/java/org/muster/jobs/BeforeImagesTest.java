package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.Url;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.people.Answer;
import org.muster.people.GooglePeopleGateway;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;

/** Images of what is deleted: how often contacts are read for them, and how long they count. */
@Execution(ExecutionMode.CONCURRENT)
class BeforeImagesTest {
    private PracticeServer server;
    private WatchedGateway gateway;
    private BeforeImages images;
    /** What was answered last. */
    private Contact known = new Contact(new Person().setResourceName("people/c1"), FieldMask.none());
    private final List<Image> saved = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Duration elapsed = Duration.ZERO;

    @BeforeEach
    void begin() throws IOException {
        server = PracticeServer.start(PracticeConfig.inMemory(SampleData.standard()));
        gateway = new WatchedGateway(GooglePeopleGateway.withToken(server.endpoint(), server::token));
        Journal journal = new JournalBeside(new MemoryJournal()) {
            @Override
            public CompletableFuture<Kept> saved(String jobId, List<Image> some) {
                saved.addAll(some);
                return super.saved(jobId, some);
            }
        };
        images = new BeforeImages(gateway, new JobJournal("job", journal, new HandledNotes(journal)), new ImageAges(new Freshness(() -> now, () -> elapsed), row -> known));
    }

    @AfterEach
    void end() {
        server.close();
    }

    /** The name of a contact with a photo. */
    private String photographed() {
        List<Contact> all = new ArrayList<>();
        gateway.list(FieldMask.of(PersonField.NAMES), Set.of(), page -> all.addAll(page.contacts()));
        String name = all.getFirst().resourceName();
        assertThat(gateway.updatePhoto(name, UndoWorld.picture(7), FieldMask.none(), Set.of())).isInstanceOf(Answer.Ok.class);
        return name;
    }

    private AtomicInteger reads(Runnable afterTheFirst) {
        AtomicInteger reads = new AtomicInteger();
        gateway.got = items -> {
            if (reads.incrementAndGet() == 1) {
                afterTheFirst.run();
            }
            return items;
        };
        return reads;
    }

    @Test
    void aContactWhosePhotoComesQuicklyIsReadOnceAndItsImageIsAsOldAsTheBeginning() {
        String name = photographed();
        AtomicInteger reads = reads(() -> passes(2));
        images.take(List.of(0), List.of(name));

        assertThat(reads).hasValue(1);
        assertThat(saved).extracting(image -> image.photo().isPresent()).containsExactly(true);
        passes(13);
        assertThat(images.missing(List.of(0))).isEmpty();
        elapsed = elapsed.plusMillis(1);
        assertThat(images.missing(List.of(0))).containsExactly(0);
    }

    @Test
    void aContactWhosePhotoTakesLongIsReadAgainAndSavedAsItIsThen() {
        String name = photographed();
        AtomicInteger reads = reads(() -> {
            passes(20);
            server.changeElsewhere(name, person -> person.add("urls", JsonParser.parseString("[{\"value\":\"https://example.org/since\"}]")));
        });
        images.take(List.of(0), List.of(name));

        assertThat(reads).hasValue(2);
        assertThat(saved).singleElement().satisfies(image -> assertThat(((Url) image.contact().ownItems(PersonField.URLS).getFirst()).getValue()).isEqualTo("https://example.org/since"));
        assertThat(images.missing(List.of(0))).isEmpty();
    }

    @Test
    void aClockThatIsPutForwardOrBackMeanwhileIsNoReasonToTrustIt() {
        String name = photographed();
        for (long seconds : List.of(3_600, -3_600)) {
            AtomicInteger reads = reads(() -> now = now.plusSeconds(seconds));
            images.take(List.of(0), List.of(name));
            assertThat(reads).hasValue(2);
            assertThat(images.missing(List.of(0))).isEmpty();
        }
    }

    /** Reads may lag behind, the second one more than the first: the journal keeps the last image, which must not be the older one. */
    @Test
    void anOlderImageDoesNotTakeThePlaceOfANewerOne() {
        String name = photographed();
        Map<String, Answer<Contact>> then = UndoWorld.ok(gateway.batchGet(List.of(name), Image.MASK, Set.of(ReadSource.CONTACT)));
        server.changeElsewhere(name, person -> person.add("urls", JsonParser.parseString("[{\"value\":\"https://example.org/since\"}]")));
        images.take(List.of(0), List.of(name));
        passes(16);
        gateway.got = items -> then;
        images.take(List.of(0), List.of(name));

        assertThat(saved).hasSize(1);
        assertThat(images.missing(List.of(0))).as("it was not told what is there now").containsExactly(0);
        assertThat(images.doubted(0)).isTrue();
        images.accept(0);
        assertThat(images.missing(List.of(0))).isEmpty();
        passes(16);
        images.take(List.of(0), List.of(name));
        assertThat(images.missing(List.of(0))).as("nobody waits for the same twice").isEmpty();
    }

    @Test
    void whatWasAnsweredLaterThanWhatIsReadCounts() {
        String name = photographed();
        Map<String, Answer<Contact>> then = UndoWorld.ok(gateway.batchGet(List.of(name), Image.MASK, Set.of(ReadSource.CONTACT)));
        server.changeElsewhere(name, person -> person.add("urls", JsonParser.parseString("[{\"value\":\"https://example.org/since\"}]")));
        known = contact(UndoWorld.ok(gateway.batchGet(List.of(name), FieldMask.of(PersonField.URLS, PersonField.METADATA), Set.of(ReadSource.CONTACT))).get(name));
        gateway.got = items -> new HashMap<>(then);
        images.take(List.of(0), List.of(name));

        assertThat(images.missing(List.of(0))).containsExactly(0);
        assertThat(saved).singleElement().satisfies(image -> {
            assertThat(((Url) image.contact().ownItems(PersonField.URLS).getFirst()).getValue()).isEqualTo("https://example.org/since");
            assertThat(image.contact().ownItems(PersonField.NAMES)).isEqualTo(contact(then.get(name)).ownItems(PersonField.NAMES));
            assertThat(image.photo()).isPresent();
        });
    }

    private static Contact contact(Answer<Contact> answer) {
        return UndoWorld.ok(answer);
    }

    @Test
    void theRequestsForOneBatchAreOnTheirWayTogether() {
        List<Contact> all = new ArrayList<>();
        gateway.list(FieldMask.of(PersonField.NAMES), Set.of(), page -> all.addAll(page.contacts()));
        CountDownLatch together = new CountDownLatch(3);
        gateway.got = waitingFor(together);
        List<String> names = all.stream().map(Contact::resourceName).limit(500).toList();
        images.take(IntStream.range(0, 500).boxed().toList(), names);

        assertThat(saved).extracting(image -> image.contact().resourceName()).containsExactlyElementsOf(names);
    }

    @Test
    void whatWasBegunIsNotReadOnceMoreAndIsAsOldAsItsBeginning() throws InterruptedException {
        String name = photographed();
        AtomicInteger reads = begun(name);
        passes(2);
        images.take(List.of(0), List.of(name));

        assertThat(reads).hasValue(1);
        assertThat(saved).extracting(image -> image.contact().resourceName()).containsExactly(name);
        passes(13);
        assertThat(images.missing(List.of(0))).isEmpty();
        elapsed = elapsed.plusMillis(1);
        assertThat(images.missing(List.of(0))).containsExactly(0);
    }

    @Test
    void whatWasBegunAWhileAgoIsReadAnew() throws InterruptedException {
        String name = server.putContact(JsonParser.parseString("{\"names\":[{\"givenName\":\"Ada\"}]}").getAsJsonObject()); // without a photo: that would be reason enough to read it again
        AtomicInteger reads = begun(name);
        server.changeElsewhere(name, person -> person.add("urls", JsonParser.parseString("[{\"value\":\"https://example.org/since\"}]")));
        passes(4);
        images.take(List.of(0), List.of(name));

        assertThat(reads).hasValue(2);
        assertThat(saved).singleElement().satisfies(image -> assertThat(((Url) image.contact().ownItems(PersonField.URLS).getFirst()).getValue()).isEqualTo("https://example.org/since"));
    }

    @Test
    void whatWasBegunForOthersIsNotTakenForThese() throws InterruptedException {
        String name = photographed();
        AtomicInteger reads = begun("people/somebodyelse");
        images.take(List.of(0), List.of(name));

        assertThat(reads).hasValue(2);
        assertThat(saved).extracting(image -> image.contact().resourceName()).containsExactly(name);
    }

    /** Begins to read a contact; returns when it was read. */
    private AtomicInteger begun(String name) throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        AtomicInteger reads = reads(read::countDown);
        images.begin(List.of(name));
        assertThat(read.await(20, TimeUnit.SECONDS)).isTrue();
        return reads;
    }

    private static <T> UnaryOperator<T> waitingFor(CountDownLatch all) {
        return items -> {
            all.countDown();
            try {
                assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return items;
        };
    }

    private void passes(long seconds) {
        now = now.plusSeconds(seconds);
        elapsed = elapsed.plusSeconds(seconds);
    }
}

package org.muster.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.Data;
import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.FieldMetadata;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import com.google.api.services.people.v1.model.Source;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.PhotoBytes;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.jobs.Image;
import org.muster.jobs.JobRecord;
import org.muster.jobs.JobState;
import org.muster.jobs.Journal;
import org.muster.jobs.Kept;
import org.muster.jobs.MemoryJournal;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.jobs.Remembered;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** What is written into the journal is read out of it again, by whoever opens it next. */
class JournalTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final FieldMask EMAILS = FieldMask.of(PersonField.EMAIL_ADDRESSES);

    @TempDir
    Path folder;
    private Database database;
    private SqliteJournal journal;

    @BeforeEach
    void open() throws StoreProblem {
        database = Database.open(folder.resolve("muster.db"));
        journal = new SqliteJournal(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static Person ada() {
        return new Person().setResourceName("people/c1").setEtag("e1")
                .setMetadata(new PersonMetadata().setSources(List.of(new Source().setType("PROFILE").setId("p"), new Source().setType("CONTACT").setId("1").setEtag("s1"))))
                .setNames(List.of(new Name().setGivenName("Ada").setFamilyName("Łovelace \u0000 \"x\" 😀").setDisplayName("Ada Łovelace")))
                .setEmailAddresses(List.of(new EmailAddress().setValue("ada@example.org").setMetadata(new FieldMetadata().setPrimary(true).setSource(new Source().setType("CONTACT").setId("1")))))
                .setMemberships(List.of(new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName("contactGroups/myContacts"))));
    }

    private static Contact known() {
        return new Contact(ada(), FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES, PersonField.MEMBERSHIPS));
    }

    private static ChangeSet oneOfEach() {
        Person draft = new Person().setNames(List.of(new Name().setGivenName("New"))).setEmailAddresses(List.of(new EmailAddress().setValue("new@example.org")));
        Person after = ada();
        after.setEmailAddresses(List.of(new EmailAddress().setValue("ada@example.com")));
        return new ChangeSet("One of each", List.of(new Change.Create(draft, "row 17"), new Change.Update(known(), after, EMAILS), new Change.Delete(known())), EMAILS,
                Set.of(ReadSource.CONTACT, ReadSource.PROFILE));
    }

    private JobRecord only() throws StoreProblem {
        List<JobRecord> jobs = new JobArchive(database).unfinished("an account");
        assertThat(jobs).hasSize(1);
        return jobs.getFirst();
    }

    private Kept accept() {
        return journal.accepted("job 1", "an account", oneOfEach()).join();
    }

    @Test
    void aBugInOneEntryLeavesTheJournalAtWork() throws Exception {
        try (Writer writer = new Writer(database.connect())) {
            assertThat(writer.give(db -> {
                throw new AssertionError("a bug");
            }, 1, Writer.Urgency.LASTING).get(20, TimeUnit.SECONDS)).isEqualTo(Kept.NOT_WRITABLE);
            assertThat(writer.give(db -> { }, 1, Writer.Urgency.LASTING).get(20, TimeUnit.SECONDS)).isEqualTo(Kept.SAFE);
        }
    }

    private static Outcome made(int row, Change change, String name) {
        return new Outcome(row, change, OutcomeState.DONE, Optional.empty(), Optional.of(new Contact(new Person().setResourceName(name), FieldMask.none())));
    }

    @Test
    void whoJobsWereToldIsThereIsKnownForAWhile() throws Exception {
        Change.Create create = new Change.Create(new Person(), "");
        Contact second = new Contact(new Person().setResourceName("people/b"), FieldMask.none());
        ChangeSet deletes = new ChangeSet("Deleted", List.of(create, new Change.Delete(second)), EMAILS);
        MemoryJournal memory = new MemoryJournal();
        for (Journal each : List.of(journal, memory)) {
            each.accepted("one", "an account", new ChangeSet("Made", List.of(create, create, create), EMAILS)).join();
            each.settled("one", List.of(made(0, create, "people/a"), made(1, create, "people/b"), new Outcome(2, create, OutcomeState.UNKNOWN, Optional.empty(), Optional.empty()))).join();
            each.ended("one", JobState.FINISHED).join();
            assertThat(each.toldLately("an account", "another", Duration.ofSeconds(62))).containsExactlyInAnyOrder("people/a", "people/b");
            assertThat(each.toldLately("an account", "one", Duration.ofSeconds(62))).as("but for that job").isEmpty();
            assertThat(each.toldLately("another account", "another", Duration.ofSeconds(62))).isEmpty();
            each.accepted("two", "an account", deletes).join();
            each.settled("two", List.of(made(0, create, "people/c"), new Outcome(1, deletes.changes().get(1), OutcomeState.DONE, Optional.empty(), Optional.empty()))).join();
            assertThat(each.toldLately("an account", "another", Duration.ofSeconds(62))).as("deleted since").containsExactlyInAnyOrder("people/a", "people/c");
        }
        try (SqliteJournal later = at(NOW.plusSeconds(62)); SqliteJournal muchLater = at(NOW.plusSeconds(63)); SqliteJournal putBack = at(NOW.minusSeconds(3_600))) {
            assertThat(later.toldLately("an account", "another", Duration.ofSeconds(62))).hasSize(2);
            assertThat(muchLater.toldLately("an account", "another", Duration.ofSeconds(62))).isEmpty();
            assertThat(putBack.toldLately("an account", "another", Duration.ofSeconds(62))).hasSize(2);
        }
    }

    private SqliteJournal at(Instant time) throws StoreProblem {
        return new SqliteJournal(database, Clock.fixed(time, ZoneOffset.UTC));
    }

    /** Once while the writing thread sleeps, and once while it has just written. */
    @Test
    void whatCanWaitIsWrittenWithoutAnybodyAsking() throws Exception {
        try (Writer writer = new Writer(database.connect())) {
            for (int times = 0; times < 2; times++) {
                assertThat(writer.give(db -> { }, 1, Writer.Urgency.LATER).get(20, TimeUnit.SECONDS)).isEqualTo(Kept.SAFE);
            }
        }
    }

    @Test
    void whatCanWaitIsWrittenInOrderTogetherWithWhatCannotOrWhenTheJournalIsClosed() throws Exception {
        List<String> written = new CopyOnWriteArrayList<>();
        CompletableFuture<Kept> last;
        try (Writer writer = new Writer(database.connect())) {
            CompletableFuture<Kept> first = writer.give(db -> written.add("can wait"), 1, Writer.Urgency.LATER);
            assertThat(writer.give(db -> written.add("cannot"), 1, Writer.Urgency.LASTING).get(20, TimeUnit.SECONDS)).isEqualTo(Kept.SAFE);
            assertThat(first).isCompletedWithValue(Kept.SAFE);
            last = writer.give(db -> written.add("the end"), 1, Writer.Urgency.LATER);
        }
        assertThat(last).isCompletedWithValue(Kept.SAFE);
        assertThat(written).containsExactly("can wait", "cannot", "the end");
    }

    @Test
    void theLastImageCountsAndKeepsAPhotoThatCannotBeHadAnyMore() throws StoreProblem {
        accept();
        PhotoBytes photo = PhotoBytes.of(new byte[] {1, 2, 3});
        journal.saved("job 1", List.of(new Image(2, known(), Optional.of(photo), false))).join();
        Person later = ada().setEmailAddresses(List.of(new EmailAddress().setValue("later@example.org")));
        journal.saved("job 1", List.of(new Image(2, new Contact(later, known().loaded()), Optional.empty(), true))).join();

        Remembered saved = new JobArchive(database).past("job 1").orElseThrow().images().get(2);
        assertThat(saved.contact().copy().getEmailAddresses()).extracting(EmailAddress::getValue).containsExactly("later@example.org");
        assertThat(saved.photo()).contains(photo.id());
        assertThat(saved.photoLost()).isFalse();
        assertThat(journal.photo(photo.id()).orElseThrow().bytes()).containsExactly(1, 2, 3);
        journal.saved("job 1", List.of(new Image(2, known(), Optional.empty(), false))).join();
        assertThat(new JobArchive(database).past("job 1").orElseThrow().images().get(2).photo()).as("it was taken away").isEmpty();
    }

    @Test
    void anAcceptedJobIsThereWithAllItWasToDo() throws StoreProblem {
        assertThat(accept()).isEqualTo(Kept.SAFE);
        assertThat(accept()).as("given again").isEqualTo(Kept.SAFE);

        JobRecord job = only();
        assertThat(job.id()).isEqualTo("job 1");
        assertThat(job.accepted()).isEqualTo(NOW);
        assertThat(job.changes().title()).isEqualTo("One of each");
        assertThat(job.changes().readBack()).isEqualTo(EMAILS);
        assertThat(job.changes().sources()).containsExactlyInAnyOrder(ReadSource.CONTACT, ReadSource.PROFILE);
        assertThat(job.outcomes()).extracting(Outcome::state).containsOnly(OutcomeState.WAITING).hasSize(3);
        assertThat(job.unanswered()).isEmpty();
        assertThat(new JobArchive(database).unfinished("another account")).isEmpty();

        Change.Create create = (Change.Create) job.changes().changes().get(0);
        assertThat(create).isEqualTo(oneOfEach().changes().get(0));

        Change.Update update = (Change.Update) job.changes().changes().get(1);
        assertThat(update.mask()).isEqualTo(EMAILS);
        assertThat(update.before().resourceName()).isEqualTo("people/c1");
        assertThat(update.before().etag()).isEqualTo("e1");
        assertThat(update.before().contactSource().orElseThrow().getEtag()).isEqualTo("s1");
        assertThat(update.before().items(PersonField.EMAIL_ADDRESSES)).isEqualTo(known().items(PersonField.EMAIL_ADDRESSES));
        assertThat(update.displayName()).isEqualTo(known().displayName());
        assertThat(Contact.items(update.after(), PersonField.EMAIL_ADDRESSES)).containsExactly(new EmailAddress().setValue("ada@example.com"));

        Change.Delete delete = (Change.Delete) job.changes().changes().get(2);
        assertThat(delete.before().resourceName()).isEqualTo("people/c1");
        assertThat(delete.displayName()).isEqualTo(known().displayName());
    }

    @Test
    void whatWasSentAndNotSettledIsToldByTheRequestItWasLastNamedFor() throws StoreProblem {
        accept();
        journal.sending("job 1", List.of(0, 1)).join();
        journal.sending("job 1", List.of(1)).join();
        journal.sending("job 1", List.of(2)).join();
        journal.settled("job 1", List.of(outcome(2, OutcomeState.DONE, Optional.empty(), Optional.empty()))).join();

        JobRecord job = only();
        assertThat(job.outcomes()).extracting(Outcome::state).containsExactly(OutcomeState.SENT, OutcomeState.SENT, OutcomeState.DONE);
        assertThat(job.unanswered()).containsExactlyInAnyOrder(List.of(0), List.of(1));
    }

    @Test
    void outcomesComeBackWithTheirReasonsNamesAndVersions() throws StoreProblem {
        accept();
        ApiError refused = new ApiError(ErrorCause.TOO_LONG, 400, "INVALID_ARGUMENT", "R", "too long, said “Google”");
        Contact made = new Contact(new Person().setResourceName("people/c9").setEtag("e9").setNames(List.of(new Name().setGivenName("New"))), FieldMask.of(PersonField.NAMES));
        journal.settled("job 1", List.of(
                outcome(0, OutcomeState.DONE, Optional.empty(), Optional.of(made)),
                outcome(1, OutcomeState.CONFLICT, Optional.of(refused), Optional.of(known())),
                outcome(2, OutcomeState.UNKNOWN, Optional.of(refused), Optional.empty()))).join();
        journal.settled("job 1", List.of(outcome(2, OutcomeState.FAILED, Optional.of(refused), Optional.empty()))).join();

        List<Outcome> outcomes = only().outcomes();
        assertThat(outcomes).extracting(Outcome::state).containsExactly(OutcomeState.DONE, OutcomeState.CONFLICT, OutcomeState.FAILED);
        assertThat(outcomes.get(0).contact().orElseThrow().resourceName()).isEqualTo("people/c9");
        assertThat(outcomes.get(0).contact().orElseThrow().etag()).isEqualTo("e9");
        assertThat(outcomes.get(1).contact().orElseThrow().items(PersonField.EMAIL_ADDRESSES)).isEqualTo(known().items(PersonField.EMAIL_ADDRESSES));
        assertThat(outcomes.get(1).contact().orElseThrow().loaded()).isEqualTo(known().loaded());
        assertThat(outcomes.get(2).error()).contains(refused);
    }

    /** Google's library has texts of its own for an explicit {@code null}. They are written as nothing, or what was written could not be read again. */
    @Test
    void whatAnAnswerSaysIsNullIsNothing() throws Exception {
        accept();
        Person answered = GsonFactory.getDefaultInstance().createJsonParser("{\"resourceName\":\"people/c9\",\"etag\":null,\"metadata\":{\"sources\":[{\"type\":\"CONTACT\",\"id\":\"9\",\"etag\":null,\"updateTime\":null}]}}").parseAndClose(Person.class);
        assertThat(Data.isNull(answered.getEtag())).isTrue();
        ApiError refused = new ApiError(ErrorCause.TOO_LONG, 400, "INVALID_ARGUMENT", "", Data.nullOf(String.class));
        journal.settled("job 1", List.of(outcome(0, OutcomeState.DONE, Optional.empty(), Optional.of(new Contact(answered, FieldMask.none()))),
                outcome(1, OutcomeState.FAILED, Optional.of(refused), Optional.empty()))).join();

        List<Outcome> outcomes = only().outcomes();
        assertThat(outcomes.get(0).contact().orElseThrow().etag()).isNull();
        assertThat(outcomes.get(0).contact().orElseThrow().contactSource().orElseThrow().getId()).isEqualTo("9");
        assertThat(outcomes.get(1).error().orElseThrow().message()).isEmpty();
    }

    /** It may fail, out of memory for one; the thread goes on, since jobs wait for what they gave it. */
    @Test
    void movingTheLogIntoTheDatabaseMayFail() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        try (Connection real = database.connect(); Writer writer = new Writer(failing(real, failed))) {
            assertThat(writer.give(db -> { }, 1, Writer.Urgency.LASTING).get(20, TimeUnit.SECONDS)).isEqualTo(Kept.SAFE);
            assertThat(failed.await(20, TimeUnit.SECONDS)).as("it was tried in the lull").isTrue();
            assertThat(writer.give(db -> { }, 1, Writer.Urgency.LASTING).get(20, TimeUnit.SECONDS)).isEqualTo(Kept.SAFE);
        }
    }

    /** A connection whose second statement, the one after the first transaction, cannot be made. */
    private static Connection failing(Connection real, CountDownLatch failed) {
        AtomicInteger statements = new AtomicInteger();
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
            if (method.getName().equals("createStatement") && statements.incrementAndGet() == 2) {
                failed.countDown();
                throw new OutOfMemoryError("for a test");
            }
            return method.invoke(real, values);
        });
    }

    @Test
    void whatTheUserHasDealtWithIsRemembered() throws StoreProblem {
        accept();
        journal.handled("job 1", List.of(2, 0)).join();
        journal.handled("job 1", List.of(2)).join();

        assertThat(only().handled()).containsExactlyInAnyOrder(0, 2);
    }

    private static Outcome outcome(int row, OutcomeState state, Optional<ApiError> error, Optional<Contact> contact) {
        return new Outcome(row, oneOfEach().changes().get(row), state, error, contact);
    }

    @Test
    void aJobThatHasEndedIsNotUnfinished() throws StoreProblem {
        accept();
        journal.ended("job 1", JobState.FINISHED).join();

        assertThat(new JobArchive(database).unfinished("an account")).isEmpty();
    }

    @Test
    void nothingIsCalledSafeThatIsNotThere() {
        assertThat(journal.sending("a job nobody accepted", List.of(1)).join()).isEqualTo(Kept.NOT_WRITABLE);
        journal.close();
        assertThat(accept()).isEqualTo(Kept.NOT_WRITABLE);
    }

    @Test
    void oneBadEntryIsNotTheOthersFault() throws StoreProblem {
        accept();
        var entries = IntStream.range(0, 300).mapToObj(i -> journal.sending(i % 50 == 7 ? "nobody" : "job 1", List.of(i % 3))).toList();

        List<Kept> kept = entries.stream().map(java.util.concurrent.CompletableFuture::join).toList();
        for (int i = 0; i < kept.size(); i++) {
            assertThat(kept.get(i)).isEqualTo(i % 50 == 7 ? Kept.NOT_WRITABLE : Kept.SAFE);
        }
        assertThat(only().outcomes()).extracting(Outcome::state).containsOnly(OutcomeState.SENT);
    }

    @Test
    void aFullDiskIsSaidAndIsOverWhenThereIsRoomAgain() throws Exception {
        accept();
        try (Connection db = database.connect(); Statement sql = db.createStatement()) {
            journal.limit(sql.executeQuery("PRAGMA page_count").getInt(1));
        }
        assertThat(journal.accepted("job 2", "an account", large()).join()).isEqualTo(Kept.DISK_FULL);
        journal.limit(1_000_000);
        assertThat(journal.accepted("job 2", "an account", large()).join()).isEqualTo(Kept.SAFE);
        assertThat(new JobArchive(database).unfinished("an account")).extracting(JobRecord::id).containsExactly("job 1", "job 2");
    }

    private static ChangeSet large() {
        Person draft = new Person().setNames(List.of(new Name().setGivenName("x".repeat(1000))));
        return new ChangeSet("Large", IntStream.range(0, 500).mapToObj(i -> new Change.Create(draft, "")).toList(), EMAILS);
    }
}

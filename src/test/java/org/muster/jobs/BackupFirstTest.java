package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.people.Answer;
import org.muster.people.ErrorCause;
import org.muster.practice.Fault;
import org.muster.store.Backup;
import org.muster.store.BackupEntry;
import org.muster.store.Backups;

/** Before anything in an account is changed for the first time in a day, all of it lies in a backup. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class BackupFirstTest {
    private static final String LIST = "people.connections.list";
    private static final String DELETE = "people.batchDeleteContacts";

    @TempDir
    Path folder;
    private final JobWorld world = new JobWorld();
    private final MovingClock clock = new MovingClock();
    private Backups backups;
    private LaneJobService service;

    @BeforeEach
    void open() {
        backups = new Backups(folder.resolve("backups"), clock);
        service = service(backups);
    }

    @AfterEach
    void close() {
        world.waiter.thaw();
        world.server.faults().clear();
        service.close();
        world.close();
    }

    private LaneJobService service(Backups kept) {
        return new LaneJobService(world.journal, JobSettings.standard().with(world.waiter), kept);
    }

    private Job submit(List<? extends Change> changes) {
        return service.submit(world.lane(), new ChangeSet("a job", changes, JobWorld.FIELDS));
    }

    private Job run(List<? extends Change> changes) {
        return JobWorld.finish(submit(changes));
    }

    private List<Change> deletes(int count) {
        return world.load().stream().limit(count).<Change>map(Change.Delete::new).toList();
    }

    private static Backup read(BackupEntry entry) {
        return switch (Backup.read(entry.file())) {
            case Backup.Read.Ok(Backup backup) -> backup;
            case Backup.Read.Bad(var problem) -> throw new AssertionError(problem.toString());
        };
    }

    private List<String> days() {
        return backups.list("practice").stream().map(BackupEntry::name).toList();
    }

    private static void awaitState(Job job, JobState state) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        job.addListener(j -> {
            if (j.snapshot().state() == state) {
                reached.countDown();
            }
        });
        if (job.snapshot().state() != state) {
            assertThat(reached.await(20, TimeUnit.SECONDS)).as("is %s", job.snapshot()).isTrue();
        }
    }

    @Test
    void theFirstJobOfADayBacksUpAndTheSecondDoesNot() throws IOException {
        world.given(3);
        world.server.log().clear();
        Job job = submit(deletes(1));
        List<BackingUp> seen = Collections.synchronizedList(new ArrayList<>());
        job.addListener(j -> j.snapshot().backingUp().ifPresent(seen::add));
        JobWorld.finish(job);

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1));
        assertThat(world.server.log().entries()).extracting(e -> e.methodId()).endsWith(LIST, DELETE);
        assertThat(days()).containsExactly("2026-11-22");
        Backup backup = read(backups.list("practice").getFirst());
        assertThat(backup.contacts()).hasSize(3);
        assertThat(backup.header().account()).isEqualTo("practice");
        assertThat(backup.header().taken()).isEqualTo(clock.instant());
        assertThat(backup.header().labels()).extracting(Label::name).contains("Starred");
        assertThat(seen).contains(new BackingUp(3, 3));
        assertThat(job.snapshot().backingUp()).isEmpty();
        assertThat(Files.getPosixFilePermissions(backup.file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(backup.file().getParent())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var files = Files.list(backup.file().getParent())) {
            assertThat(files).as("nothing half written").containsExactly(backup.file());
        }

        List<Change> more = deletes(1);
        world.server.log().clear();
        run(more);
        assertThat(world.server.log().count(LIST)).isZero();
        assertThat(read(backups.list("practice").getFirst()).contacts()).hasSize(3);

        clock.day("2026-11-23");
        run(deletes(1));
        assertThat(days()).containsExactly("2026-11-23", "2026-11-22");
        assertThat(read(backups.list("practice").getFirst()).contacts()).hasSize(1);
    }

    @Test
    void whatAnEarlierRunHasBackedUpTodayIsNotBackedUpAgain() {
        world.given(2);
        run(deletes(1));
        List<Change> more = deletes(1);
        try (LaneJobService later = service(new Backups(folder.resolve("backups"), clock))) {
            world.server.log().clear();
            JobWorld.finish(later.submit(world.lane(), new ChangeSet("later", more, JobWorld.FIELDS)));
            assertThat(world.server.log().count(LIST)).isZero();
        }
        assertThat(read(backups.list("practice").getFirst()).contacts()).hasSize(2);
    }

    @Test
    void everyFieldIsInItAlsoWhatAListingCuts() {
        JsonObject person = JsonParser.parseString("""
                {"names":[{"givenName":"Ada","familyName":"Łovelace 😀"}],"biographies":[{"value":"two\\nlines"}],"birthdays":[{"date":{"month":12,"day":10}}],
                 "userDefined":[{"key":"k","value":"v"}],"clientData":[{"key":"k","value":"v"}],"organizations":[{"name":"A","title":"T"}]}""").getAsJsonObject();
        JsonArray emails = new JsonArray();
        IntStream.range(0, 150).forEach(i -> {
            JsonObject email = new JsonObject();
            email.addProperty("value", "a" + i + "@example.org");
            emails.add(email);
        });
        person.add("emailAddresses", emails);
        String name = world.server.putContact(person);
        world.given(1_100);
        run(List.of(JobWorld.create("New")));

        Backup backup = read(backups.list("practice").getFirst());
        assertThat(backup.contacts()).hasSize(1_101).extracting(Contact::resourceName).doesNotHaveDuplicates();
        Contact kept = backup.contacts().stream().filter(c -> c.resourceName().equals(name)).findFirst().orElseThrow();
        Answer<Map<String, Answer<Contact>>> asked = world.gateway.batchGet(List.of(name), Safekeeping.FIELDS, Set.of(ReadSource.CONTACT));
        Contact there = ((Answer.Ok<Contact>) ((Answer.Ok<Map<String, Answer<Contact>>>) asked).value().get(name)).value();
        assertThat(kept.copy()).isEqualTo(there.copy());
        assertThat(kept.items(PersonField.EMAIL_ADDRESSES)).hasSize(150);
        assertThat(kept.loaded()).isEqualTo(there.loaded());
        assertThat(kept.items(PersonField.PHOTOS)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "HANG.*", mode = EnumSource.Mode.MATCH_NONE)
    void troubleWithReadingIsWaitedOut(Fault fault) {
        world.given(1_100);
        List<Change> deletes = deletes(1);
        world.server.log().clear();
        world.server.faults().next(fault, "contactGroups.list");
        world.server.faults().next(fault, LIST, 2);
        Job job = run(deletes);
        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1));
        assertThat(read(backups.list("practice").getFirst()).contacts()).hasSize(1_100);
        assertThat(world.server.log().count(LIST)).as("begun anew").isGreaterThanOrEqualTo(3);
        if (!fault.name().startsWith("CUT")) { // Java asks once more by itself when a connection is cut
            assertThat(world.waiter.waits()).isNotEmpty();
        }
    }

    @Test
    void aLabelThatIsMadeIsAChangeToo() {
        world.given(2);
        world.server.log().clear();
        assertThat(service.labelMaker().makeAll(world.lane(), List.of("Choir", "Cooks"), BackupNow.Watcher.nobody())).isInstanceOf(Answer.Ok.class);
        assertThat(world.server.log().entries()).extracting(e -> e.methodId()).containsExactly("contactGroups.list", LIST, "contactGroups.create", "contactGroups.create");
        assertThat(read(backups.list("practice").getFirst()).contacts()).hasSize(2);
        assertThat(read(backups.list("practice").getFirst()).header().labels()).extracting(Label::name).doesNotContain("Choir");
        assertThat(service.labelMaker().makeAll(world.lane(), List.of("Choir", "Bakers"), BackupNow.Watcher.nobody())).as("one that is there is as good").isInstanceOf(Answer.Ok.class);
        run(deletes(1));
        assertThat(days()).hasSize(1);
    }

    @Test
    void aLabelThatNobodyWantsAnyMoreIsNotMadeAndThatIsNoTroubleWithTheBackup() {
        world.given(2);
        BackupNow.Watcher gone = new Watching() {
            @Override
            public boolean ended() {
                return true;
            }
        };
        assertThat(service.labelMaker().make(world.lane(), "Choir", gone)).isInstanceOfSatisfying(Answer.Failed.class, f -> assertThat(((Answer.Failed<?>) f).error().cause()).isEqualTo(ErrorCause.CANCELLED));
        assertThat(backups.list("practice")).isEmpty();
        run(deletes(1));
        assertThat(service.labelMaker().make(world.lane(), "Choir", gone)).as("also where no backup is due").isInstanceOf(Answer.Failed.class);
        assertThat(world.server.log().count("contactGroups.create")).isZero();
    }

    @Test
    void noLabelIsMadeWithoutTheBackup() throws IOException {
        world.given(2);
        Path place = Files.writeString(folder.resolve("backups"), "a file where the folder should be");
        world.server.log().clear();
        assertThat(service.labelMaker().make(world.lane(), "Choir", BackupNow.Watcher.nobody())).isInstanceOfSatisfying(Answer.Failed.class, f -> assertThat(((Answer.Failed<?>) f).error().cause()).isEqualTo(ErrorCause.NOT_BACKED_UP));
        Files.delete(place);
        world.token.set("nonsense");
        assertThat(service.labelMaker().make(world.lane(), "Choir", BackupNow.Watcher.nobody())).isInstanceOfSatisfying(Answer.Failed.class, f -> assertThat(((Answer.Failed<?>) f).error().cause()).isEqualTo(ErrorCause.SIGNED_OUT));
        assertThat(world.server.log().count("contactGroups.create")).isZero();
    }

    @Test
    void whatCannotBeWrittenPausesTheJobUntilItIsMended() throws Exception {
        world.given(2);
        Files.writeString(folder.resolve("backups"), "a file where the folder should be");
        List<Change> deletes = deletes(2);
        Job job = submit(deletes);
        awaitState(job, JobState.PAUSED);
        assertThat(job.snapshot().problem().orElseThrow().cause()).isEqualTo(ErrorCause.NOT_BACKED_UP);
        job.resume();
        assertThat(world.server.contactCount()).isEqualTo(2);

        Files.delete(folder.resolve("backups"));
        while (!job.snapshot().state().ended()) { // it may pause once more, when it was quicker than the mending
            awaitAnyOf(job);
            job.resume();
        }
        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 2));
        assertThat(read(backups.list("practice").getFirst()).contacts()).hasSize(2);
    }

    private static void awaitAnyOf(Job job) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        job.addListener(j -> {
            if (j.snapshot().state() == JobState.PAUSED || j.snapshot().state().ended()) {
                reached.countDown();
            }
        });
        if (job.snapshot().state() != JobState.PAUSED && !job.snapshot().state().ended()) {
            assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aJobThatSendsNothingNeedsNone() {
        Job job = run(List.of(new Change.Create(new com.google.api.services.people.v1.model.Person(), "row 1")));
        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.FAILED, 1));
        assertThat(days()).isEmpty();
    }

    @Test
    void aJobCancelledMeanwhileSendsNothingAndLeavesNothing() throws InterruptedException {
        world.given(1);
        List<Change> deletes = deletes(1);
        world.waiter.freeze();
        world.server.faults().next(Fault.UNAVAILABLE_503_BEFORE, LIST);
        Job job = submit(deletes);
        world.waiter.awaitWait();
        job.cancel();
        JobWorld.finish(job);
        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.SKIPPED, 1));
        assertThat(world.server.contactCount()).isEqualTo(1);
        assertThat(days()).isEmpty();
    }

    @Test
    void aJobThatRunsPastMidnightBacksUpTheNewDayBetweenTwoBatches() {
        WatchedGateway watched = new WatchedGateway(world.gateway);
        watched.onSending = number -> {
            if (number == 2) {
                clock.day("2026-11-23");
            }
        };
        Job job = JobWorld.finish(service.submit(new JobService.Lane("practice", watched, world.book), new ChangeSet("long", JobWorld.creates(700), JobWorld.FIELDS)));
        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 700));
        assertThat(days()).containsExactly("2026-11-23", "2026-11-22");
        assertThat(read(backups.list("practice").getFirst()).contacts()).as("what the first two batches made").hasSize(400);
        assertThat(watched.readsMeanwhile).hasValue(0);
    }

    @Test
    void accountsAndProcessesSideBySideMakeOneEach() throws Exception {
        world.given(300);
        List<Contact> all = world.load();
        try (LaneJobService other = service(new Backups(folder.resolve("backups"), clock))) {
            JobService.Lane stranger = new JobService.Lane("https://people.example.org/?a=*", world.gateway, new ContactBook());
            List<Job> jobs = List.of(
                    submit(List.of(new Change.Delete(all.get(0)))),
                    other.submit(world.lane(), new ChangeSet("beside", List.of(new Change.Delete(all.get(1))), JobWorld.FIELDS)),
                    other.submit(stranger, new ChangeSet("another", List.of(new Change.Delete(all.get(2))), JobWorld.FIELDS)));
            for (Job job : jobs) {
                assertThat(JobWorld.counts(JobWorld.finish(job))).isEqualTo(Map.of(OutcomeState.DONE, 1));
            }
            assertThat(days()).containsExactly("2026-11-22");
            assertThat(backups.list(stranger.id())).hasSize(1);
            try (var accounts = Files.list(folder.resolve("backups"))) {
                assertThat(accounts).hasSize(2);
            }
        }
    }

    @Test
    void aBackupThatIsAskedForNeverTakesThePlaceOfTheDaysFirst() {
        world.given(2);
        run(deletes(1));
        BackupNow.Taken taken = new BackupNow(JobSettings.standard().with(world.waiter)).take(world.gateway, labels -> backups.beginAnother("practice", labels), new Watching());
        assertThat(taken).isInstanceOf(BackupNow.Taken.Done.class);
        assertThat(days()).containsExactly("2026-11-22-120000", "2026-11-22");
        assertThat(read(backups.find("practice", "2026-11-22").orElseThrow()).contacts()).hasSize(2);
        assertThat(read(backups.find("practice", "2026-11-22-120000").orElseThrow()).contacts()).hasSize(1);
    }

    @Test
    void aServerThatStaysAwayEndsWhatWasAskedForAfterAFewMinutes() {
        world.token.set("nonsense");
        BackupNow now = new BackupNow(JobSettings.standard().with(world.waiter));
        assertThat(now.take(world.gateway, labels -> backups.beginAnother("practice", labels), new Watching())).isInstanceOf(BackupNow.Taken.Unread.class);
        assertThat(world.waiter.waits()).isEmpty();
        world.token.set(world.server.token());
        IntStream.range(0, 40).forEach(i -> world.server.faults().next(Fault.UNAVAILABLE_503_BEFORE, LIST));
        Watching watching = new Watching();
        BackupNow.Taken taken = now.take(world.gateway, labels -> backups.beginAnother("practice", labels), watching);
        assertThat(taken).isInstanceOfSatisfying(BackupNow.Taken.Unread.class, unread -> assertThat(unread.error().cause()).isEqualTo(ErrorCause.SERVER));
        assertThat(watching.waits).isGreaterThan(3);
        assertThat(days()).isEmpty();
    }

    @Test
    void aClockThatIsPutForwardOrBackMakesItNeitherGiveUpNorTryForEver() {
        world.given(1);
        BackupNow now = new BackupNow(JobSettings.standard().with(world.waiter));
        for (Duration jump : List.of(Duration.ofHours(10), Duration.ofMinutes(-10))) {
            world.server.faults().next(Fault.UNAVAILABLE_503_BEFORE, LIST);
            world.server.faults().next(Fault.UNAVAILABLE_503_BEFORE, LIST);
            assertThat(now.take(world.gateway, labels -> backups.beginAnother("practice", labels), new Watching(() -> world.waiter.jump(jump)))).isInstanceOf(BackupNow.Taken.Done.class);
        }
        IntStream.range(0, 60).forEach(i -> world.server.faults().next(Fault.UNAVAILABLE_503_BEFORE, LIST));
        Watching watching = new Watching(() -> world.waiter.jump(Duration.ofMinutes(-10)));
        assertThat(now.take(world.gateway, labels -> backups.beginAnother("practice", labels), watching)).isInstanceOf(BackupNow.Taken.Unread.class);
        assertThat(watching.waits).isLessThan(20);
    }

    private static class Watching implements BackupNow.Watcher {
        private final Runnable meanwhile;
        int waits;

        Watching() {
            this(() -> { });
        }

        Watching(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public void progress(int read, int total) { }

        @Override
        public void waiting(org.muster.people.ApiError error, Duration time) {
            waits++;
            meanwhile.run();
        }

        @Override
        public boolean ended() {
            return false;
        }
    }

    @Test
    void onlyThirtyDaysAreKept() {
        IntStream.rangeClosed(1, 30).forEach(day -> {
            clock.day("2026-12-" + (day < 10 ? "0" : "") + day);
            finished(backups.begin("practice", List.of()));
        });
        finished(backups.beginAnother("practice", List.of()));
        assertThat(days()).hasSize(31).endsWith("2026-12-01");
        clock.day("2026-12-31");
        Safekeeping.Copy next = backups.begin("practice", List.of());
        assertThat(days()).as("not before the new one is there").endsWith("2026-12-01");
        finished(next);
        assertThat(days()).hasSize(31).endsWith("2026-12-02").startsWith("2026-12-31");

        clock.day("2020-02-29");
        finished(backups.begin("practice", List.of()));
        assertThat(backups.due("practice")).as("what was just made stays, however wrong the clock is").isFalse();
        assertThat(days()).contains("2020-02-29");
    }

    private static void finished(Safekeeping.Copy copy) {
        try (copy) {
            assertThat(copy.finish()).isEqualTo(Kept.SAFE);
        }
    }

    @Test
    void whatWasEndedInTheMiddleCountsForNothing() throws IOException {
        List<Contact> all = world.given(5);
        Safekeeping.Copy killed = backups.begin("practice", List.of());
        assertThat(killed.add(all)).isEqualTo(Kept.SAFE);
        Backups later = new Backups(folder.resolve("backups"), clock);
        assertThat(later.list("practice")).isEmpty();
        assertThat(later.due("practice")).isTrue();
        finished(later.begin("practice", List.of()));
        assertThat(later.list("practice")).hasSize(1);
        try (var files = Files.list(later.of("practice"))) {
            assertThat(files).as("another process may be writing it").hasSize(2);
        }
        clock.day("2126-11-25");
        finished(later.begin("practice", List.of()));
        try (var files = Files.list(later.of("practice"))) {
            assertThat(files).allMatch(file -> file.toString().endsWith(".jsonl"));
        }
        killed.close();
    }

    @Test
    void damageIsRecognisedAndSaidWhere() throws IOException {
        world.given(3);
        run(deletes(1));
        Path file = backups.list("practice").getFirst().file();
        byte[] whole = Files.readAllBytes(file);
        Path cut = folder.resolve("cut.jsonl");
        for (int length = 0; length < whole.length - 1; length += 1) {
            Files.write(cut, java.util.Arrays.copyOf(whole, length));
            int line = 1 + (int) new String(whole, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();
            boolean endsALine = whole[length] == '\n'; // then it is the next one that is missing
            int at = length;
            Optional<Integer> said = Backup.read(cut) instanceof Backup.Read.Bad(var problem) ? Optional.of(problem.line()) : Optional.empty();
            assertThat(said).as("cut after %s bytes", at).contains(endsALine ? line + 1 : line);
        }
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        Backups later = new Backups(folder.resolve("backups"), clock);
        assertThat(later.due("practice")).as("a cut one is none").isTrue();
        try (LaneJobService again = service(later)) {
            JobWorld.finish(again.submit(world.lane(), new ChangeSet("again", deletes(1), JobWorld.FIELDS)));
        }
        assertThat(read(later.list("practice").getFirst()).contacts()).hasSize(2);
        assertThat(file.resolveSibling(file.getFileName() + ".damaged")).exists();
    }
}

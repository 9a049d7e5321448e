package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.PersonField;
import org.muster.people.GooglePeopleGateway;
import org.muster.practice.Fault;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.RequestLog;
import org.muster.practice.SampleData;
import org.muster.store.Database;
import org.muster.store.SqliteJournal;

/** Jobs of many accounts, with one journal on the disk: side by side, and strictly one after another within an account. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class LanesTest {
    private static final int ACCOUNTS = 20;
    private static final int CONTACTS = 250;
    private static final String UPDATE = "people.batchUpdateContacts";

    private record Place(PracticeServer server, JobService.Lane lane) {}

    @TempDir
    Path folder;

    private final List<Place> accounts = new ArrayList<>();
    private SqliteJournal journal;
    private LaneJobService service;

    @BeforeEach
    void open() throws Exception {
        journal = new SqliteJournal(Database.open(folder.resolve("muster.db")), Clock.systemUTC());
        service = new LaneJobService(journal, JobSettings.standard().with(new JumpingWaiter(time -> { })));
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(account(i));
        }
    }

    private static Place account(int number) throws IOException {
        PracticeServer server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()));
        IntStream.range(0, CONTACTS).forEach(i -> server.putContact(named("Person " + i)));
        GooglePeopleGateway gateway = GooglePeopleGateway.withToken(server.endpoint(), server::token);
        return new Place(server, new JobService.Lane("account " + number, gateway, new ContactBook()));
    }

    private static JsonObject named(String given) {
        JsonObject name = new JsonObject();
        name.addProperty("givenName", given);
        JsonArray names = new JsonArray();
        names.add(name);
        JsonObject person = new JsonObject();
        person.add("names", names);
        return person;
    }

    @AfterEach
    void close() {
        accounts.forEach(account -> account.server().faults().clear());
        service.close();
        accounts.forEach(account -> account.server().close());
        journal.close();
    }

    @Test
    void noAccountWaitsForAnotherAndNoneHasTwoMutatesInFlight() throws InterruptedException {
        accounts.forEach(account -> {
            load(account);
            account.server().faults().next(Fault.HANG_AFTER, UPDATE);
        });
        List<Job> first = accounts.stream().map(account -> edit(account, contact -> JobWorld.rename(contact, "Ada"))).toList();
        List<Job> second = accounts.stream().map(account -> edit(account, contact -> JobWorld.email(contact, "ada@example.org"))).toList();

        // Every account has a batch under way, and none has been answered: nobody waits for anybody.
        for (Place account : accounts) {
            while (account.server().log().count(UPDATE) < 1) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("it took too long");
                }
                Thread.onSpinWait();
            }
        }
        assertThat(first).extracting(job -> job.snapshot().count(OutcomeState.DONE)).containsOnly(0);

        // One account goes on hanging. All others come to their end.
        Place blocked = accounts.getFirst();
        accounts.stream().skip(1).forEach(account -> account.server().faults().release());
        for (int i = 1; i < ACCOUNTS; i++) {
            first.get(i).await();
            second.get(i).await();
        }
        assertThat(first.getFirst().snapshot().state()).isEqualTo(JobState.RUNNING);
        assertThat(second.getFirst().snapshot().state()).isEqualTo(JobState.QUEUED);
        assertThat(mutates(blocked)).hasSize(1);
        blocked.server().faults().release();
        first.getFirst().await();
        second.getFirst().await();

        assertThat(first).allSatisfy(job -> assertThat(JobWorld.counts(job)).containsOnlyKeys(OutcomeState.DONE));
        assertThat(second).allSatisfy(job -> assertThat(JobWorld.counts(job)).containsOnlyKeys(OutcomeState.DONE));
        assertThat(accounts).allSatisfy(account -> {
            List<RequestLog.Entry> mutates = mutates(account);
            assertThat(mutates).extracting(RequestLog.Entry::items).containsExactly(200, 50, 200, 50);
            assertThat(account.server().log().maxMutatesInFlight()).isOne();
            for (int i = 1; i < mutates.size(); i++) {
                assertThat(mutates.get(i).startNanos()).isGreaterThan(mutates.get(i - 1).endNanos());
            }
            assertThat(load(account)).hasSize(CONTACTS).allSatisfy(contact -> {
                assertThat(JobWorld.given(contact)).isEqualTo("Ada");
                assertThat(contact.items(PersonField.EMAIL_ADDRESSES)).hasSize(1);
            });
        });
    }

    private Job edit(Place account, Function<Contact, Change> edit) {
        return service.submit(account.lane(), new ChangeSet("edit", account.lane().book().contacts().stream().map(edit).toList(), JobWorld.FIELDS));
    }

    private static List<RequestLog.Entry> mutates(Place account) {
        return account.server().log().entries().stream().filter(entry -> entry.methodId().equals(UPDATE)).toList();
    }

    private static List<Contact> load(Place account) {
        List<Contact> all = new ArrayList<>();
        account.lane().gateway().list(JobWorld.FIELDS, Set.of(), page -> all.addAll(page.contacts()));
        account.lane().book().replaceAll(all);
        return all;
    }
}

package org.muster.jobs;

import com.google.api.services.people.v1.model.Biography;
import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.Answer;
import org.muster.people.GooglePeopleGateway;
import org.muster.people.PeopleGateway;
import org.muster.people.Timeouts;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;

/** A practice account and a job service on it, in a time that jumps. */
final class JobWorld implements AutoCloseable {
    static final FieldMask FIELDS = FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES, PersonField.BIOGRAPHIES, PersonField.MEMBERSHIPS);

    final PracticeServer server;
    final JumpingWaiter waiter;
    final MemoryJournal journal = new MemoryJournal();
    final ContactBook book = new ContactBook();
    final AtomicReference<String> token;
    final PeopleGateway gateway;
    final LaneJobService service;

    JobWorld() {
        try {
            server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        waiter = new JumpingWaiter(server::advance);
        token = new AtomicReference<>(server.token());
        gateway = GooglePeopleGateway.withToken(server.endpoint(), token::get, new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30)));
        service = new LaneJobService(journal, JobSettings.standard().with(waiter));
    }

    /** A gateway that gives up soon, for faults that hang. */
    PeopleGateway impatient() {
        return GooglePeopleGateway.withToken(server.endpoint(), token::get, new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(400)));
    }

    JobService.Lane lane() {
        return new JobService.Lane("practice", gateway, book);
    }

    /** Puts contacts on the server that nobody had to create, and loads the book. */
    List<Contact> given(int count) {
        IntStream.range(0, count).forEach(i -> {
            JsonObject name = new JsonObject();
            name.addProperty("givenName", "Person");
            name.addProperty("familyName", "No" + i);
            JsonObject person = new JsonObject();
            JsonArray names = new JsonArray();
            names.add(name);
            person.add("names", names);
            server.putContact(person);
        });
        return load();
    }

    List<Contact> load() {
        List<Contact> all = listed(FIELDS);
        book.replaceAll(all);
        return all;
    }

    /** What the account holds by now, all lags over. */
    List<Contact> listed(FieldMask mask) {
        server.faults().clear();
        server.advance(Duration.ofMinutes(10));
        List<Contact> all = new ArrayList<>();
        Answer<Void> answer = gateway.list(mask, Set.of(), page -> all.addAll(page.contacts()));
        if (!(answer instanceof Answer.Ok<Void>)) {
            throw new AssertionError(answer.toString());
        }
        return all;
    }

    Job run(Change... changes) {
        return run(List.of(changes), FIELDS);
    }

    Job run(List<? extends Change> changes, FieldMask readBack) {
        return finish(submit(changes, readBack));
    }

    Job submit(List<? extends Change> changes, FieldMask readBack) {
        return service.submit(lane(), new ChangeSet("a job", changes, readBack));
    }

    static Job finish(Job job) {
        try {
            job.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return job;
    }

    static Person named(String given) {
        return new Person().setNames(List.of(new Name().setGivenName(given)));
    }

    static Change.Create create(String given) {
        return new Change.Create(named(given), "");
    }

    static List<Change> creates(int count) {
        return creates(count, i -> false);
    }

    /** @param bad which of them Google refuses, for two notes */
    static List<Change> creates(int count, Predicate<Integer> bad) {
        return IntStream.range(0, count).<Change>mapToObj(i -> {
            Person person = named("New" + i);
            if (bad.test(i)) {
                person.setBiographies(List.of(new Biography().setValue("one"), new Biography().setValue("two")));
            }
            return new Change.Create(person, "row " + (i + 1));
        }).toList();
    }

    static Change.Update rename(Contact before, String given) {
        return new Change.Update(before, before.copy().setNames(List.of(new Name().setGivenName(given))), FieldMask.of(PersonField.NAMES));
    }

    static Change.Update email(Contact before, String address) {
        return new Change.Update(before, before.copy().setEmailAddresses(List.of(new EmailAddress().setValue(address))), FieldMask.of(PersonField.EMAIL_ADDRESSES));
    }

    static Map<OutcomeState, Integer> counts(Job job) {
        Map<OutcomeState, Integer> counts = new EnumMap<>(OutcomeState.class);
        job.outcomes().forEach(o -> counts.merge(o.state(), 1, Integer::sum));
        return counts;
    }

    static String given(Contact contact) {
        return contact.items(PersonField.NAMES).isEmpty() ? "" : ((Name) contact.items(PersonField.NAMES).getFirst()).getGivenName();
    }

    @Override
    public void close() {
        server.faults().clear();
        waiter.thaw();
        service.close();
        server.close();
    }
}

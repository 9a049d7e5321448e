package org.muster.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import com.google.api.services.people.v1.model.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.FieldDiff;
import org.muster.changes.Reversal;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.Image;
import org.muster.jobs.JobState;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** What jobs have done is found again by whoever asks, without reading all of it. */
class HistoryTest {
    private static final FieldMask EMAILS = FieldMask.of(PersonField.EMAIL_ADDRESSES);
    private static final ApiError REFUSED = new ApiError(ErrorCause.TOO_LONG, 400, "INVALID_ARGUMENT", "R", "too long");

    @TempDir
    Path folder;
    private Database database;
    private SqliteJournal journal;
    private History history;
    private Instant now = Instant.parse("2026-11-14T10:00:00Z");
    private int jobs;

    @BeforeEach
    void open() throws StoreProblem {
        database = Database.open(folder.resolve("muster.db"));
        begin();
        history = new History(database);
    }

    private void begin() throws StoreProblem {
        InstantSource ticking = () -> now;
        journal = new SqliteJournal(database, ticking.withZone(ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static Person person(String name, String email) {
        Person person = new Person().setEmailAddresses(new ArrayList<>(List.of(new EmailAddress().setValue(email))));
        return name.isEmpty() ? person : person.setNames(new ArrayList<>(List.of(new Name().setGivenName(name).setDisplayName(name))));
    }

    private static Contact contact(String resourceName, String source, String name, String email) {
        Person person = person(name, email).setResourceName(resourceName).setEtag("e");
        if (source != null) {
            person.setMetadata(new PersonMetadata().setSources(List.of(new Source().setType("CONTACT").setId(source).setEtag("s"))));
        }
        return new Contact(person, FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES));
    }

    private static Contact ada() {
        return contact("people/c1", "s1", "Ada Lovelace", "ada@example.org");
    }

    private static Change create(String name) {
        return new Change.Create(person(name, "new@example.org"), "row 17");
    }

    private static Change update(Contact before, String email) {
        return new Change.Update(before, person(before.displayName(), email), EMAILS);
    }

    /** A job that was accepted, an hour after the one before. */
    private String accepted(String title, Change... changes) {
        String id = "job " + ++jobs;
        now = now.plus(Duration.ofHours(1));
        journal.accepted(id, "account", new ChangeSet(title, List.of(changes), EMAILS)).join();
        return id;
    }

    private void settled(String job, Change change, int row, OutcomeState state, Contact contact) {
        now = now.plus(Duration.ofMinutes(1));
        journal.settled(job, List.of(new Outcome(row, change, state, state == OutcomeState.DONE || state == OutcomeState.SKIPPED ? Optional.empty() : Optional.of(REFUSED), Optional.ofNullable(contact)))).join();
    }

    /** A job of one contact that is done. */
    private String done(String title, Change change, Contact after) {
        String job = accepted(title, change);
        settled(job, change, 0, OutcomeState.DONE, after);
        journal.ended(job, JobState.FINISHED).join();
        return job;
    }

    private List<String> titles(JobFilter filter) throws StoreProblem {
        return history.jobs("account", filter).stream().map(JobSummary::title).toList();
    }

    private List<String> titles(String words) throws StoreProblem {
        return titles(JobFilter.ALL.words(words));
    }

    private List<String> story(String... keys) throws StoreProblem {
        return history.contact("account", Set.of(keys)).stream().map(ContactEvent::jobTitle).toList();
    }

    @Test
    void aJobInNumbers() throws StoreProblem {
        Change[] changes = {create("One"), create("Two"), update(ada(), "a@b.example"), new Change.Delete(ada()), new Change.Delete(ada())};
        String job = accepted("A bit of everything", changes);
        Instant accepted = now;
        OutcomeState[] states = {OutcomeState.DONE, OutcomeState.FAILED, OutcomeState.CONFLICT, OutcomeState.UNKNOWN, OutcomeState.SKIPPED};
        for (int row = 0; row < states.length; row++) {
            settled(job, changes[row], row, states[row], row == 0 ? contact("people/c7", null, "One", "") : null);
        }
        journal.handled(job, List.of(1, 2)).join();
        journal.ended(job, JobState.CANCELLED).join();

        JobSummary summary = history.jobs("account", JobFilter.ALL).getFirst();
        assertThat(summary.id()).isEqualTo(job);
        assertThat(summary.accepted()).isEqualTo(accepted);
        assertThat(summary.ended()).contains(now);
        assertThat(summary.state()).contains(JobState.CANCELLED);
        assertThat(summary.size()).isEqualTo(5);
        assertThat(summary.kinds()).isEqualTo(Map.of(ChangeKind.CREATE, 2, ChangeKind.UPDATE, 1, ChangeKind.DELETE, 2, ChangeKind.PHOTO, 0));
        assertThat(summary.counts()).isEqualTo(Map.of(OutcomeState.DONE, 1, OutcomeState.FAILED, 1, OutcomeState.CONFLICT, 1, OutcomeState.UNKNOWN, 1, OutcomeState.SKIPPED, 1,
                OutcomeState.WAITING, 0, OutcomeState.SENT, 0));
        assertThat(summary.notDone()).isEqualTo(3);
        assertThat(summary.handled()).isEqualTo(2);
        assertThat(history.jobs("another account", JobFilter.ALL)).isEmpty();
    }

    @Test
    void aJobThatACrashCutOffIsThereWithWhatIsKnownOfIt() throws StoreProblem {
        Change[] changes = {create("One"), create("Two"), create("Three"), create("Four")};
        String job = accepted("Cut off", changes);
        journal.sending(job, List.of(0, 1, 2)).join();
        settled(job, changes[0], 0, OutcomeState.DONE, contact("people/c7", "s7", "One", ""));
        settled(job, changes[1], 1, OutcomeState.FAILED, null);
        journal.close(); // nothing more is ever heard of it
        begin();

        JobSummary summary = history.jobs("account", JobFilter.ALL).getFirst();
        assertThat(summary.ended()).isEmpty();
        assertThat(summary.state()).isEmpty();
        assertThat(summary.counts()).containsEntry(OutcomeState.DONE, 1).containsEntry(OutcomeState.FAILED, 1).containsEntry(OutcomeState.SENT, 1).containsEntry(OutcomeState.WAITING, 1);
        assertThat(titles("three")).containsExactly("Cut off");
        assertThat(history.contacts(job)).extracting(JobContact::state).containsExactly(OutcomeState.DONE, OutcomeState.FAILED, OutcomeState.SENT, OutcomeState.WAITING);
        assertThat(story("people/c7")).containsExactly("Cut off");
        assertThat(story("s7")).containsExactly("Cut off");
        assertThat(history.event(job, 2).orElseThrow().state()).isEqualTo(OutcomeState.SENT);
    }

    @Test
    void whatBecomesKnownAfterAJobHasEndedCounts() throws StoreProblem {
        Change create = create("One");
        String job = accepted("Unknown", create);
        settled(job, create, 0, OutcomeState.UNKNOWN, null);
        journal.ended(job, JobState.FINISHED).join();
        assertThat(history.jobs("account", JobFilter.ALL).getFirst().count(OutcomeState.UNKNOWN)).isOne();

        settled(job, create, 0, OutcomeState.DONE, contact("people/c7", null, "One", ""));

        assertThat(history.jobs("account", JobFilter.ALL).getFirst().counts()).containsEntry(OutcomeState.UNKNOWN, 0).containsEntry(OutcomeState.DONE, 1);
        assertThat(story("people/c7")).containsExactly("Unknown");
    }

    @Test
    void newestFirstAndOnlyWhatTheFilterLetsThrough() throws StoreProblem {
        Instant begin = now;
        done("Made", create("One"), contact("people/c7", null, "One", ""));
        Instant second = now;
        Change update = update(ada(), "a@b.example");
        String missed = accepted("Missed", update);
        settled(missed, update, 0, OutcomeState.FAILED, null);
        journal.ended(missed, JobState.FINISHED).join();
        Change delete = new Change.Delete(ada());
        String skipped = accepted("Skipped", delete);
        settled(skipped, delete, 0, OutcomeState.SKIPPED, null);
        journal.ended(skipped, JobState.CANCELLED).join();
        accepted("Open", new Change.Delete(ada()), create("Two"));

        assertThat(titles(JobFilter.ALL)).containsExactly("Open", "Skipped", "Missed", "Made");
        assertThat(titles(filter(JobFilter.Came.ALL_DONE))).containsExactly("Made");
        assertThat(titles(filter(JobFilter.Came.SOMETHING_MISSED))).containsExactly("Skipped", "Missed");
        assertThat(titles(filter(JobFilter.Came.UNFINISHED))).containsExactly("Open");
        assertThat(titles(filter(JobFilter.Came.ANYHOW, ChangeKind.CREATE))).containsExactly("Open", "Made");
        assertThat(titles(filter(JobFilter.Came.ANYHOW, ChangeKind.UPDATE, ChangeKind.DELETE))).containsExactly("Open", "Skipped", "Missed");
        assertThat(titles(filter(JobFilter.Came.SOMETHING_MISSED, ChangeKind.UPDATE))).containsExactly("Missed");
        assertThat(titles(between(begin, second))).containsExactly("Made");
        assertThat(titles(between(second, null))).containsExactly("Open", "Skipped", "Missed");
        assertThat(titles(between(null, begin.plus(Duration.ofHours(1))))).as("the end is not part of it").isEmpty();
    }

    private static JobFilter filter(JobFilter.Came came, ChangeKind... kinds) {
        return new JobFilter("", Set.of(kinds), came, Optional.empty(), Optional.empty());
    }

    private static JobFilter between(Instant from, Instant until) {
        return new JobFilter("", Set.of(), JobFilter.Came.ANYHOW, Optional.ofNullable(from), Optional.ofNullable(until));
    }

    @Test
    void jobsAreFoundByWordsOfTheirTitleAndOfOneOfTheirContacts() throws StoreProblem {
        done("Delete 3 contacts", new Change.Delete(contact("people/c1", "s1", "Élodie Fontaine", "")), null);
        accepted("Import", create("Zoë Smith"), create("ŁUKASZ van den Berg\nthe second"), create(""), create("渡辺 美咲"));

        assertThat(titles("elodie")).containsExactly("Delete 3 contacts");
        assertThat(titles("FONTAINE élo")).containsExactly("Delete 3 contacts");
        assertThat(titles("delete fontaine")).as("title and name together").containsExactly("Delete 3 contacts");
        assertThat(titles("zoe")).containsExactly("Import");
        assertThat(titles("lukasz second")).containsExactly("Import");
        assertThat(titles("美咲")).containsExactly("Import");
        assertThat(titles("import")).containsExactly("Import");
        assertThat(titles("zoe berg")).as("two people").isEmpty();
        assertThat(titles("mith")).as("not at the beginning of a word").isEmpty();
        assertThat(titles("import %")).isEmpty();
        assertThat(titles("  ")).hasSize(2);
        assertThat(history.jobs("account", JobFilter.ALL.words("second")).getFirst().found()).contains("ŁUKASZ van den Berg\nthe second");
        assertThat(history.jobs("account", JobFilter.ALL.words("import")).getFirst().found()).isEmpty();
    }

    @Test
    void theContactsOfAJob() throws StoreProblem {
        Contact renamed = contact("people/c8", "s1", "Ada Lovelace", "");
        Change[] changes = {create("One"), update(ada(), "a@b.example"), new Change.Delete(contact("people/c2", null, "", "x@y.example"))};
        String job = accepted("All kinds", changes);
        settled(job, changes[0], 0, OutcomeState.FAILED, null);
        settled(job, changes[1], 1, OutcomeState.DONE, renamed);
        journal.handled(job, List.of(0)).join();

        assertThat(history.contacts(job)).containsExactly(
                new JobContact(0, ChangeKind.CREATE, "One", "row 17", "", OutcomeState.FAILED, Optional.of(REFUSED), true),
                new JobContact(1, ChangeKind.UPDATE, "Ada Lovelace", "", "people/c8", OutcomeState.DONE, Optional.empty(), false),
                new JobContact(2, ChangeKind.DELETE, "x@y.example", "", "people/c2", OutcomeState.WAITING, Optional.empty(), false));
        assertThat(history.contacts("no such job")).isEmpty();
        ContactEvent event = history.event(job, 1).orElseThrow();
        assertThat(FieldDiff.changesOf((Change.Update) event.change())).singleElement().satisfies(diff -> {
            assertThat(diff.before()).extracting(i -> i.get("value")).containsExactly("ada@example.org");
            assertThat(diff.after()).extracting(i -> i.get("value")).containsExactly("a@b.example");
        });
        assertThat(event.at()).isEqualTo(now);
        assertThat(history.event(job, 0).orElseThrow().error()).contains(REFUSED);
        assertThat(history.event(job, 99)).isEmpty();
        assertThat(history.event("no such job", 0)).isEmpty();
    }

    @Test
    void theStoryOfAContactUnderEveryNameItHad() throws StoreProblem {
        done("Somebody else", new Change.Delete(contact("people/c11", "s11", "Ada too", "")), null);
        done("Made", create("Ada"), contact("people/c1", "s1", "Ada", ""));
        done("Renamed by Google", update(contact("people/c1", "s1", "Ada", "a"), "b"), contact("people/g5", "s1", "Ada", "b"));
        done("Edited", update(contact("people/g5", "s1", "Ada", "b"), "c"), contact("people/g5", "s1", "Ada", "c"));
        done("Renamed without a word", update(contact("people/g6", "s1", "Ada", "c"), "d"), contact("people/g6", "s1", "Ada", "d"));
        done("Deleted", new Change.Delete(contact("people/g6", null, "Ada", "d")), null);

        for (String name : List.of("people/c1", "people/g5", "people/g6", "s1")) {
            assertThat(story(name)).as(name).containsExactly("Made", "Renamed by Google", "Edited", "Renamed without a word", "Deleted");
        }
        assertThat(story("people/c11")).containsExactly("Somebody else");
        assertThat(story("people/c")).isEmpty();
        assertThat(history.contact("another account", Set.of("people/c1"))).isEmpty();
        assertThat(History.keys(ada())).containsExactlyInAnyOrder("people/c1", "s1");
    }

    @Test
    void aContactThatWasDeletedAndComesBackIsTheSame() throws StoreProblem {
        Change update = update(ada(), "b");
        done("Edited", update, ada());
        Change delete = new Change.Delete(ada());
        String deleted = accepted("Deleted", delete);
        Contact whole = contact("people/c1", "s1", "Ada Lovelace", "b");
        journal.saved(deleted, List.of(new Image(0, whole, Optional.empty(), false))).join();
        settled(deleted, delete, 0, OutcomeState.DONE, null);
        journal.ended(deleted, JobState.FINISHED).join();
        Change back = new Change.Create(person("Ada Lovelace", "b"), "", "people/c1");
        Change photo = new Change.SetPhoto("people/c1", "photo 1", "Ada Lovelace");
        String undo = "undo";
        now = now.plus(Duration.ofHours(1));
        journal.accepted(undo, "account", new ChangeSet("Undo", List.of(back, photo), EMAILS, Set.of(), Optional.of(new Reversal(deleted, List.of(0, 0))))).join();
        settled(undo, back, 0, OutcomeState.DONE, contact("people/c2", "s2", "Ada Lovelace", "b"));
        done("Edited again", update(contact("people/c2", "s2", "Ada Lovelace", "b"), "c"), contact("people/c2", "s2", "Ada Lovelace", "c"));

        for (String name : List.of("people/c1", "s1", "people/c2", "s2")) {
            assertThat(story(name)).as(name).containsExactly("Edited", "Deleted", "Undo", "Undo", "Edited again");
        }
        assertThat(history.event(deleted, 0).orElseThrow().change()).isInstanceOfSatisfying(Change.Delete.class,
                d -> assertThat(d.before().items(PersonField.EMAIL_ADDRESSES)).as("what it was, whole").hasSize(1));
        List<JobSummary> all = history.jobs("account", JobFilter.ALL);
        assertThat(all.get(1).reverses()).contains(deleted);
        assertThat(all.get(1).kinds()).containsEntry(ChangeKind.CREATE, 1).containsEntry(ChangeKind.PHOTO, 1);
        assertThat(all).extracting(JobSummary::reversed).containsExactly(false, false, true, false);
    }

    @Test
    void undoneIsWhatSomethingWasTakenBackOfAndNotDoneAgain() throws StoreProblem {
        Change create = create("Ada Lovelace");
        String made = done("Made", create, ada());
        Change away = new Change.Delete(ada());
        String undo = undo("undo", made, away);
        assertThat(undone()).as("nothing of it is sent yet").isEmpty();
        settled(undo, away, 0, OutcomeState.FAILED, null);
        journal.ended(undo, JobState.FINISHED).join();
        assertThat(undone()).as("the undo failed").isEmpty();
        String second = undo("second undo", made, away);
        settled(second, away, 0, OutcomeState.DONE, null);
        assertThat(undone()).containsExactly("Made");
        journal.ended(second, JobState.FINISHED).join();
        Change back = new Change.Create(person("Ada Lovelace", "new@example.org"), "", "people/c1");
        String redo = undo("redo", second, back);
        assertThat(undone()).containsExactly("Made");
        settled(redo, back, 0, OutcomeState.DONE, contact("people/c2", "s2", "Ada Lovelace", "b"));
        journal.ended(redo, JobState.FINISHED).join();
        assertThat(undone()).as("it was done again").containsExactly("second undo");
        assertThat(history.jobs("account", JobFilter.ALL)).filteredOn(JobSummary::again).extracting(JobSummary::title).containsExactly("redo");
    }

    @Test
    void aJobIsPartlyUndoneUntilAllThatWasDoneIsTakenBack() throws StoreProblem {
        Change first = create("Ada Lovelace");
        Change second = create("Grace Hopper");
        String made = accepted("Made", first, second);
        settled(made, first, 0, OutcomeState.DONE, ada());
        settled(made, second, 1, OutcomeState.DONE, contact("people/c9", "s9", "Grace Hopper", "g"));
        journal.ended(made, JobState.FINISHED).join();
        Change one = new Change.Delete(ada());
        Change other = new Change.Delete(contact("people/c9", "s9", "Grace Hopper", "g"));
        now = now.plus(Duration.ofHours(1));
        journal.accepted("undo", "account", new ChangeSet("undo", List.of(one, other), EMAILS, Set.of(), Optional.of(new Reversal(made, List.of(0, 1))))).join();
        settled("undo", one, 0, OutcomeState.DONE, null);
        settled("undo", other, 1, OutcomeState.CONFLICT, null);
        journal.ended("undo", JobState.FINISHED).join();
        assertThat(partlyUndone()).containsExactly("Made");
        now = now.plus(Duration.ofHours(1));
        journal.accepted("rest", "account", new ChangeSet("rest", List.of(other), EMAILS, Set.of(), Optional.of(new Reversal(made, List.of(1))))).join();
        settled("rest", other, 0, OutcomeState.DONE, null);
        assertThat(partlyUndone()).isEmpty();
        assertThat(undone()).containsExactly("Made");
    }

    private List<String> partlyUndone() throws StoreProblem {
        return history.jobs("account", JobFilter.ALL).stream().filter(JobSummary::partlyReversed).map(JobSummary::title).toList();
    }

    private String undo(String title, String job, Change change) {
        now = now.plus(Duration.ofHours(1));
        journal.accepted(title, "account", new ChangeSet(title, List.of(change), EMAILS, Set.of(), Optional.of(new Reversal(job, List.of(0))))).join();
        return title;
    }

    private List<String> undone() throws StoreProblem {
        return history.jobs("account", JobFilter.ALL).stream().filter(JobSummary::reversed).map(JobSummary::title).toList();
    }

    @Test
    void oneContactTwiceInAJobAndOneThatWasNeverMade() throws StoreProblem {
        Change[] changes = {create("One"), update(ada(), "a@b.example"), update(ada(), "c@d.example")};
        String job = accepted("Twice", changes);
        settled(job, changes[0], 0, OutcomeState.FAILED, null);
        settled(job, changes[1], 1, OutcomeState.DONE, ada());
        settled(job, changes[2], 2, OutcomeState.CONFLICT, ada());
        journal.ended(job, JobState.FINISHED).join();

        assertThat(history.contact("account", Set.of("people/c1"))).extracting(ContactEvent::row, ContactEvent::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, OutcomeState.DONE), org.assertj.core.groups.Tuple.tuple(2, OutcomeState.CONFLICT));
    }

    @Test
    void manyRowsKeepTheirPlaces() throws StoreProblem {
        Change[] changes = IntStream.range(0, 1_000).mapToObj(i -> i % 3 == 0 ? create("Name " + i) : update(contact("people/c" + i, "s" + i, "Name " + i, "e"), "f")).toArray(Change[]::new);
        String job = accepted("Many", changes);
        journal.settled(job, IntStream.range(0, changes.length).mapToObj(i -> new Outcome(i, changes[i], OutcomeState.DONE, Optional.empty(),
                Optional.of(contact(i % 5 == 0 ? "people/n" + i : "people/c" + i, "s" + i, "Name " + i, "f")))).toList()).join();
        journal.ended(job, JobState.FINISHED).join();

        for (String name : Stream.concat(Stream.of("people/n0", "people/c3", "people/n5", "people/c7", "people/n10", "people/n990", "people/c998"), Arrays.stream(new String[] {"s999"})).toList()) {
            assertThat(history.contact("account", Set.of(name))).as(name).extracting(ContactEvent::row).containsExactly(Integer.parseInt(name.replaceAll("\\D+", "")));
        }
        assertThat(history.jobs("account", JobFilter.ALL.words("name 777")).getFirst().found()).contains("Name 777");
        assertThat(history.contacts(job)).hasSize(1_000).allSatisfy(c -> assertThat(c.name()).isEqualTo("Name " + c.row()));
    }
}

package org.muster.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.ClientData;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import com.google.api.services.people.v1.model.Source;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.LabelsThen;
import org.muster.changes.Marker;
import org.muster.changes.Restore;
import org.muster.changes.Returns;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.JobState;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;

/** Nobody is brought back twice, however far the job came that was to do it. */
class ReturnsTest {
    private static final Restore.Wish EVERYTHING = new Restore.Wish(FieldMask.writable(), false, "a backup");

    @TempDir
    Path folder;
    private Database database;
    private SqliteJournal journal;

    @BeforeEach
    void open() throws StoreProblem {
        database = Database.open(folder.resolve("muster.db"));
        journal = new SqliteJournal(database, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static Contact contact(String name, String source, ClientData... data) {
        Person person = new Person().setResourceName("people/" + name).setEtag("e").setNames(List.of(new Name().setGivenName("Ada")))
                .setMetadata(new PersonMetadata().setSources(List.of(new Source().setType("CONTACT").setId(source))));
        return new Contact(data.length == 0 ? person : person.setClientData(List.of(data)), FieldMask.writable().plus(PersonField.METADATA));
    }

    private Change.Create comesBack(String job, String formerly) {
        Change.Create create = new Change.Create(new Person().setNames(List.of(new Name().setGivenName("Ada"))), "", "people/" + formerly);
        journal.accepted(job, "account", new ChangeSet("back", List.of(create), FieldMask.none())).join();
        return create;
    }

    private void settled(String job, Change change, OutcomeState state, String now) {
        journal.settled(job, List.of(new Outcome(0, change, state, Optional.empty(), Optional.ofNullable(now).map(n -> contact(n, n))))).join();
        journal.ended(job, JobState.FINISHED).join();
    }

    private Restore.Kind look(Contact then, Contact... now) throws StoreProblem {
        Returns returns = new JobArchive(database).returns("account");
        return new Restore(List.of(now), new LabelsThen(List.of(), List.of()), returns).look(then, EVERYTHING).kind();
    }

    @Test
    void byEveryNameItEverHad() throws StoreProblem {
        settled("one", comesBack("one", "a"), OutcomeState.DONE, "b");
        settled("two", comesBack("two", "b"), OutcomeState.DONE, "c");
        for (String name : List.of("a", "b", "c")) {
            assertThat(look(contact(name, "old"), contact("c", "new"))).as(name).isEqualTo(Restore.Kind.SAME);
        }
        assertThat(look(contact("x", "other"), contact("c", "new"))).isEqualTo(Restore.Kind.GONE);
        Restore.Found gone = new Restore(List.of(), new LabelsThen(List.of(), List.of()), new JobArchive(database).returns("account")).look(contact("a", "old"), EVERYTHING);
        assertThat(((Change.Create) gone.change().orElseThrow()).formerly()).as("under its last name").isEqualTo("people/c");
        assertThat(new JobArchive(database).returns("another account")).isEqualTo(Returns.NONE);
    }

    @Test
    void whatAJobHasYetToBringBackIsLeftToIt() throws StoreProblem {
        Change.Create create = comesBack("one", "a");
        assertThat(look(contact("a", "old"))).isEqualTo(Restore.Kind.COMING);
        settled("one", create, OutcomeState.SKIPPED, null);
        assertThat(look(contact("a", "old"))).isEqualTo(Restore.Kind.GONE);
    }

    @Test
    void whatMayHaveComeBackIsFoundByItsMarker() throws StoreProblem {
        Change.Create create = comesBack("one", "a");
        settled("one", create, OutcomeState.UNKNOWN, null);
        assertThat(look(contact("a", "old"))).as("nobody knows, so nobody makes another").isEqualTo(Restore.Kind.COMING);
        Contact marked = contact("b", "new", new ClientData().setKey(Marker.KEY).setValue(Marker.of("one", 0)));
        assertThat(look(contact("a", "old"), marked)).as("a marker is no difference either").isEqualTo(Restore.Kind.SAME);
        settled("one", create, OutcomeState.FAILED, null);
        assertThat(look(contact("a", "old"))).as("somebody has looked").isEqualTo(Restore.Kind.GONE);
    }

    @Test
    void whatGoogleHasGivenAnotherNameIsFoundByItsSource() throws StoreProblem {
        assertThat(look(contact("a", "1f"), contact("profile", "1f"))).isEqualTo(Restore.Kind.SAME);
    }
}

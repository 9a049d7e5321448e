package org.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import com.google.api.services.people.v1.model.Source;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.changes.Change;
import org.muster.changes.Reversal;
import org.muster.contacts.Contact;
import org.muster.jobs.JobRecord;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.jobs.Past;
import org.muster.people.ErrorCause;

/** A journal of step 2, which wrote a row for each contact, says the same when it is brought forward. */
@Execution(ExecutionMode.CONCURRENT)
class RowByRowTest {
    private static final int MANY = 600;

    @TempDir
    Path folder;
    private Database database;

    @BeforeEach
    void write() throws Exception {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("muster.db"))) {
            Schema.bringForward(db, 2);
            run(db, "INSERT INTO job (n, id, account, title, size, read_back, sources, accepted, ended, state) VALUES (1, 'gone', 'a', 'Delete many', 600, 'names', 'CONTACT', 1000, 9000, 'FINISHED')");
            for (int row = 0; row < MANY; row++) {
                Person person = person("people/c" + row, "Line\none " + row + " Łukasz");
                run(db, "INSERT INTO change (job, row, kind, contact, display, origin, mask, loaded, known) VALUES (1, ?, 'DELETE', ?, ?, '', '', 'names', ?)", row, person.getResourceName(), "Line\none " + row, PersonJson.write(person));
                run(db, "INSERT INTO image (job, row, person, loaded, photo, lost) VALUES (1, ?, ?, 'names,emailAddresses', ?, ?)", row, PersonJson.write(person), row == 3 ? "photo" : null, row == 4 ? 1 : 0);
                run(db, "INSERT INTO outcome (job, row, state, at) VALUES (1, ?, 'DONE', ?)", row, 2000 + row / 500);
            }
            run(db, "INSERT INTO request VALUES (1, 1, '0-499', 1500), (1, 2, '500-599', 1600)");
            run(db, "INSERT INTO job_index VALUES (1, 0, 0, 600, 0, 'delete many', ' people/c5 ')");
            run(db, "INSERT INTO job (n, id, account, title, size, read_back, sources, accepted, reverses) VALUES (2, 'back', 'a', 'Undo', 4, 'names', 'CONTACT', 10000, 'gone')");
            run(db, "INSERT INTO change (job, row, kind, display, origin, mask, loaded, wanted, formerly, reverses) VALUES (2, 0, 'CREATE', 'Zero', 'row 7', '', '', ?, 'people/c0', 0)", PersonJson.write(new Person().setNames(List.of(new Name().setGivenName("Zero")))));
            run(db, "INSERT INTO change (job, row, kind, contact, display, origin, mask, loaded, wanted, reverses) VALUES (2, 1, 'PHOTO', 'people/c0', 'Zero', '', '', '', 'photo', 0)");
            run(db, "INSERT INTO change (job, row, kind, contact, display, origin, mask, loaded, known, wanted, reverses) VALUES (2, 2, 'UPDATE', 'people/c9', 'Nine', '', 'names', 'names', ?, ?, 9)", PersonJson.write(person("people/c9", "Nine")), PersonJson.write(new Person().setNames(List.of(new Name().setGivenName("Nein")))));
            run(db, "INSERT INTO change (job, row, kind, display, origin, mask, loaded, wanted, formerly, reverses) VALUES (2, 3, 'CREATE', 'Ten', '', '', '', '{}', 'people/c10', 10)");
            run(db, "INSERT INTO outcome (job, row, state, at, contact, etag, source, source_etag, updated) VALUES (2, 0, 'DONE', 11000, 'people/c1000', 'e', 's1000', 'se', '2026-11-22T00:00:00Z')");
            run(db, "INSERT INTO outcome (job, row, state, at, cause, http, status, reason, message, contact, etag, theirs, theirs_loaded) VALUES (2, 2, 'CONFLICT', 11000, 'STALE_ETAG', 400, 'FAILED_PRECONDITION', '', 'has \"changed\"', 'people/c9', 'e9', ?, 'names')", PersonJson.write(person("people/c9", "Neuf")));
            run(db, "INSERT INTO request VALUES (2, 1, '0', 10500), (2, 2, '2', 10600), (2, 3, '3', 10700)");
            run(db, "INSERT INTO job_index VALUES (2, 2, 1, 0, 1, 'undo', '')");
        }
        database = Database.open(folder.resolve("muster.db"));
        assertThat(database.setAside()).isEmpty();
    }

    private static void run(Connection db, String statement, Object... values) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                sql.setObject(i + 1, values[i]);
            }
            sql.executeUpdate();
        }
    }

    private static Person person(String name, String given) {
        return new Person().setResourceName(name).setEtag("e").setMetadata(new PersonMetadata().setSources(List.of(new Source().setType("CONTACT").setId("s" + name).setEtag("v"))))
                .setNames(List.of(new Name().setGivenName(given))).setEmailAddresses(List.of(new EmailAddress().setValue("x@example.org")));
    }

    private static String given(Contact contact) {
        return contact.copy().getNames().getFirst().getGivenName();
    }

    @Test
    void whatWasDeletedIsRememberedRowByRow() throws StoreProblem {
        Past past = new JobArchive(database).past("gone").orElseThrow();

        assertThat(past.images()).hasSize(MANY);
        past.images().forEach((row, image) -> {
            assertThat(given(image.contact())).isEqualTo("Line\none " + row + " Łukasz");
            assertThat(image.contact().resourceName()).isEqualTo("people/c" + row);
            assertThat(image.photo()).isEqualTo(row == 3 ? Optional.of("photo") : Optional.empty());
            assertThat(image.photoLost()).isEqualTo(row == 4);
        });
        assertThat(past.job().outcomes()).hasSize(MANY).allSatisfy(outcome -> assertThat(outcome.state()).isEqualTo(OutcomeState.DONE));
        assertThat(past.job().outcomes()).allSatisfy(outcome -> assertThat(((Change.Delete) outcome.change()).before().resourceName()).isEqualTo("people/c" + outcome.row()));
        assertThat(new History(database).contacts("gone")).hasSize(MANY).allSatisfy(contact -> assertThat(contact.name()).isEqualTo("Line\none " + contact.row()));
        for (int row : new int[] {0, 249, 250, 599}) {
            assertThat(new History(database).event("gone", row)).hasValueSatisfying(event -> assertThat(((Change.Delete) event.change()).before().resourceName()).isEqualTo("people/c" + row));
        }
        assertThat(new History(database).event("gone", 599)).map(ContactEvent::at).contains(Instant.ofEpochMilli(2001));
    }

    @Test
    void whatTookItBackIsThereAsFarAsItCame() throws StoreProblem {
        JobRecord record = new JobArchive(database).unfinished("a").getFirst();

        assertThat(record.changes().reverses()).contains(new Reversal("gone", List.of(0, 0, 9, 10)));
        assertThat(record.outcomes()).extracting(Outcome::state).containsExactly(OutcomeState.DONE, OutcomeState.WAITING, OutcomeState.CONFLICT, OutcomeState.SENT);
        assertThat(record.outcomes().get(0).contact().orElseThrow().contactSource()).hasValueSatisfying(source ->
                assertThat(tuple(source.getId(), source.getEtag(), source.getUpdateTime())).isEqualTo(tuple("s1000", "se", "2026-11-22T00:00:00Z")));
        assertThat(record.outcomes().get(0).change()).isInstanceOfSatisfying(Change.Create.class, create -> assertThat(tuple(create.origin(), create.formerly())).isEqualTo(tuple("row 7", "people/c0")));
        assertThat(record.outcomes().get(1).change()).isEqualTo(new Change.SetPhoto("people/c0", "photo", "Zero"));
        assertThat(given(record.outcomes().get(2).contact().orElseThrow())).isEqualTo("Neuf");
        assertThat(record.outcomes().get(2).error()).hasValueSatisfying(error -> assertThat(tuple(error.cause(), error.httpStatus(), error.message())).isEqualTo(tuple(ErrorCause.STALE_ETAG, 400, "has \"changed\"")));
        assertThat(record.unanswered()).containsExactly(List.of(3));
        assertThat(new JobArchive(database).past("gone").orElseThrow().takenBack()).containsExactly(0);
        assertThat(new JobArchive(database).returns("a").coming()).isEqualTo(Set.of("people/c10"));
        assertThat(new History(database).jobs("a", JobFilter.ALL).getFirst().counts()).containsAllEntriesOf(Map.of(OutcomeState.DONE, 1, OutcomeState.SENT, 1, OutcomeState.WAITING, 1, OutcomeState.CONFLICT, 1));
    }
}

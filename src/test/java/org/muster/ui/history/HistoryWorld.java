package org.muster.ui.history;

import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Organization;
import com.google.api.services.people.v1.model.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.Image;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.JobState;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.jobs.SecondLook;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.people.GooglePeopleGateway;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.store.Database;
import org.muster.store.History;
import org.muster.store.JobArchive;
import org.muster.store.SqliteJournal;
import org.muster.store.StoreProblem;
import org.muster.ui.create.ChosenFiles;
import org.muster.ui.jobs.Pictures;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.Workspace;

/** A journal on the disk with a past, a practice account to go on with, and a window with nothing but sheets. */
final class HistoryWorld implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final String ACCOUNT = "practice";
    private static final FieldMask LOADED = FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES, PersonField.ORGANIZATIONS);

    final PracticeServer server;
    final Database database;
    final SqliteJournal journal;
    final LaneJobService jobs;
    final Workspace workspace;
    final SecondLook second;
    final Sheets sheets = new Sheets();
    final ChosenFiles dialogs = new ChosenFiles();
    final Optional<AccountHistory> history;
    Scene scene;
    private Instant now = NOON;
    private int past;

    HistoryWorld(Path folder) {
        try {
            server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()));
            database = Database.open(folder.resolve("muster.db"));
            InstantSource time = () -> now;
            journal = new SqliteJournal(database, time.withZone(ZoneOffset.UTC));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StoreProblem e) {
            throw new IllegalStateException(e);
        }
        jobs = new LaneJobService(journal, JobSettings.standard());
        GooglePeopleGateway gateway = GooglePeopleGateway.withToken(server.endpoint(), server::token);
        workspace = new Workspace("Practice account", new JobService.Lane(ACCOUNT, gateway, new ContactBook()), jobs, new VirtualThreads(), Clock.fixed(NOON, ZoneOffset.UTC));
        second = new SecondLook(gateway, workspace.book(), journal, JobSettings.standard());
        history = Optional.of(new AccountHistory(ACCOUNT, new History(database), new JobArchive(database)));
    }

    /** Shows the empty window. On the FX thread. */
    void open(Stage stage, double width, double height) {
        scene = Pictures.styled(new StackPane(new Region(), sheets.layer()), width, height);
        stage.setScene(scene);
        stage.show();
    }

    static Person person(String name, String email, String company) {
        Person person = new Person();
        if (!name.isEmpty()) {
            person.setNames(new ArrayList<>(List.of(new Name().setGivenName(name).setDisplayName(name))));
        }
        if (!email.isEmpty()) {
            person.setEmailAddresses(new ArrayList<>(List.of(new EmailAddress().setValue(email).setType("work"))));
        }
        if (!company.isEmpty()) {
            person.setOrganizations(new ArrayList<>(List.of(new Organization().setName(company))));
        }
        return person;
    }

    static Contact contact(String id, String name, String email, String company) {
        return new Contact(person(name, email, company).setResourceName("people/" + id).setEtag("e"), LOADED);
    }

    static Change create(String name, String email) {
        return new Change.Create(person(name, email, ""), "row 17");
    }

    static Change company(Contact before, String company) {
        return new Change.Update(before, person(before.displayName(), "", company), FieldMask.of(PersonField.ORGANIZATIONS));
    }

    /** A job of the past of which all is done. Of what it deleted all is kept. */
    String done(Instant at, String title, Change... changes) {
        return ended(at, title, List.of(changes), IntStream.range(0, changes.length).mapToObj(i -> OutcomeState.DONE).toList());
    }

    /** A job of the past that has come to its end after two minutes. */
    String ended(Instant at, String title, List<Change> changes, List<OutcomeState> states) {
        String id = stopped(at, title, changes, states);
        now = at.plus(Duration.ofMinutes(2));
        journal.ended(id, states.contains(OutcomeState.SKIPPED) ? JobState.CANCELLED : JobState.FINISHED).join();
        now = NOON;
        return id;
    }

    /** A job of the past that has not come to its end; what it has no state for was sent, but for the last. */
    String stopped(Instant at, String title, List<Change> changes, List<OutcomeState> states) {
        String id = "past-" + ++past;
        now = at;
        journal.accepted(id, ACCOUNT, new ChangeSet(title, changes, LOADED)).join();
        if (changes.size() > 1) {
            journal.sending(id, IntStream.range(0, changes.size() - 1).boxed().toList()).join();
        }
        journal.saved(id, IntStream.range(0, changes.size()).filter(row -> changes.get(row) instanceof Change.Delete)
                .mapToObj(row -> new Image(row, ((Change.Delete) changes.get(row)).before(), Optional.empty(), false)).toList()).join();
        journal.settled(id, IntStream.range(0, states.size()).mapToObj(row -> outcome(row, changes.get(row), states.get(row))).toList()).join();
        now = NOON;
        return id;
    }

    private static Outcome outcome(int row, Change change, OutcomeState state) {
        Optional<Contact> after = state != OutcomeState.DONE ? Optional.empty() : switch (change) {
            case Change.Create create -> Optional.of(contact("made" + create.displayName().hashCode(), create.displayName(), "", ""));
            case Change.Update update -> Optional.of(update.before());
            case Change.Delete delete -> Optional.empty();
            case Change.SetPhoto photo -> Optional.empty();
        };
        Optional<ApiError> error = switch (state) {
            case FAILED -> Optional.of(new ApiError(ErrorCause.TOO_LONG, 400, "INVALID_ARGUMENT", "", "Value too long."));
            case CONFLICT -> Optional.of(new ApiError(ErrorCause.STALE_ETAG, 400, "FAILED_PRECONDITION", "", "Etag mismatch."));
            case UNKNOWN -> Optional.of(new ApiError(ErrorCause.NO_ANSWER, 0, "", "", "Read timed out"));
            case DONE, SKIPPED, WAITING, SENT -> Optional.empty();
        };
        return new Outcome(row, change, state, error, after);
    }

    <T extends Node> T node(String id, Class<T> type) {
        return type.cast(scene.lookup("#" + id));
    }

    @Override
    public void close() {
        jobs.close();
        journal.close();
        server.close();
    }
}

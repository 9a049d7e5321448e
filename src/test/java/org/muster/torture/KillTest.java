package org.muster.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.contacts.Contact;
import org.muster.jobs.JobRecord;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.people.GooglePeopleGateway;
import org.muster.practice.Fault;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.store.Database;
import org.muster.store.JobArchive;
import org.muster.store.StoreProblem;
import org.muster.torture.Worker.Kind;

/** The process is killed at random moments of a job of 1,000 contacts, started again, killed again; in the end every contact is accounted for, and the account holds just that. */
@Execution(ExecutionMode.CONCURRENT)
class KillTest {
    private static final int CONTACTS = 1_000;
    private static final List<String> METHODS = List.of("people.batchCreateContacts", "people.batchUpdateContacts", "people.batchDeleteContacts", "people.getBatchGet", "people.connections.list");
    /** Those that do not take a minute of real time to wait out. */
    private static final List<Fault> FAULTS = EnumSet.of(Fault.INTERNAL_500_BEFORE, Fault.INTERNAL_500_AFTER, Fault.UNAVAILABLE_503_BEFORE, Fault.UNAVAILABLE_503_AFTER, Fault.CUT_BEFORE,
            Fault.CUT_AFTER, Fault.BODY_CUT, Fault.EMPTY_BODY, Fault.NONSENSE_JSON, Fault.HTML_AFTER).stream().toList();

    @TempDir
    Path folder;

    /** What one job's torture came to. */
    private record Figures(int kills, int requests) {}

    @ParameterizedTest
    @EnumSource
    @Timeout(120)
    void aJobKilledAgainAndAgainAccountsForEveryContact(Kind kind) throws IOException, InterruptedException, StoreProblem {
        assertThat(torture(kind, new Random(kind.ordinal()), folder.resolve("muster.db"), 2, false).kills()).isPositive();
    }

    /** As many kills as {@code muster.kills} says, 200 by default, each job with other faults. */
    @Test
    @Tag("torture")
    void hundredsOfKills() throws IOException, InterruptedException, StoreProblem {
        int wanted = Integer.getInteger("muster.kills", 200);
        int kills = 0;
        int requests = 0;
        int jobs = 0;
        while (kills < wanted) {
            Figures figures = torture(Kind.values()[jobs % 3], new Random(jobs), folder.resolve(jobs + ".db"), 8, true);
            kills += figures.kills();
            requests += figures.requests();
            jobs++;
        }
        System.out.printf("%,d kills in %,d jobs of %,d contacts, %,d requests: every contact accounted for, none lost, none doubled%n", kills, jobs, CONTACTS, requests);
    }

    private static Figures torture(Kind kind, Random random, Path database, int atMost, boolean faults) throws IOException, InterruptedException, StoreProblem {
        try (PracticeServer server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()))) {
            if (kind != Kind.CREATE) {
                IntStream.range(0, CONTACTS).forEach(i -> server.putContact(named("Person " + i)));
            }
            server.faults().latency(Duration.ofMillis(random.nextInt(30)));
            int kills = 0;
            // A job says 8 to 20 lines, one of deletes 5; the first kill comes before that, so that there is one.
            while (!run(server, kind, database, kills < atMost ? random : null, kills == 0 ? 3 : kind == Kind.DELETE ? 6 : 15, faults)) {
                kills++;
            }
            server.faults().clear();
            assertThat(server.log().maxMutatesInFlight()).isEqualTo(1);
            assertThat(server.log().entries()).allMatch(entry -> entry.items() <= 1_000);
            accountFor(server, kind, database);
            return new Figures(kills, server.log().entries().size());
        }
    }

    /** @return whether it came to its end before it was killed; without {@code random} it is not */
    private static boolean run(PracticeServer server, Kind kind, Path database, Random random, int lines, boolean faults) throws IOException, InterruptedException {
        if (random != null && faults) {
            for (int i = random.nextInt(3); i > 0; i--) {
                server.faults().next(FAULTS.get(random.nextInt(FAULTS.size())), METHODS.get(random.nextInt(METHODS.size())));
            }
        }
        Process worker = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Worker.class.getName(),
                server.endpoint().toString(), server.token(), database.toString(), kind.name(), Integer.toString(CONTACTS))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = worker.inputReader(StandardCharsets.UTF_8)) {
            int after = random == null ? Integer.MAX_VALUE : random.nextInt(lines);
            String line = "";
            for (int i = 0; i <= after && line != null && !line.equals(Worker.END); i++) {
                line = said.readLine();
            }
            if (line == null || line.equals(Worker.END)) {
                assertThat(worker.waitFor()).isZero();
                return true;
            }
            worker.waitFor(random.nextInt(20), TimeUnit.MILLISECONDS);
            worker.destroyForcibly().waitFor();
            return false;
        }
    }

    private static void accountFor(PracticeServer server, Kind kind, Path database) throws StoreProblem {
        List<JobRecord> jobs = new JobArchive(Database.open(database)).jobs(Worker.ACCOUNT);
        assertThat(jobs).hasSize(1);
        List<Outcome> outcomes = jobs.getFirst().outcomes();
        assertThat(outcomes).hasSize(CONTACTS);
        List<Contact> now = new ArrayList<>();
        GooglePeopleGateway.withToken(server.endpoint(), server::token).list(Worker.FIELDS, Set.of(), page -> now.addAll(page.contacts()));
        Map<String, Long> names = now.stream().collect(Collectors.groupingBy(Contact::displayName, Collectors.counting()));
        Function<Integer, OutcomeState> state = row -> outcomes.get(row).state();
        switch (kind) {
            case CREATE -> {
                for (int row = 0; row < CONTACTS; row++) {
                    assertThat(state.apply(row)).as("row %d: %s", row, outcomes.get(row)).isEqualTo(Worker.bad(row) ? OutcomeState.FAILED : OutcomeState.DONE);
                    assertThat(names.getOrDefault("New " + row, 0L)).as("row %d", row).isEqualTo(Worker.bad(row) ? 0 : 1);
                }
            }
            case UPDATE -> {
                assertThat(outcomes).extracting(Outcome::state).containsOnly(OutcomeState.DONE);
                assertThat(names).hasSize(CONTACTS);
                IntStream.range(0, CONTACTS).forEach(i -> assertThat(names).containsEntry("New Person " + i, 1L));
            }
            case DELETE -> {
                assertThat(outcomes).extracting(Outcome::state).containsOnly(OutcomeState.DONE);
                assertThat(now).isEmpty();
            }
        }
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
}

package org.muster.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What survives: a restart keeps everything, a reset brings the sample back, a damaged file is set aside. */
@Execution(ExecutionMode.CONCURRENT)
class PracticeKeepingTest {
    private static final String LIST = "v1/people/me/connections?personFields=names,memberships,metadata";
    private static final SampleData SAMPLE = SampleData.of(
            List.of(json("{\"resourceName\":\"contactGroups/c1ab\",\"name\":\"Club\"}")),
            List.of(json("{\"practiceId\":\"4b3a68250d7520c\",\"names\":[{\"givenName\":\"Ada\"}],\"memberships\":[{\"contactGroupMembership\":"
                    + "{\"contactGroupResourceName\":\"contactGroups/c1ab\"}}]}"),
                    json("{\"practiceId\":\"bo\",\"names\":[{\"givenName\":\"Bo\"}]}")));

    @TempDir
    Path dir;

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private Practice open() throws IOException {
        return new Practice(new PracticeConfig(dir.resolve("practice.db"), 0, null, SAMPLE));
    }

    @Test
    void isTheSameAfterARestart() throws Exception {
        String people;
        String groups;
        String token;
        String gone;
        try (Practice practice = open()) {
            practice.post("v1/people:batchCreateContacts", Practice.create("", "{\"names\":[{\"givenName\":\"Émil\"}],"
                    + "\"biographies\":[{\"value\":\"\\u0001 \\\"quoted\\\"\"}]}"));
            practice.post("v1/contactGroups", "{\"contactGroup\":{\"name\":\"Team\"}}");
            token = practice.get(LIST + "&requestSyncToken=true").json().get("nextSyncToken").getAsString();
            gone = practice.put("Gone");
            practice.server.deleteElsewhere(gone);
            people = practice.get(LIST + ",biographies").text();
            groups = practice.get("v1/contactGroups?groupFields=name,metadata,memberCount").json().get("contactGroups").toString();
        }
        try (Practice practice = open()) {
            assertThat(practice.get(LIST + ",biographies").text()).isEqualTo(people);
            assertThat(practice.get("v1/contactGroups?groupFields=name,metadata,memberCount").json().get("contactGroups").toString())
                    .isEqualTo(groups);
            JsonObject delta = practice.get(LIST + "&syncToken=" + token).json();
            assertThat(Practice.names(delta.getAsJsonArray("connections"))).containsExactly(gone);
        }
    }

    @Test
    void resetBringsTheSameSampleBack() throws Exception {
        try (Practice practice = open()) {
            List<String> before = Practice.names(practice.get(LIST).json().getAsJsonArray("connections"));
            assertThat(before).hasSize(2).contains("people/c" + 0x4b3a68250d7520cL);
            practice.server.deleteElsewhere(before.getFirst());
            practice.put("Extra");
            practice.post("v1/contactGroups", "{\"contactGroup\":{\"name\":\"Team\"}}");
            practice.server.reset();
            assertThat(Practice.names(practice.get(LIST).json().getAsJsonArray("connections"))).isEqualTo(before);
            assertThat(practice.get("v1/contactGroups/c1ab").json().get("memberCount").getAsInt()).isEqualTo(1);
            assertThat(practice.get("v1/contactGroups").json().get("totalItems").getAsInt()).isEqualTo(9);
        }
        try (Practice practice = open()) {
            assertThat(practice.server.contactCount()).isEqualTo(2);
        }
    }

    @Test
    void anEmptiedAccountStaysEmpty() throws Exception {
        try (Practice practice = open()) {
            for (String name : Practice.names(practice.get(LIST).json().getAsJsonArray("connections"))) {
                practice.server.deleteElsewhere(name);
            }
        }
        try (Practice practice = open()) {
            assertThat(practice.server.contactCount()).isZero();
        }
    }

    @Test
    void setsADamagedFileAsideAndNeverWritesOverIt() throws Exception {
        byte[] damaged = "This was a database once. ".repeat(400).getBytes(StandardCharsets.UTF_8);
        Files.write(dir.resolve("practice.db"), damaged);
        try (Practice practice = open()) {
            assertThat(practice.server.contactCount()).isEqualTo(2);
        }
        try (Stream<Path> files = Files.list(dir)) {
            Path aside = files.filter(f -> f.getFileName().toString().startsWith("practice.db.damaged-")).findFirst()
                    .orElseThrow();
            assertThat(Files.readAllBytes(aside)).isEqualTo(damaged);
        }
    }

    @Test
    void setsAFileAsideThatIsDamagedInTheMiddle() throws Exception {
        try (Practice practice = open()) {
            for (int i = 0; i < 300; i++) {
                practice.put("P" + i + "x".repeat(400));
            }
        }
        Path file = dir.resolve("practice.db");
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 8_192, bytes.length - 8_192, (byte) 0x5a);
        Files.write(file, bytes);
        try (Practice practice = open()) {
            assertThat(practice.server.contactCount()).isEqualTo(2);
        }
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files.map(f -> f.getFileName().toString())).anyMatch(n -> n.contains(".damaged-"));
        }
    }

    @Test
    void belongsToOneServerAtATime() throws Exception {
        try (Practice practice = open()) {
            assertThat(refusal(dir.resolve("practice.db"))).isEqualTo(PracticeProblem.Reason.IN_USE);
            assertThat(practice.server.contactCount()).isEqualTo(2);
        }
    }

    @Test
    void saysWhenTheFileCannotBeMade() throws Exception {
        Files.writeString(dir.resolve("file"), "x");
        assertThat(refusal(dir.resolve("file/practice.db"))).isEqualTo(PracticeProblem.Reason.NOT_KEPT);
        assertThat(refusal(Files.createDirectory(dir.resolve("folder.db")))).isEqualTo(PracticeProblem.Reason.NOT_KEPT);
    }

    @Test
    void leavesASoundFileWhereItIsWhenItCannotBeUsedNow() throws Exception {
        try (Practice practice = open()) {
            practice.put("Mine");
        }
        // SQLite can neither make nor read its log here, as on a disk without room.
        Path inTheWay = Files.createDirectory(dir.resolve("practice.db-wal"));
        assertThat(refusal(dir.resolve("practice.db"))).isEqualTo(PracticeProblem.Reason.NOT_KEPT);
        Files.delete(inTheWay);
        try (Practice practice = open()) {
            assertThat(practice.server.contactCount()).isEqualTo(3);
        }
    }

    @Test
    void leavesTheFileOfALaterVersionAlone() throws Exception {
        open().close();
        Path file = dir.resolve("practice.db");
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file); Statement sql = db.createStatement()) {
            sql.execute("PRAGMA user_version=2");
        }
        byte[] before = Files.readAllBytes(file);
        assertThat(refusal(file)).isEqualTo(PracticeProblem.Reason.NEWER);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void canBeTriedAgainWhenItsContentsCouldNotBeRead() throws Exception {
        open().close();
        Path file = dir.resolve("practice.db");
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file); Statement sql = db.createStatement()) {
            sql.execute("ALTER TABLE account RENAME TO elsewhere");
            sql.execute("CREATE VIEW account AS SELECT one, missing AS floor FROM elsewhere");
        }
        assertThat(refusal(file)).isEqualTo(PracticeProblem.Reason.NOT_KEPT);
        assertThat(refusal(file)).isEqualTo(PracticeProblem.Reason.NOT_KEPT);
    }

    @Test
    void saysWhenThePortIsTaken() throws Exception {
        try (Practice practice = open()) {
            PracticeConfig same = new PracticeConfig(null, practice.server.endpoint().getPort(), null, SAMPLE);
            assertThat(catchThrowableOfType(PracticeProblem.class, () -> PracticeServer.start(same)).reason()).isEqualTo(PracticeProblem.Reason.NO_PORT);
        }
    }

    private static PracticeProblem.Reason refusal(Path file) {
        return catchThrowableOfType(PracticeProblem.class, () -> PracticeServer.start(new PracticeConfig(file, 0, null, SAMPLE))).reason();
    }
}

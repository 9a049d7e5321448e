package org.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.changes.ChangeSet;
import org.muster.contacts.FieldMask;

/** A database that cannot be used is never written over. */
class DatabaseTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("deep/muster.db");
    }

    private Set<String> files() throws Exception {
        try (Stream<Path> all = Files.list(file().getParent())) {
            return Set.copyOf(all.map(path -> path.getFileName().toString()).toList());
        }
    }

    @Test
    void aNewOneIsMadeAndFoundAgain() throws Exception {
        Database first = Database.open(file());
        try (SqliteJournal journal = new SqliteJournal(first, Clock.systemUTC())) {
            journal.accepted("a job", "account", new ChangeSet("t", List.of(), FieldMask.none())).join();
        }
        Database second = Database.open(file());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(first.setAside()).isEmpty();
        assertThat(second.setAside()).isEmpty();
        assertThat(new JobArchive(second).unfinished("account")).hasSize(1);
    }

    @Test
    void whatIsCommittedSurvivesAPowerCut() throws Exception {
        try (Connection db = Database.open(file()).connect(); Statement sql = db.createStatement()) {
            for (String pragma : List.of("synchronous:2", "fullfsync:1", "checkpoint_fullfsync:1")) { // the last two count on macOS only, where a plain fsync ends in the drive's memory
                String[] wanted = pragma.split(":");
                try (ResultSet is = sql.executeQuery("PRAGMA " + wanted[0])) {
                    assertThat(is.getString(1)).as(wanted[0]).isEqualTo(wanted[1]);
                }
            }
        }
    }

    @Test
    void aDamagedOneIsSetAsideByteForByte() throws Exception {
        Files.createDirectories(file().getParent());
        byte[] rubbish = "this is no database, but somebody may still want it".repeat(100).getBytes();
        Files.write(file(), rubbish);

        Database.SetAside aside = Database.open(file()).setAside().orElseThrow();

        assertThat(aside.fault()).isEqualTo(Database.Fault.DAMAGED);
        assertThat(Files.readAllBytes(aside.now())).isEqualTo(rubbish);
        assertThat(Database.open(file()).setAside()).isEmpty();
    }

    @Test
    void oneThatIsDamagedInTheMiddleIsSetAside() throws Exception {
        try (SqliteJournal journal = new SqliteJournal(Database.open(file()), Clock.systemUTC())) {
            journal.accepted("a job", "account", new ChangeSet("t".repeat(100_000), List.of(), FieldMask.none())).join();
        }
        byte[] bytes = Files.readAllBytes(file());
        for (int i = 4096; i < bytes.length; i += 1) {
            bytes[i] ^= 0x5a;
        }
        Files.write(file(), bytes);

        assertThat(Database.open(file()).setAside()).map(Database.SetAside::fault).contains(Database.Fault.DAMAGED);
    }

    @Test
    void oneThatAnotherProcessHasOpenStaysWhereItIs() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "this is no database, but another process may think otherwise".repeat(100));
        byte[] before = Files.readAllBytes(file());

        assertThatThrownBy(() -> Database.open(file(), () -> false)).isInstanceOfSatisfying(StoreProblem.class, p -> assertThat(p.reason()).isEqualTo(StoreProblem.Reason.IN_USE));
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(files()).containsExactly(file().getFileName().toString());
    }

    @Test
    void oneOfALaterVersionIsSetAsideWhole() throws Exception {
        Database.open(file());
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file()); Statement sql = db.createStatement()) {
            sql.execute("PRAGMA user_version=99");
            sql.execute("CREATE TABLE of_the_future (x)");
        }
        Database.SetAside aside = Database.open(file()).setAside().orElseThrow();

        assertThat(aside.fault()).isEqualTo(Database.Fault.NEWER);
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + aside.now()); Statement sql = db.createStatement()) {
            assertThat(sql.executeQuery("SELECT count(*) FROM of_the_future").getInt(1)).isZero();
        }
        assertThat(files()).contains("muster.db", aside.now().getFileName().toString());
    }

    @Test
    void oneThatCannotBeMadeIsSaid() throws Exception {
        Files.writeString(folder.resolve("deep"), "a file where a folder should be");

        assertThatThrownBy(() -> Database.open(file())).isInstanceOfSatisfying(StoreProblem.class, p -> assertThat(p.reason()).isEqualTo(StoreProblem.Reason.NOT_KEPT));
    }

    @Test
    void twoProcessesMayHaveItOpen() throws Exception {
        Database one = Database.open(file());
        try (SqliteJournal first = new SqliteJournal(one, Clock.systemUTC()); SqliteJournal second = new SqliteJournal(Database.open(file()), Clock.systemUTC())) {
            first.accepted("job 1", "account", new ChangeSet("t", List.of(), FieldMask.none())).join();
            second.accepted("job 2", "account", new ChangeSet("t", List.of(), FieldMask.none())).join();
        }
        assertThat(new JobArchive(one).unfinished("account")).hasSize(2);
    }
}

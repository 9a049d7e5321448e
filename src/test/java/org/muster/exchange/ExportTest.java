package org.muster.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.people.v1.model.*;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.exchange.Problem.Code;

class ExportTest {
    @TempDir
    Path folder;

    private static Contact ada() {
        return Samples.contact(new Person()
                .setNames(List.of(new Name().setGivenName("Ada").setFamilyName("Lovelace")))
                .setPhoneNumbers(List.of(new PhoneNumber().setValue("+44 20 7946 0001").setType("homeFax")))
                .setBiographies(List.of(new Biography().setValue("=1+1, \"quoted\"\nsecond line")))
                .setMemberships(List.of(member("contactGroups/choir"), member(Label.STARRED), member("contactGroups/gone")))
                .setOccupations(List.of(new Occupation().setValue("Mathematician"))));
    }

    private static Membership member(String label) {
        return new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName(label));
    }

    @Test
    void googlesCsvToTheLetter() throws Exception {
        Path file = folder.resolve("out.csv");
        ExportResult result = new CsvExport(Samples.LABELS).write(file, List.of(ada()), Progress.NONE);
        assertThat(result).isEqualTo(new ExportResult.Written(file, 1, Map.of(PersonField.OCCUPATIONS, 1, PersonField.MEMBERSHIPS, 1)));
        assertThat(Files.readString(file)).isEqualTo("""
                First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,\
                Organization Name,Organization Title,Organization Department,Birthday,Notes,Labels,Phone 1 - Label,Phone 1 - Value\r
                Ada,,Lovelace,,,,,,,,,,,"=1+1, ""quoted\""
                second line",Choir ::: * starred,Home Fax,+44 20 7946 0001\r
                """);
    }

    @Test
    void anOwnNameGoesBeforeTheOneOfAProfile() throws Exception {
        Name profile = new Name().setGivenName("Profile").setMetadata(new FieldMetadata().setSource(new Source().setType("PROFILE")));
        Contact contact = Samples.contact(new Person().setNames(List.of(profile, new Name().setGivenName("Own"))));
        Path file = folder.resolve("out.csv");
        new CsvExport(List.of()).write(file, List.of(contact), Progress.NONE);
        assertThat(Files.readString(file)).contains("\nOwn,").doesNotContain("Profile");
    }

    @Test
    void jsonHoldsEverything() throws Exception {
        Path file = folder.resolve("out.jsonl");
        new JsonLines().write(file, List.of(ada(), ada()), Progress.NONE);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(GsonFactory.getDefaultInstance().fromString(lines.getFirst(), Person.class)).isEqualTo(ada().copy());
    }

    @Test
    void reportsGuardAgainstFormulas() throws Exception {
        ReportTable table = new ReportTable(List.of("Name"), List.of(List.of("=HYPERLINK(1)"), List.of("@x"), List.of("-2+3*cmd"), List.of("+44 20 7946 0001"), List.of("Ann")));
        Path file = folder.resolve("report.csv");
        new ReportCsv().write(file, table, ReportCsv.Guard.FORMULAS);
        assertThat(Files.readString(file)).isEqualTo("\ufeffName\r\n'=HYPERLINK(1)\r\n'@x\r\n'-2+3*cmd\r\n+44 20 7946 0001\r\nAnn\r\n");
        new ReportCsv().write(file, table, ReportCsv.Guard.VERBATIM);
        assertThat(Files.readString(file)).contains("\n=HYPERLINK(1)\r");
    }

    @Test
    void whatStoodThereStaysWhenWritingBreaksOff() throws Exception {
        Path file = Files.writeString(folder.resolve("out.csv"), "before");
        ExportResult broken = SafeFile.write(file, 1, out -> {
            out.write("half");
            throw new IOException("the disk went away");
        });
        assertThat(broken).isInstanceOfSatisfying(ExportResult.Failed.class, f -> assertThat(f.problem().code()).isEqualTo(Code.WRITE_FAILED));
        Progress stop = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThat(new CsvExport(List.of()).write(file, List.of(ada()), stop)).isEqualTo(new ExportResult.Cancelled());
        assertThat(new JsonLines().write(file, List.of(ada()), stop)).isEqualTo(new ExportResult.Cancelled());
        assertThat(new VCardExport(List.of(), VCardExport.Version.V4_0).write(file, List.of(ada()), stop)).isEqualTo(new ExportResult.Cancelled());
        assertThat(file).hasContent("before");
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing half written is left").containsExactly(file);
        }
    }

    @Test
    void placesThatTakeNoFile() throws Exception {
        ReportTable table = new ReportTable(List.of("a"), List.of());
        assertThat(code(new ReportCsv().write(folder, table, ReportCsv.Guard.VERBATIM))).isEqualTo(Code.IS_FOLDER);
        assertThat(code(new ReportCsv().write(folder.resolve("no/out.csv"), table, ReportCsv.Guard.VERBATIM))).isEqualTo(Code.NO_FOLDER);
    }

    @Test
    void aLinkStaysALinkAndTheFileIsPrivate() throws Exception {
        Path real = Files.writeString(folder.resolve("real.csv"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
        new JsonLines().write(link, List.of(ada()), Progress.NONE);
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).contains("Lovelace");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real))).isEqualTo("rw-------");
    }

    @Test
    void cardsSayWhatTheyCannotCarry() throws Exception {
        Path file = folder.resolve("out.vcf");
        ExportResult result = new VCardExport(Samples.LABELS, VCardExport.Version.V3_0).write(file, List.of(ada()), Progress.NONE);
        assertThat(result).isEqualTo(new ExportResult.Written(file, 1, Map.of(PersonField.OCCUPATIONS, 1, PersonField.MEMBERSHIPS, 1)));
        assertThat(Files.readString(file)).contains("VERSION:3.0", "FN:Ada Lovelace", "N:Lovelace;Ada", "CATEGORIES:Choir,starred").doesNotContain("PRODID");
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).contains("TEL;TYPE=fax,home:+44 20 7946 0001");
        assertThat(FieldMask.writable().contains(PersonField.OCCUPATIONS)).isTrue();
    }

    private static Code code(ExportResult result) {
        return ((ExportResult.Failed) result).problem().code();
    }
}

package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Backups from a terminal, and what comes back out of them. */
@Execution(ExecutionMode.CONCURRENT)
class RestoreTest {
    private static final String ADA = """
            {'names':[{'givenName':'Ada','familyName':'Lovelace','honorificPrefix':'Countess'}],'nicknames':[{'value':'Enchantress'}],
             'emailAddresses':[{'value':'ada@example.org','type':'work'},{'value':'a@example.org','type':'home'}],'phoneNumbers':[{'value':'+44 20 7946 0001','type':'mobile'}],
             'addresses':[{'streetAddress':'1 St James’s Square','city':'London','type':'home'}],'organizations':[{'name':'Analytical Engines','title':'Countess'}],
             'birthdays':[{'date':{'year':1815,'month':12,'day':10}}],'biographies':[{'value':'Two\\nlines'}],'events':[{'date':{'month':7,'day':8},'type':'anniversary'}],
             'relations':[{'person':'Byron','type':'father'}],'urls':[{'value':'https://example.org/ada','type':'blog'}],'imClients':[{'username':'ada','protocol':'jabber'}],
             'sipAddresses':[{'value':'sip:ada@example.org','type':'work'}],'userDefined':[{'key':'Shoe','value':'38'}],'genders':[{'value':'female'}],'occupations':[{'value':'mathematician'}],
             'interests':[{'value':'flying'}],'locales':[{'value':'en-GB'}],'locations':[{'value':'Desk 1','type':'desk'}],'calendarUrls':[{'url':'https://example.org/cal','type':'work'}],
             'externalIds':[{'value':'77','type':'account'}],'miscKeywords':[{'value':'k','type':'WORK'}],'clientData':[{'key':'k','value':'v'}]}""";

    @TempDir
    Path folder;
    private Shell shell;
    private String ada;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        ada = shell.given(ADA);
        for (int i = 1; i < 12; i++) {
            shell.given("{'names':[{'givenName':'Person','familyName':'No" + i + "'}],'phoneNumbers':[{'value':'+4420794600" + i + "'}]}");
        }
    }

    @AfterEach
    void close() {
        shell.close();
    }

    /** All contacts as the API has them, without what the server makes itself and the markers of jobs, in an order of their own. */
    private Set<String> account() {
        Set<String> all = new TreeSet<>();
        for (JsonElement person : JsonParser.parseString(shell.muster("list", "--output", "json").out()).getAsJsonArray()) {
            JsonObject contact = person.getAsJsonObject();
            List.of("resourceName", "etag", "metadata", "photos", "coverPhotos").forEach(contact::remove);
            all.add(plain(contact).toString());
        }
        return all;
    }

    private static JsonElement plain(JsonElement json) {
        if (json.isJsonArray()) {
            List<JsonElement> items = new ArrayList<>();
            json.getAsJsonArray().forEach(item -> items.add(plain(item)));
            JsonArray array = new JsonArray();
            items.stream().filter(item -> !item.toString().contains("\"key\":\"muster\"")).sorted((a, b) -> a.toString().compareTo(b.toString())).forEach(array::add);
            return array;
        }
        if (json.isJsonObject()) {
            JsonObject object = new JsonObject();
            json.getAsJsonObject().entrySet().stream().filter(e -> !e.getKey().equals("metadata")).forEach(e -> {
                JsonElement value = plain(e.getValue());
                if (!value.isJsonArray() || !value.getAsJsonArray().isEmpty()) {
                    object.add(e.getKey(), value);
                }
            });
            return object;
        }
        return json;
    }

    @Test
    void whatWasDeletedComesBackFieldByFieldAndNobodyTwice() {
        shell.muster("labels");
        Set<String> before = account();
        assertThat(shell.muster("delete", "--all", "--yes", "--expect", "12").code()).isZero();
        assertThat(shell.server.contactCount()).isZero();

        Shell.Ran dry = shell.muster("restore", "--dry-run");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out().lines()).hasSize(12).allMatch(line -> line.startsWith("create"));
        assertThat(shell.server.contactCount()).isZero();

        Shell.Ran ran = shell.muster("restore");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("12 contacts of the backup meant: 12 gone, 0 different, 0 the same", "Restore 12 contacts: 12 done");
        assertThat(account()).isEqualTo(before);

        Shell.Ran again = shell.muster("restore");
        assertThat(again.code()).isZero();
        assertThat(again.err()).contains("0 gone, 0 different, 12 the same", "There is nothing to send");
        assertThat(shell.server.contactCount()).isEqualTo(12);

        assertThat(shell.muster("backup").code()).isZero(); // knows everybody under the second name
        String first = shell.muster("backup", "--list").lines().getLast().substring(0, 10);
        shell.muster("delete", "--where", "ada", "--yes");
        assertThat(shell.muster("restore", "--from", first).err()).as("back once more from the first backup").contains("1 gone");
        assertThat(shell.muster("restore", "--from", first).err()).contains("0 gone, 0 different, 12 the same");
        assertThat(shell.muster("restore").err()).as("the same contact under its second name").contains("0 gone, 0 different, 12 the same");
        assertThat(account()).isEqualTo(before);
    }

    @Test
    void whatWasOverwrittenComesBackUnderTheChosenFieldsOnly() {
        Set<String> before = account();
        assertThat(shell.muster("update", "--all", "--set", "organizations.name=ACME", "--set", "phoneNumbers=1", "--yes").code()).isZero();
        String dry = shell.muster("restore", "--fields", "phoneNumbers", "--where", "ada", "--dry-run").out();
        assertThat(dry).contains("update  " + ada).contains("phoneNumbers: 1").doesNotContain("organizations");
        assertThat(shell.muster("restore", "--fields", "phoneNumbers", "--where", "ada").code()).as("it overwrites").isEqualTo(1);
        assertThat(shell.muster("restore", "--fields", "phoneNumbers", "--where", "ada", "--yes").code()).isZero();
        assertThat(shell.contact(ada).toString()).contains("+44 20 7946 0001", "ACME");

        Shell.Ran rest = shell.muster("restore", "--yes");
        assertThat(rest.err()).contains("0 gone, 12 different", "11 contacts have fields that were empty then");
        assertThat(shell.contact(ada).toString()).contains("Analytical Engines");
        Shell.Ran guarded = shell.muster("restore", "--also-empty", "--yes");
        assertThat(guarded.code()).isEqualTo(1);
        assertThat(guarded.err()).contains("11 contacts of 12", "--expect 11");
        assertThat(shell.muster("restore", "--also-empty", "--yes", "--expect", "11").code()).isZero();
        assertThat(account()).isEqualTo(before);
    }

    @Test
    void whoIsNotInTheBackupIsNotTouched() {
        assertThat(shell.muster("backup").code()).isZero();
        String later = shell.given("{'names':[{'givenName':'Later'}]}");
        String etag = shell.contact(later).get("etag").getAsString();
        assertThat(shell.muster("restore", "--also-empty").err()).contains("12 contacts of the backup meant");
        assertThat(shell.contact(later).get("etag").getAsString()).isEqualTo(etag);
        assertThat(shell.mutations()).isZero();
    }

    @Test
    void labelsThatAreGoneAreSaidAndMadeAgainOnlyIfWished() {
        String label = shell.label("Choir");
        assertThat(shell.muster("update", "--where", "ada", "--add-label", "Choir").code()).isZero();
        assertThat(shell.muster("backup").code()).isZero();
        shell.deleteLabel(label);
        Shell.Ran without = shell.muster("restore", "--only", "different");
        assertThat(without.err()).contains("come back without them: Choir", "0 different");
        Shell.Ran refused = shell.muster("restore", "--create-labels", "--expect", "5");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(shell.muster("labels").out()).as("not before the number is right").doesNotContain("Choir");
        assertThat(shell.muster("restore", "--create-labels", "--dry-run").err()).contains("created again: Choir", "1 different");
        Shell.Ran with = shell.muster("restore", "--create-labels", "--expect", "1");
        assertThat(with.code()).as(with.err()).isZero();
        assertThat(shell.muster("list", "--where", "label:choir").out()).contains("Ada");
    }

    @Test
    void inAnotherAccountsBackupTheSameNameIsSomebodyElse() throws IOException {
        shell.label("Choir");
        shell.muster("update", "--where", "ada", "--add-label", "Choir");
        Path file = folder.resolve("theirs.jsonl");
        assertThat(shell.muster("backup", "--output", file.toString()).code()).isZero();
        Files.writeString(file, Files.readString(file).replaceFirst("127.0.0.1:\\d+", "people.example.org").replaceFirst("\"Choir\"", "\"Elsewhere\""));
        shell.server.changeElsewhere(ada, person -> person.add("nicknames", JsonParser.parseString("[{\"value\":\"Ours\"}]")));
        String ours = shell.contact(ada).toString();

        Shell.Ran ran = shell.muster("restore", "--from", file.toString(), "--other-account", "--yes");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("12 gone, 0 different, 0 the same", "come back without them: Elsewhere", "created anew");
        assertThat(shell.contact(ada)).hasToString(ours);
        assertThat(shell.server.contactCount()).isEqualTo(24);
        assertThat(shell.muster("list", "--where", "label:choir", "--output", "jsonl").lines()).as("a label called the same is another label").hasSize(1);
        assertThat(shell.muster("restore", "--from", file.toString(), "--other-account").code()).isZero();
        assertThat(shell.server.contactCount()).as("nothing ties them to names of that account").isEqualTo(36);
    }

    @Test
    void aLabelThatSomebodyMakesMeanwhileIsNoFailure() {
        String label = shell.label("Choir");
        assertThat(shell.muster("update", "--where", "ada", "--add-label", "Choir", "--set", "nicknames=N", "--yes").code()).isZero();
        assertThat(shell.muster("backup").code()).isZero();
        shell.deleteLabel(label);
        shell.muster("update", "--where", "ada", "--set", "nicknames=M", "--yes");
        String day = shell.muster("backup", "--list").lines().get(1).split("\\s{2,}")[0];
        Shell.Ran ran = shell.answering(() -> {
            shell.label("Choir");
            return "y";
        }, "restore", "--from", day, "--create-labels");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(shell.muster("list", "--where", "label:choir").out()).contains("Ada");
    }

    @Test
    void theFirstJobOfTheDayBacksUpByItself() {
        Shell.Ran ran = shell.muster("update", "--where", "ada", "--set", "nicknames=Nick", "--yes");
        assertThat(ran.err()).contains("Backing up 12 contacts first");
        assertThat(shell.muster("update", "--where", "ada", "--set", "nicknames=Nack", "--yes").err()).doesNotContain("Backing up");
        Shell.Ran list = shell.muster("backup", "--list");
        assertThat(list.code()).isZero();
        assertThat(list.lines()).hasSize(2).last().asString().contains("12", ".jsonl");
    }

    @Test
    void aBackupGoesWhereItIsToldAndNeverOverAnything() throws IOException {
        Path file = folder.resolve("before.jsonl");
        Shell.Ran ran = shell.muster("backup", "--output", file.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out().strip()).isEqualTo(file.toString());
        assertThat(ran.err()).contains("12 contacts backed up");
        assertThat(Files.readAllLines(file)).hasSize(13).first().asString().contains("\"musterBackup\":1");
        assertThat(shell.muster("backup", "--output", file.toString()).code()).isEqualTo(1);
        assertThat(shell.muster("backup", "--list").err()).contains("No backup");
        assertThat(shell.muster("restore").code()).as("there is none by day").isEqualTo(1);
        shell.server.deleteElsewhere(ada);
        assertThat(shell.muster("restore", "--from", file.toString(), "--expect", "1").code()).isZero();

        assertThat(shell.muster("restore", "--from", "1815-12-10").code()).isEqualTo(1);
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, 5));
        Shell.Ran cut = shell.muster("restore", "--from", file.toString());
        assertThat(cut.code()).isEqualTo(1);
        assertThat(cut.err()).contains("damaged", "line 6");
        Files.write(file, List.of(lines.getFirst().replaceAll("127.0.0.1:\\d+", "people.example.org"), lines.get(1)));
        Files.writeString(file, Files.readString(file).replaceFirst("\"contacts\": +12", "\"contacts\":1"));
        assertThat(shell.muster("restore", "--from", file.toString()).err()).contains("another account", "people.example.org");
        assertThat(shell.muster("restore", "--from", file.toString(), "--other-account", "--dry-run").code()).isZero();
    }
}

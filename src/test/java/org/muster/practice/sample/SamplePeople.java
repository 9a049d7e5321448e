package org.muster.practice.sample;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Makes the people of the practice account. The same people every time: all chance comes from one fixed seed.
 *
 * <p>{@code main} writes them over the files in {@code resources}; a test holds that those files are what this makes.
 */
public final class SamplePeople {
    /** Contacts in the account. */
    static final int PEOPLE = 1_204;
    /** Contacts with at least one e-mail address: an address book that began its life on telephones. */
    static final int WITH_MAIL = 312;
    /** Contacts that carry every writable field. */
    static final int FULL = 7;
    /** Contacts without a name, besides the one of the opening people. */
    static final int NAMELESS = 8;
    private static final int NAMELESS_WITH_MAIL = 3;
    /** Linked profiles, Ada's among them. */
    static final int PROFILES = 10;

    private static final long SEED = 18151210;
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final Gson PRETTY = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private final Random dice = new Random(SEED);
    private final Cultures cultures = Cultures.read();
    private final Author author = new Author(cultures, dice);

    /** @param args the folder to write to, by default the one of the class path */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "resources/org/muster/practice");
        Files.writeString(folder.resolve("people.jsonl"), people());
        Files.writeString(folder.resolve("groups.json"), groups());
    }

    /** @return one person a line, as {@code people.jsonl} */
    static String people() {
        StringBuilder lines = new StringBuilder();
        for (JsonObject person : new SamplePeople().make()) {
            lines.append(GSON.toJson(person)).append('\n');
        }
        return lines.toString();
    }

    /** @return the labels, as {@code groups.json} */
    static String groups() {
        return PRETTY.toJson(Labels.groups()) + "\n";
    }

    private List<JsonObject> make() {
        List<Draft> opening = opening();
        opening.forEach(author::reserve);
        List<Draft> full = full();
        List<Draft> nameless = nameless();
        int doubles = Duplicates.SAME_MAIL + Duplicates.SAME_PHONE + Duplicates.SWAPPED + Duplicates.ALL_CAPS + Duplicates.SHORT_NAME;
        int ordinary = PEOPLE - opening.size() - full.size() - nameless.size() - doubles;
        int ordinaryWithMail = WITH_MAIL - opening.size() - full.size() - NAMELESS_WITH_MAIL - Duplicates.SAME_MAIL;
        List<Draft> withMail = new ArrayList<>();
        List<Draft> phoneOnly = new ArrayList<>();
        for (int i = 0; i < ordinary; i++) {
            Draft draft = author.contact();
            if (i < ordinaryWithMail) {
                author.writeMail(draft);
            }
            if (i >= ordinaryWithMail || author.chance(65)) {
                author.writePhone(draft);
            }
            (i < ordinaryWithMail ? withMail : phoneOnly).add(draft);
        }
        List<Draft> others = new ArrayList<>(full);
        others.addAll(withMail);
        others.addAll(phoneOnly);
        link(opening.getFirst(), withMail);
        List<Draft> copies = new Duplicates(author, dice).of(withMail, phoneOnly);
        new Mess(author, dice).spread(withMail, phoneOnly);
        Labels.spread(opening, others, dice);
        others.addAll(copies);
        others.addAll(nameless);
        Collections.shuffle(others, dice);
        List<Draft> all = new ArrayList<>(opening);
        all.addAll(others);
        return number(all);
    }

    private List<Draft> opening() {
        try (InputStream in = SamplePeople.class.getResourceAsStream("opening.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(this::hand).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Draft hand(String line) {
        Culture culture = cultures.named("en-GB");
        Draft draft = new Draft(culture, Phone.draw(culture, new Random(SEED)));
        JsonObject person = JsonParser.parseString(line).getAsJsonObject();
        for (JsonElement label : person.remove("labels").getAsJsonArray()) {
            draft.labels.add(label.getAsString());
        }
        person.asMap().forEach(draft.fields::add);
        return draft;
    }

    private List<Draft> full() {
        List<Draft> full = new ArrayList<>();
        for (String code : List.of("en-GB", "pl", "ja", "fr", "ar", "yo-ig", "pt-BR")) {
            Draft draft = author.contact(cultures.named(code));
            FullRecord.fill(draft, author);
            full.add(draft);
        }
        return full;
    }

    private List<Draft> nameless() {
        List<Draft> nameless = new ArrayList<>();
        for (int i = 0; i < NAMELESS; i++) {
            Draft draft = author.contact();
            String name = draft.given() + " " + draft.family();
            draft.clear("names");
            if (i < NAMELESS_WITH_MAIL) {
                author.writeMail(draft);
            } else {
                author.writePhone(draft);
                if (i % 2 == 0) {
                    // The name sits in the company field, where an import put it.
                    draft.clear("organizations");
                    draft.add("organizations", "name", name);
                }
            }
            nameless.add(draft);
        }
        return nameless;
    }

    private static void link(Draft ada, List<Draft> withMail) {
        Profiles.link(ada, 0);
        for (int i = 1; i < PROFILES; i++) {
            // From the end of the list: doubles and mess take from its front.
            Profiles.link(withMail.removeLast(), i);
        }
    }

    private static List<JsonObject> number(List<Draft> drafts) {
        List<JsonObject> people = new ArrayList<>();
        SplittableRandom ids = new SplittableRandom(SEED);
        for (Draft draft : drafts) {
            JsonObject person = new JsonObject();
            // Fifteen hex digits, the first not zero, as the source ids of Google's contacts look.
            person.addProperty("practiceId", "%x".formatted(ids.nextLong(1L << 56, 1L << 60)));
            draft.fields.asMap().forEach(person::add);
            person.add("memberships", Labels.memberships(draft));
            people.add(person);
        }
        return people;
    }
}

package org.muster.practice.sample;

import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What years of typing on small screens do to an address book. Every contact is spoiled in one way only, so that the counts hold. */
final class Mess {
    static final int UNREACHABLE = 14;
    /** With Élodie of the opening people, six. */
    static final List<String> BROKEN_MAILS = List.of("%s", "%s@", "%s@@example.org", "%s at example.org", "%s@example,org");
    /** Too short, too long, or no number at all. */
    static final List<String> NOT_A_NUMBER = List.of("12", "555", "0", "n/a", "?", "ask Peggy", "voir fiche", "siehe Notiz", "в записной книжке",
            "+", "00", "tel.", "55501", "xxxx", "(0)", "call the office", "---", "NEW NUMBER!!", "117", "+44 20 7946 0958 0958 0958 12",
            "ext. 7", "1234", "brak", "无", "なし", "???", "same as Mum", "4-digit: 0042", "none", "lost", "+49 30", "0113 4", "no phone");
    /** With the opening people and the doubles in capitals, forty-eight. */
    static final int CAPITALS = 17;
    static final int SMALL = 15;

    private final Author author;
    private final Random dice;

    Mess(Author author, Random dice) {
        this.author = author;
        this.dice = dice;
    }

    /**
     * @param withMail  people with an e-mail address
     * @param phoneOnly people with a phone number and no e-mail address; those taken are removed, here as above
     */
    void spread(List<Draft> withMail, List<Draft> phoneOnly) {
        for (int i = 0; i < UNREACHABLE; i++) {
            phoneOnly.removeFirst().clear("phoneNumbers");
        }
        for (String broken : BROKEN_MAILS) {
            Draft draft = withMail.removeFirst();
            draft.clear("emailAddresses");
            draft.add("emailAddresses", "value", broken.formatted(draft.mail.substring(0, draft.mail.indexOf('@'))), "type", "home");
        }
        for (String value : NOT_A_NUMBER) {
            Draft draft = phoneOnly.removeFirst();
            draft.clear("phoneNumbers");
            draft.add("phoneNumbers", "value", value, "type", "mobile");
        }
        for (int i = 0; i < CAPITALS + SMALL; i++) {
            Draft draft = Duplicates.takeCased(phoneOnly);
            Locale locale = Locale.forLanguageTag(draft.culture.code());
            if (i < CAPITALS) {
                draft.rename(draft.given().toUpperCase(locale), draft.family().toUpperCase(locale));
            } else {
                draft.rename(draft.given().toLowerCase(locale), draft.family().toLowerCase(locale));
            }
        }
        List<Draft> rest = new ArrayList<>(phoneOnly);
        rest.addAll(withMail);
        java.util.Collections.shuffle(rest, dice);
        take(rest, 28).forEach(d -> d.rename(d.family() + ", " + d.given(), ""));
        take(rest, 30).forEach(d -> d.rename(d.given() + " " + d.family(), ""));
        take(rest, 12).forEach(d -> d.rename("", d.given() + " " + d.family()));
        take(rest, 20).forEach(d -> d.rename(d.given() + " ", " " + d.family()));
        take(rest, 15).forEach(d -> d.rename(d.given() + "  " + d.family(), ""));
        take(rest, 4).forEach(d -> d.rename(d.given() + "\u00a0", "\u200b" + d.family()));
        take(rest, 12).forEach(d -> d.rename(d.given() + " " + emoji(), d.family()));
        take(rest, 12).forEach(d -> d.rename(Culture.oneOf(List.of("Dr. ", "Mr ", "Frau ", "Mme ", "Prof. ", "Onkel "), dice) + d.given(), d.family()));
        take(rest, 12).forEach(d -> d.rename(d.given() + " (" + Culture.oneOf(d.culture.companies(), dice) + ")", ""));
        take(rest, 10).forEach(this::nameAsCompany);
        take(rest, 40).forEach(this::oldAddressInNote);
        take(rest, 15).forEach(d -> d.first("phoneNumbers").add("value", new JsonPrimitive(" " + d.phone.in(author.notation(d.culture)) + " ")));
    }

    private String emoji() {
        return Culture.oneOf(List.of("🎻", "❤️", "🐕", "⚽ 2019", "👩‍👩‍👧", "🇮🇪", "🎂"), dice);
    }

    private void nameAsCompany(Draft draft) {
        draft.clear("organizations");
        draft.add("organizations", "name", draft.given() + " " + draft.family(), "type", "work");
    }

    private void oldAddressInNote(Draft draft) {
        draft.clear("biographies");
        draft.add("biographies", "value", Culture.oneOf(draft.culture.streets(), dice) + "\n" + Culture.oneOf(draft.culture.cities(), dice)
                + "\n(until " + (1998 + dice.nextInt(24)) + ")\n\n" + Culture.oneOf(draft.culture.notes(), dice), "contentType", "TEXT_PLAIN");
    }

    /** Takes people with a phone number off the list. */
    private static List<Draft> take(List<Draft> from, int count) {
        List<Draft> taken = new ArrayList<>(from.stream().filter(d -> d.has("phoneNumbers")).limit(count).toList());
        from.removeAll(taken);
        return taken;
    }
}

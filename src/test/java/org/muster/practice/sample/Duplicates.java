package org.muster.practice.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The second entry that an old phone, an import or a colleague made for a person who was there already. */
final class Duplicates {
    /** Kinds and how many of each; with the ADA LOVELACE of the opening people they are ninety. */
    static final int SAME_MAIL = 24;
    static final int SAME_PHONE = 25;
    static final int SWAPPED = 13;
    static final int ALL_CAPS = 14;
    static final int SHORT_NAME = 13;

    private final Author author;
    private final Random dice;

    Duplicates(Author author, Random dice) {
        this.author = author;
        this.dice = dice;
    }

    /**
     * @param withMail  at least {@link #SAME_MAIL} people with an e-mail address
     * @param withPhone at least as many people with a phone number as the other kinds need; taken ones are removed
     * @return the doubles, which share nothing with the lists
     */
    List<Draft> of(List<Draft> withMail, List<Draft> withPhone) {
        List<Draft> doubles = new ArrayList<>();
        for (int i = 0; i < SAME_MAIL; i++) {
            doubles.add(sameMail(withMail.removeFirst()));
        }
        for (int i = 0; i < SAME_PHONE; i++) {
            doubles.add(samePhone(withPhone.removeFirst()));
        }
        for (int i = 0; i < SWAPPED; i++) {
            Draft original = withPhone.removeFirst();
            doubles.add(named(original, original.family(), original.given()));
        }
        for (int i = 0; i < ALL_CAPS; i++) {
            Draft original = takeCased(withPhone);
            Locale locale = Locale.forLanguageTag(original.culture.code());
            doubles.add(named(original, original.given().toUpperCase(locale), original.family().toUpperCase(locale)));
        }
        for (int i = 0; i < SHORT_NAME; i++) {
            Draft original = takeCased(withPhone);
            String initial = original.given().substring(0, original.given().offsetByCodePoints(0, 1)) + ".";
            doubles.add(i % 2 == 0 ? named(original, initial, original.family()) : named(original, original.given(), ""));
        }
        return doubles;
    }

    private Draft sameMail(Draft original) {
        Draft copy = new Draft(original.culture, original.phone);
        copy.add("names", original.name().deepCopy());
        String mail = original.mail;
        int at = mail.indexOf('@');
        copy.add("emailAddresses", "value", switch (dice.nextInt(3)) {
            case 0 -> mail.toUpperCase(Locale.ROOT);
            case 1 -> mail.substring(0, 1).toUpperCase(Locale.ROOT) + mail.substring(1);
            default -> mail.substring(0, at) + mail.substring(at).toUpperCase(Locale.ROOT);
        });
        return copy;
    }

    private Draft samePhone(Draft original) {
        Draft copy = new Draft(original.culture, original.phone);
        copy.add("names", original.name().deepCopy());
        writeOtherwise(copy, original);
        if (author.chance(30)) {
            author.address(copy);
        }
        return copy;
    }

    private Draft named(Draft original, String given, String family) {
        Draft copy = new Draft(original.culture, original.phone);
        copy.rename(given, family);
        writeOtherwise(copy, original);
        return copy;
    }

    private void writeOtherwise(Draft copy, Draft original) {
        String before = original.first("phoneNumbers").get("value").getAsString();
        String value;
        do {
            value = original.phone.in(author.notation(original.culture));
        } while (value.equals(before));
        copy.add("phoneNumbers", "value", value);
    }

    /** Takes the first whose script has capitals and whose name is not too short to show it. */
    static Draft takeCased(List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (cased(draft.given()) && cased(draft.family())) {
                drafts.remove(draft);
                return draft;
            }
        }
        throw new IllegalStateException("no name with capitals left");
    }

    private static boolean cased(String name) {
        // Georgian letters are lower case to Unicode, but nobody capitalises them: their title case is themselves.
        return name.chars().filter(c -> Character.toTitleCase(c) != c || Character.toLowerCase(c) != c).count() > 1;
    }
}

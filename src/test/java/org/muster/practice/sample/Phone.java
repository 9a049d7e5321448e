package org.muster.practice.sample;

import java.util.List;
import java.util.Random;

/**
 * A telephone number that people write in many ways.
 *
 * @param callingCode country calling code without plus
 * @param trunk       prefix of national calls, may be empty
 * @param groups      national number without trunk prefix, in its usual groups, area first
 * @param region      ISO 3166 code of the country
 */
record Phone(String callingCode, String trunk, List<String> groups, String region) {

    static Phone draw(Culture culture, Random dice) {
        String pattern = Culture.oneOf(culture.numbers(), dice);
        StringBuilder number = new StringBuilder();
        pattern.chars().forEach(c -> number.append(c == '#' ? (char) ('0' + dice.nextInt(10)) : (char) c));
        // Hungary dials 06 at home, but the number after +36 has neither digit: the trunk never belongs to the groups.
        return new Phone(culture.callingCode(), culture.trunk(), List.of(number.toString().split(" ")), culture.region());
    }

    String in(Notation notation) {
        String area = groups.getFirst();
        List<String> local = groups.subList(1, groups.size());
        String dense = String.join("", groups);
        return switch (notation) {
            case E164 -> "+" + callingCode + dense;
            case INTERNATIONAL -> "+" + callingCode + " " + String.join(" ", groups);
            case NATIONAL -> trunk + String.join(" ", groups);
            case NATIONAL_DENSE -> trunk + dense;
            case DOTS -> trunk + String.join(".", groups);
            case DASHES -> trunk + String.join("-", groups);
            case ZERO_ZERO -> "00" + callingCode + " " + area + " " + String.join("", local);
            case PARENTHESES -> "(" + trunk + area + ") " + String.join("-", local);
            case SLASH -> trunk + area + "/" + String.join(" ", local);
            case TRUNK_IN_PARENTHESES -> "+" + callingCode + " " + (trunk.isEmpty() ? "" : "(" + trunk + ")") + String.join(" ", groups);
            case EXTENSION -> "+" + callingCode + " " + String.join(" ", groups) + " ext. " + (10 + dense.hashCode() % 10 + 10);
            case OWN_DIGITS -> ownDigits(trunk + String.join("-", groups));
        };
    }

    /** Full-width digits in East Asia, Arabic-Indic, Persian and Devanagari digits where they are usual. */
    private String ownDigits(String text) {
        char zero = switch (region) {
            case "JP", "CN", "KR" -> '\uff10';
            case "EG" -> '\u0660';
            case "IR" -> '\u06f0';
            case "IN" -> '\u0966';
            default -> '0';
        };
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(c >= '0' && c <= '9' ? (char) (zero + c - '0') : (char) c));
        return out.toString();
    }

    /** The ways in which the sample people write a number. */
    enum Notation {
        E164, INTERNATIONAL, NATIONAL, NATIONAL_DENSE, DOTS, DASHES, ZERO_ZERO, PARENTHESES, SLASH, TRUNK_IN_PARENTHESES, EXTENSION, OWN_DIGITS
    }
}

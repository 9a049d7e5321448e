package org.muster.practice.sample;

import java.util.List;
import java.util.Random;

/**
 * What contacts from one corner of the world are made of.
 *
 * @param code        section name, a language tag or a pair of them
 * @param weight      how often it is drawn, relative to the others
 * @param familyFirst the family name is written first
 * @param country     name of the country in its own language
 * @param region      ISO 3166 code of the country
 * @param callingCode country calling code without plus
 * @param trunk       prefix of national calls, may be empty
 * @param numbers     national numbers, {@code #} stands for a digit
 */
record Culture(String code, int weight, boolean familyFirst, String country, String region,
               List<Word> female, List<Word> male, List<Word> family,
               List<String> companies, List<String> streets, List<String> cities,
               List<String> mailDomains, List<String> titles, List<String> notes,
               String callingCode, String trunk, List<String> numbers) {

    /** Languages written without a space between family and given name. */
    boolean joinsNames() {
        return code.equals("zh") || code.equals("ko");
    }

    /** The language tag, without the second of a pair. */
    String language() {
        return Character.isUpperCase(code.charAt(code.length() - 1)) ? code : code.split("-")[0];
    }

    static <T> T oneOf(List<T> pool, Random dice) {
        return pool.get(dice.nextInt(pool.size()));
    }
}

package org.muster.practice.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The pools of {@code cultures.txt}, drawn by weight. */
final class Cultures {
    private final List<Culture> all;
    private final List<Culture> wheel = new ArrayList<>();

    private Cultures(List<Culture> all) {
        this.all = List.copyOf(all);
        all.forEach(culture -> wheel.addAll(java.util.Collections.nCopies(culture.weight(), culture)));
    }

    static Cultures read() {
        try (InputStream in = Cultures.class.getResourceAsStream("cultures.txt")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Culture draw(Random dice) {
        return Culture.oneOf(wheel, dice);
    }

    Culture named(String code) {
        return all.stream().filter(culture -> culture.code().equals(code)).findFirst().orElseThrow();
    }

    List<Culture> all() {
        return all;
    }

    private static Cultures parse(String text) {
        List<Culture> cultures = new ArrayList<>();
        for (String section : text.split("(?m)^\\[")) {
            int close = section.indexOf(']');
            if (!section.startsWith("#") && close > 0) {
                cultures.add(culture(section.substring(0, close), entries(section.substring(close + 1))));
            }
        }
        return new Cultures(cultures);
    }

    private static Map<String, List<String>> entries(String lines) {
        Map<String, List<String>> entries = new HashMap<>();
        for (String line : lines.lines().toList()) {
            int equals = line.indexOf(" = ");
            if (equals > 0) {
                // The limit keeps an empty trunk prefix.
                entries.put(line.substring(0, equals), Arrays.stream(line.substring(equals + 3).split("\\|", -1)).map(String::strip).toList());
            }
        }
        return entries;
    }

    private static Culture culture(String code, Map<String, List<String>> e) {
        List<String> phone = e.get("phone");
        return new Culture(code, Integer.parseInt(e.get("weight").getFirst()),
                e.getOrDefault("order", List.of("")).contains("family-first"),
                e.get("country").get(0), e.get("country").get(1),
                words(e.get("female")), words(e.get("male")), words(e.get("family")),
                e.get("company"), e.get("street"), e.get("city"), e.get("mail"), e.get("title"), e.get("note"),
                phone.get(0), phone.get(1), phone.subList(2, phone.size()));
    }

    private static List<Word> words(List<String> entries) {
        return entries.stream().map(Word::parse).toList();
    }
}

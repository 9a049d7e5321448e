package org.muster.ui.create;

import java.util.List;
import java.util.stream.Collectors;
import org.muster.texts.Texts;

/** Names in a sentence: the first few in quotes, and how many more there are. */
final class Quoted {
    private static final Texts TEXTS = Texts.of(Quoted.class);
    private static final int FEW = 4;

    private Quoted() {}

    static String some(List<String> names) {
        String few = names.stream().limit(FEW).map(name -> TEXTS.get("quoted", name)).collect(Collectors.joining(", "));
        return names.size() > FEW ? TEXTS.get("and-more", few, names.size() - FEW) : few;
    }
}

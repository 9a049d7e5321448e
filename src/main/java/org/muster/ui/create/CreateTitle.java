package org.muster.ui.create;

import java.nio.file.Path;
import org.muster.exchange.Grid;
import org.muster.texts.Texts;

/** What the sheet says above the grid. */
final class CreateTitle {
    private static final Texts TEXTS = Texts.of(CreateTitle.class);

    private CreateTitle() {}

    /** @param file where the rows come from; null for typing */
    static String of(Grid.Counts counts, Path file) {
        String key = counts.ready() == 0 && counts.toFix() > 0 ? "to-fix" : "create";
        int number = counts.ready() == 0 ? counts.toFix() : counts.ready();
        return file == null ? TEXTS.get("title." + key + ".typed", number) : TEXTS.get("title." + key + ".file", number, file.getFileName().toString());
    }
}

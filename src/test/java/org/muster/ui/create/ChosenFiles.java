package org.muster.ui.create;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.ui.FileDialogs;

/** File dialogs whose answer is known before; remembers what they suggested. */
public final class ChosenFiles implements FileDialogs {
    public Path next;
    public final List<String> suggested = new ArrayList<>();

    @Override
    public Optional<Path> open(String title, List<Kind> kinds) {
        return Optional.ofNullable(next);
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, List<Kind> kinds) {
        suggested.add(suggestedName);
        return Optional.ofNullable(next);
    }
}

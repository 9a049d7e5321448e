package org.muster.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muster.ui.FileDialogs;

/**
 * The name under which a chosen file is saved. Some systems' dialogs leave a name as it was typed, and a file of contacts without an extension is one that neither
 * a phone nor a spreadsheet opens.
 */
final class SavedName {
    private SavedName() {}

    /**
     * The chosen file, with the extension of the first kind if it has none. The system's dialog has asked about writing over the very name that was chosen and
     * about no other: so it stays as it is when it is there, or when the name with the extension is.
     */
    static Path of(Path chosen, List<FileDialogs.Kind> kinds) {
        Optional<Path> longer = kinds.stream().flatMap(kind -> kind.patterns().stream()).filter(pattern -> pattern.matches("\\*\\.\\w+")).findFirst()
                .map(pattern -> chosen.resolveSibling(chosen.getFileName() + pattern.substring(1)));
        boolean bare = !chosen.getFileName().toString().contains(".");
        return longer.filter(path -> bare && !Files.exists(chosen) && !Files.exists(path)).orElse(chosen);
    }
}

package org.muster.ui.create;

import java.util.List;
import java.util.function.Consumer;
import org.muster.exchange.ExportResult;
import org.muster.exchange.ReportCsv;
import org.muster.exchange.ReportTable;
import org.muster.texts.Texts;
import org.muster.ui.FileDialogs;
import org.muster.ui.work.Background;

/** Saves the rows that are still to be fixed to a file that can be read back. */
final class FixFile {
    private static final Texts TEXTS = Texts.of(FixFile.class);

    private final FileDialogs dialogs;
    private final Background background;
    private final String name;

    /** @param name what the rows came from, for the suggested file name */
    FixFile(FileDialogs dialogs, Background background, String name) {
        this.dialogs = dialogs;
        this.background = background;
        this.name = name;
    }

    /** Asks where to, and writes; {@code say} gets a sentence about how it went. */
    void save(ReportTable rows, Consumer<String> say) {
        List<FileDialogs.Kind> kinds = List.of(new FileDialogs.Kind(TEXTS.get("save.kind"), List.of("*.csv")));
        dialogs.save(TEXTS.get("save.title"), TEXTS.get("save.name", name), kinds).ifPresent(file -> background.start(
                () -> new ReportCsv().write(file, rows, ReportCsv.Guard.VERBATIM),
                result -> say.accept(switch (result) {
                    case ExportResult.Written written -> TEXTS.get("save.done", written.file());
                    case ExportResult.Failed(var problem) -> problem.sentence();
                    case ExportResult.Cancelled _ -> "";
                }),
                bug -> say.accept(TEXTS.get("save.bug"))));
    }
}

package org.muster.ui.create;

import java.util.List;
import org.muster.texts.Texts;
import org.muster.ui.FileDialogs;

/** What the dialog says that asks for the file to be read. */
public final class OpenDialog {
    private static final Texts TEXTS = Texts.of(OpenDialog.class);

    private OpenDialog() {}

    /** Its title. */
    public static String title() {
        return TEXTS.get("open.title");
    }

    /** The kinds of file that can be read. */
    public static List<FileDialogs.Kind> kinds() {
        return List.of(
                new FileDialogs.Kind(TEXTS.get("kind.both"), List.of("*.csv", "*.vcf", "*.tsv", "*.txt", "*.CSV", "*.VCF")),
                new FileDialogs.Kind(TEXTS.get("kind.all"), List.of("*.*")));
    }
}

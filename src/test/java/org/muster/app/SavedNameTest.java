package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.ui.FileDialogs;

/** A file gets the extension its dialog did not give it, but never writes over one nobody was asked about. */
class SavedNameTest {
    private static final List<FileDialogs.Kind> VCARD = List.of(new FileDialogs.Kind("vCard", List.of("*.vcf", "*.vcard")));

    @Test
    void aBareNameGetsTheExtension(@TempDir Path folder) {
        assertThat(SavedName.of(folder.resolve("choir"), VCARD)).isEqualTo(folder.resolve("choir.vcf"));
    }

    @Test
    void aNameWithAnExtensionStays(@TempDir Path folder) {
        assertThat(SavedName.of(folder.resolve("choir.vcf"), VCARD)).isEqualTo(folder.resolve("choir.vcf"));
        assertThat(SavedName.of(folder.resolve("choir.txt"), VCARD)).isEqualTo(folder.resolve("choir.txt"));
        assertThat(SavedName.of(folder.resolve("choir"), List.of(new FileDialogs.Kind("All", List.of("*.*"))))).isEqualTo(folder.resolve("choir"));
    }

    @Test
    void nothingIsWrittenOverUnasked(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("choir.vcf"), "another's");
        assertThat(SavedName.of(folder.resolve("choir"), VCARD)).isNotEqualTo(other);
        Path agreed = Files.writeString(folder.resolve("band"), "to be replaced");
        assertThat(SavedName.of(agreed, VCARD)).isEqualTo(agreed);
    }
}

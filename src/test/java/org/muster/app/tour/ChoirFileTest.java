package org.muster.app.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.contacts.Label;
import org.muster.exchange.Column;
import org.muster.exchange.Grid;
import org.muster.exchange.ImportFile;
import org.muster.exchange.ImportResult;
import org.muster.exchange.Importer;
import org.muster.exchange.Progress;

class ChoirFileTest {
    @Test
    void isReadWithThreeRowsToFixAndTwoColumnsNobodyKnows(@TempDir Path folder) throws Exception {
        ImportResult read = new Importer().read(new ImportFile(ChoirFile.write(folder)), Progress.NONE);
        Grid grid = Grid.of(((ImportResult.Loaded) read).table(), List.of(new Label("contactGroups/choir", "Choir", false, 0)));
        assertThat(grid.counts()).isEqualTo(new Grid.Counts(100, 97, 3));
        assertThat(grid.columns()).filteredOn(Column::unknown).extracting(Column::header).containsExactly("Voice part", "Paid until");
    }
}

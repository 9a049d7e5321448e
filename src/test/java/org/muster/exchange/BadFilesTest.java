package org.muster.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.muster.exchange.Samples.refused;
import static org.muster.exchange.Samples.table;
import static org.muster.exchange.Samples.written;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.changes.Severity;
import org.muster.exchange.Problem.Code;

@Execution(ExecutionMode.CONCURRENT)
class BadFilesTest {
    @TempDir
    Path folder;

    private Path bytes(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    @Test
    void nothingThereAFolderAndNothingInIt() throws Exception {
        assertThat(refused(folder.resolve("gone.csv")).code()).isEqualTo(Code.NOT_THERE);
        assertThat(refused(folder).code()).isEqualTo(Code.IS_FOLDER);
        assertThat(refused(bytes("empty.csv", new byte[0])).code()).isEqualTo(Code.EMPTY_FILE);
        assertThat(refused(written(folder, "blank.csv", "\ufeff\r\n \r\n", StandardCharsets.UTF_8)).code()).isEqualTo(Code.EMPTY_FILE);
        assertThat(refused(written(folder, "header.csv", "First name,E-mail\n", StandardCharsets.UTF_8)).code()).isEqualTo(Code.NO_ROWS);
    }

    @Test
    void aFileNobodyMayRead() throws Exception {
        Path file = written(folder, "secret.csv", "Name,Mail\nAnn,a@example.org\n", StandardCharsets.UTF_8);
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "the superuser may read everything");
        assertThat(refused(file).code()).isEqualTo(Code.NOT_READABLE);
    }

    @Test
    void filesOfOtherPrograms() throws Exception {
        assertThat(refused(bytes("a.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0})).code()).isEqualTo(Code.PICTURE);
        assertThat(refused(bytes("b.csv", zip("[Content_Types].xml", "xl/workbook.xml"))).code()).isEqualTo(Code.EXCEL);
        assertThat(refused(bytes("c.csv", zip("readme.txt"))).code()).isEqualTo(Code.ARCHIVE);
        assertThat(refused(bytes("d.csv", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))).code()).isEqualTo(Code.PDF);
        byte[] noise = new byte[5000];
        new java.util.Random(7).nextBytes(noise);
        assertThat(refused(bytes("e.csv", noise)).code()).isEqualTo(Code.BINARY);
        assertThat(refused(bytes("b.xlsx", zip("[Content_Types].xml"))).sentence()).contains("Excel workbook").contains("save it as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><html><body>a,b</body></html>", "{\"people\": []}", "[{\"a\": 1}]", "Dear all,\nplease find the list attached.\nBest regards\nAnn", "just some words"})
    void textsThatAreNoTables(String text) throws Exception {
        assertThat(refused(written(folder, "x.csv", text, StandardCharsets.UTF_8)).code()).isEqualTo(Code.NOT_CONTACTS);
    }

    @Test
    void tooBigIsRefusedBeforeItIsRead() throws Exception {
        Path file = folder.resolve("huge.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100_000_001);
        }
        List<Long> told = new ArrayList<>();
        ImportResult result = new Importer().read(new ImportFile(file), progress(told, Long.MAX_VALUE));
        assertThat(result).isEqualTo(new ImportResult.Refused(Problem.error(Code.TOO_BIG_FILE, "huge.csv", 101L, 100)));
        assertThat(told).isEmpty();
    }

    @Test
    void thirtyThousandRowsOfSixtyColumns() throws Exception {
        StringBuilder text = new StringBuilder("First Name,E-mail 1 - Label,E-mail 1 - Value");
        for (int c = 4; c <= 60; c++) {
            text.append(",Extra ").append(c);
        }
        text.append('\n');
        for (int i = 1; i <= 30_000; i++) {
            text.append("Person ").append(i).append(",Home,p").append(i).append("@example.org").append(",".repeat(57)).append('\n');
        }
        Path file = written(folder, "many.csv", text.toString(), StandardCharsets.UTF_8);
        List<Long> told = new ArrayList<>();
        ImportedTable table = Samples.loaded(new Importer().read(new ImportFile(file), progress(told, Long.MAX_VALUE)));
        assertThat(table.rows()).hasSize(30_000);
        assertThat(table.problems()).extracting(Problem::code).containsExactly(Code.TOO_MANY_ROWS);
        assertThat(table.problems().getFirst().sentence()).contains("30,000").contains("25,000");
        assertThat(told).isSorted().last().isEqualTo(2 * Files.size(file));
        assertThat(table.rows().get(29_999).cell(1)).as("kept once").isSameAs(table.rows().getFirst().cell(1));
        assertThat(Grid.of(table, List.of()).counts()).isEqualTo(new Grid.Counts(30_000, 30_000, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3})
    void readingCanBeStopped(long after) throws Exception {
        Path file = written(folder, "many.csv", "Name,Mail\n" + "Ann,a@example.org\n".repeat(60_000), StandardCharsets.UTF_8);
        assertThat(new Importer().read(new ImportFile(file), progress(new ArrayList<>(), after))).isEqualTo(new ImportResult.Cancelled());
        // in the second pass, while rows are being made
        assertThat(new Importer().read(new ImportFile(file).in(StandardCharsets.UTF_8), progress(new ArrayList<>(), after))).isEqualTo(new ImportResult.Cancelled());
    }

    @Test
    void aQuoteThatNeverEnds() throws Exception {
        ImportedTable table = table(written(folder, "cut.csv", "Name,Mail\r\nAnn,a@example.org\r\nBen,\"b@example.org\r\nCid,c@exam", StandardCharsets.UTF_8));
        assertThat(table.rows()).hasSize(2);
        assertThat(table.problems()).extracting(Problem::code).containsExactly(Code.CUT_OFF_QUOTE);
        assertThat(table.problems().getFirst().sentence()).contains("line 3").contains("row 2");
        Grid grid = Grid.of(table, List.of());
        assertThat(grid.check(0).ready()).isTrue();
        assertThat(grid.check(1).toFix()).isTrue();
        assertThat(refused(written(folder, "all.csv", "\"Name,Mail\nAnn,a@example.org\n", StandardCharsets.UTF_8)).code()).isIn(Code.ENDLESS_CELL, Code.NOT_CONTACTS);
        assertThat(table(written(folder, "fine.csv", "Name,Mail\nAnn,\"a@example.org\"", StandardCharsets.UTF_8)).problems()).isEmpty();
    }

    @Test
    void aCellOfMegabytes() throws Exception {
        assertThat(refused(written(folder, "long.csv", "Name,Mail\nAnn,\"" + "x".repeat(17 << 20), StandardCharsets.UTF_8)).code()).isEqualTo(Code.ENDLESS_CELL);
    }

    @Test
    void aRowWithMoreCellsThanColumns() throws Exception {
        Grid grid = Grid.of(table(written(folder, "comma.csv", "Name,Company,E-mail\nAnn,Smith, Sons and Co,a@example.org\nBen,Ltd,b@example.org,,\n", StandardCharsets.UTF_8)), List.of());
        assertThat(grid.columns()).extracting(Column::title).containsExactly("Full name, free form", "Company", "E-mail", "Column 4");
        assertThat(grid.check(0).summary()).contains("4 cells").contains("3 columns");
        assertThat(grid.check(1).ready()).as("empty cells are no cells").isTrue();
        grid.setCell(0, 1, "Smith, Sons and Co");
        grid.setCell(0, 2, "a@example.org");
        assertThat(grid.setCell(0, 3, "").ready()).isTrue();
    }

    @Test
    void cardsWithoutEndAndLinesBetweenThem() throws Exception {
        String text = "hello\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann One\r\nN:One;Ann;;;\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nN:Two;Ben;;;\r\nFN:Ben Two\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nN:Three;Cid;;;\r\nEMAIL:cid@exam";
        ImportedTable table = table(written(folder, "cut.vcf", text, StandardCharsets.UTF_8));
        assertThat(table.rows()).hasSize(3);
        assertThat(table.problems()).extracting(Problem::code).containsExactlyInAnyOrder(Code.CUT_OFF_CARD, Code.CUT_OFF_CARD, Code.BROKEN_LINES);
        Grid grid = Grid.of(table, List.of());
        assertThat(grid.check(0).toFix()).isTrue();
        assertThat(grid.check(1).ready()).isTrue();
        assertThat(grid.check(2).toFix()).isTrue();
        assertThat(grid.accept(0).ready()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyProblemHasASentence(Code code) {
        List<Object> args = switch (code) {
            case TOO_MANY_ROWS, TOO_MANY_CELLS, BROKEN_LINES, MEDIA_LEFT_OUT, ODD_SIGNS -> List.of(12, 5);
            case REFUSED -> List.of("What the server said, a sentence of its own.");
            default -> List.of("people.csv", 12, 5);
        };
        String sentence = new Problem(code, Severity.ERROR, 7, 3, args).sentence();
        assertThat(sentence).doesNotContain("{").hasSizeGreaterThan(20);
    }

    private static Progress progress(List<Long> told, long stopAfter) {
        return new Progress() {
            private long asked;

            @Override
            public void at(long done, long total) {
                told.add(done);
            }

            @Override
            public boolean cancelled() {
                return asked++ >= stopAfter;
            }
        };
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(1);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

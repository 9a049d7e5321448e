package org.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.muster.contacts.json.JsonLines;

/** What goes into one value of the database comes out of it, line by line. */
class LinesTest {
    @Property(tries = 200)
    void whatGoesInComesOut(@ForAll @Size(min = 1, max = 6) List<@Size(max = 3) List<String>> rows) {
        JsonLines json = new JsonLines();
        for (List<String> row : rows) {
            if (row.isEmpty()) {
                json.addNothing();
            } else {
                json.addRow(row.stream().map(LinesTest::whole).toList());
            }
        }
        byte[] text = json.bytes();

        List<String> lines = Lines.read(text);
        assertThat(lines).hasSameSizeAs(rows);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(Lines.read(text, i)).isEqualTo(lines.get(i));
            List<String> row = rows.get(i).stream().map(LinesTest::whole).toList();
            if (!row.isEmpty()) {
                Lines.Row read = Lines.row(lines.get(i));
                assertThat(IntStream.range(0, row.size()).mapToObj(read::text)).isEqualTo(row);
                assertThat(read.text(row.size())).isEmpty();
            }
        }
        assertThatThrownBy(() -> Lines.read(text, lines.size())).isInstanceOf(IllegalStateException.class);
    }

    /** Without halves of letters, which have no form in UTF-8. */
    private static String whole(String text) {
        return text.codePoints().filter(letter -> letter < Character.MIN_SURROGATE || letter > Character.MAX_SURROGATE).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}

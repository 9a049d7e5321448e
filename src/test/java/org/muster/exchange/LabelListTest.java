package org.muster.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Label names in one cell: as people write them, and as we write them. */
class LabelListTest {
    @Test
    void asPeopleWriteThem() {
        assertThat(LabelList.split("Friends, Work;Choir ::: Chess")).containsExactly("Friends", "Work", "Choir", "Chess");
        assertThat(LabelList.split(" , ;;Friends\n,, ")).containsExactly("Friends");
        assertThat(LabelList.split("\"Choir, old\" ; Work")).containsExactly("Choir, old", "Work");
        assertThat(LabelList.split("The \"A\" list, \"B\" list, \"open, Work")).containsExactly("The \"A\" list", "\"B\" list", "\"open", "Work");
        assertThat(LabelList.split("\"\", Work")).containsExactly("Work");
        assertThat(LabelList.split("")).isEmpty();
    }

    @Property
    void whatWeWriteIsRead(@ForAll("names") List<String> names) {
        assertThat(LabelList.split(LabelList.join(names))).isEqualTo(names);
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.strings().withChars("ab ,;:\"").ofMinLength(1).ofMaxLength(12).map(String::strip).filter(name -> !name.isEmpty()).list().ofMaxSize(5);
    }
}

package org.muster.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Birthday;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource({"1815-12-10, 10 December 1815", "--02-29, 29 February", "1815-12, December 1815", "1815, 1815"})
    void readsWritesAndShows(String written, String shown) {
        var date = Dates.parse(written).orElseThrow();
        assertThat(Dates.write(date)).isEqualTo(written);
        assertThat(Dates.show(date, Locale.UK)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "1815-13-01", "2023-02-29", "--02-30", "10.12.1815", "-"})
    void refusesDaysThatNeverWere(String text) {
        assertThat(Dates.parse(text)).isEmpty();
        if (!text.isEmpty()) {
            assertThat(PersonField.BIRTHDAYS.mainSubField().accepts(text)).isFalse();
        }
    }

    @Test
    void aSubFieldWritesReadsAndTakesAway() {
        Birthday birthday = new Birthday();
        SubField date = PersonField.BIRTHDAYS.mainSubField();
        date.write(birthday, "1815-12-10");
        assertThat(date.read(birthday)).isEqualTo("1815-12-10");
        date.write(birthday, "");
        assertThat(birthday.getDate()).isNull();
        assertThat(date.read(birthday)).isEmpty();
    }
}

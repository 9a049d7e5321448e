package org.muster.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FieldMaskTest {
    /** As Google documents them for {@code personFields}. */
    private static final String READ = "addresses, ageRanges, biographies, birthdays, calendarUrls, clientData, coverPhotos, emailAddresses, events, externalIds, genders, imClients, interests, locales, locations, memberships, metadata, miscKeywords, names, nicknames, occupations, organizations, phoneNumbers, photos, relations, sipAddresses, skills, urls, userDefined";
    /** Read by everyone, written by Google alone. */
    private static final String READ_ONLY = "ageRanges, coverPhotos, metadata, photos, skills";

    @Test
    void holdsExactlyGooglesReadPaths() {
        assertThat(paths(FieldMask.all())).isEqualTo(Set.of(READ.split(", "))).hasSize(29);
    }

    @Test
    void holdsExactlyGooglesWritePaths() {
        Set<String> expected = Arrays.stream(READ.split(", ")).collect(Collectors.toSet());
        expected.removeAll(Set.of(READ_ONLY.split(", ")));
        assertThat(paths(FieldMask.writable())).isEqualTo(expected).hasSize(24);
    }

    @Test
    void readsBackWhatItWrites() {
        for (FieldMask mask : new FieldMask[] {FieldMask.all(), FieldMask.writable(), FieldMask.none(), FieldMask.of(PersonField.URLS)}) {
            assertThat(FieldMask.parse(mask.toString())).isEqualTo(new FieldMask.Parsed(mask, java.util.List.of()));
        }
    }

    @Test
    void namesEveryWrongPathAndKeepsTheRightOnes() {
        FieldMask.Parsed parsed = FieldMask.parse(" person.names, emailAdresses;\nphoneNumbers names etag");
        assertThat(parsed.mask()).isEqualTo(FieldMask.of(PersonField.NAMES, PersonField.PHONE_NUMBERS));
        assertThat(parsed.wrongPaths()).containsExactly("emailAdresses", "etag");
    }

    @Test
    void theFourSingletonsAreGoogles() {
        assertThat(Arrays.stream(PersonField.values()).filter(PersonField::single).map(PersonField::path)).containsExactlyInAnyOrder("names", "biographies", "birthdays", "genders");
    }

    @Test
    void everyFieldAndEveryPartHasWordsForPeople() {
        for (PersonField field : PersonField.values()) {
            assertThat(field.label()).isNotBlank();
            field.subFields().forEach(part -> assertThat(field.label(part)).isNotBlank());
        }
    }

    @Test
    void everyPartExistsInGooglesModel() {
        for (PersonField field : PersonField.values()) {
            field.subFields().forEach(part -> assertThat(field.newItem().getClassInfo().getFieldInfo(part.name())).as(part.path()).isNotNull());
        }
    }

    private static Set<String> paths(FieldMask mask) {
        return mask.fields().stream().map(PersonField::path).collect(Collectors.toSet());
    }
}

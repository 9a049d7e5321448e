package org.muster.ui.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;

class MaskModelTest {
    private static final Map<PersonField, Counts> COUNTS = Map.of(PersonField.NAMES, new Counts(0, 0, 312), PersonField.ORGANIZATIONS, new Counts(311, 0, 1), PersonField.BIOGRAPHIES, new Counts(0, 27, 285));

    private final MaskModel read = new MaskModel(Mode.READ);
    private final MaskModel write = new MaskModel(Mode.OVERWRITE);
    private final MaskModel back = new MaskModel(Mode.READ_BACK);

    @Test
    void tickAndTextFollowEachOther() {
        read.tick(PersonField.EMAIL_ADDRESSES, true);
        read.tick(PersonField.NAMES, true);
        assertThat(read.textProperty().get()).isEqualTo("names,emailAddresses");

        read.textProperty().set("photos urls;person.names");
        assertThat(read.maskProperty().get()).isEqualTo(FieldMask.of(PersonField.NAMES, PersonField.URLS, PersonField.PHOTOS));
        assertThat(read.textProperty().get()).isEqualTo("photos urls;person.names");
    }

    @Test
    void aWrongPathIsNamedAndNeverDropped() {
        read.textProperty().set("names,emailAdress,xyzzy,etag");

        assertThat(read.problemsProperty().get()).extracting(MaskProblem::piece).containsExactly("emailAdress", "xyzzy", "etag");
        assertThat(read.problemsProperty().get().getFirst()).isInstanceOfSatisfying(MaskProblem.NoField.class, p -> assertThat(p.near()).contains(PersonField.EMAIL_ADDRESSES));
        assertThat(read.problemsProperty().get().get(1)).isInstanceOfSatisfying(MaskProblem.NoField.class, p -> assertThat(p.near()).isEmpty());
        assertThat(read.problemsProperty().get().get(2)).isInstanceOf(MaskProblem.AlwaysThere.class);
        assertThat(read.validProperty().get()).isFalse();
        assertThat(read.maskProperty().get()).isEqualTo(FieldMask.of(PersonField.NAMES));

        read.tick(PersonField.URLS, true);
        assertThat(read.textProperty().get()).isEqualTo("names,urls,emailAdress,xyzzy,etag");
        read.textProperty().set("names");
        assertThat(read.validProperty().get()).isTrue();
    }

    @Test
    void whatPeopleCallAFieldIsUnderstood() {
        assertThat(NearestField.to("Company")).contains(PersonField.ORGANIZATIONS);
        assertThat(NearestField.to("phoneNumber")).contains(PersonField.PHONE_NUMBERS);
        assertThat(NearestField.to("NAMES")).contains(PersonField.NAMES);
    }

    @Test
    void nothingToReadIsNoChoiceButNothingToReadBackIs() {
        assertThat(read.validProperty().get()).isFalse();
        assertThat(back.validProperty().get()).isFalse();

        back.nothingByChoiceProperty().set(true);
        assertThat(back.validProperty().get()).isTrue();
        back.tick(PersonField.NAMES, true);
        assertThat(back.nothingByChoiceProperty().get()).isFalse();
        back.choose(Preset.NOTHING);
        assertThat(back.validProperty().get()).isTrue();
        assertThat(back.maskProperty().get()).isEqualTo(FieldMask.none());
        back.choose(Preset.EVERYTHING);
        assertThat(back.maskProperty().get()).isEqualTo(FieldMask.all());
    }

    @Test
    void whatWasNotReadOrIsGooglesCannotBeOverwritten() {
        write.setCounts(COUNTS);
        write.tick(PersonField.URLS, true);
        assertThat(write.maskProperty().get()).isEqualTo(FieldMask.none());

        write.textProperty().set("names,urls,photos");
        assertThat(write.problemsProperty().get()).hasExactlyElementsOfTypes(MaskProblem.NotLoaded.class, MaskProblem.ReadOnly.class);
        assertThat(write.maskProperty().get()).isEqualTo(FieldMask.of(PersonField.NAMES));
        assertThat(write.validProperty().get()).isFalse();
    }

    @Test
    void emptyingNeedsAYesOfItsOwnAndMoreNeedsAnother() {
        write.setCounts(COUNTS);
        write.choose(Preset.CHANGED);
        assertThat(write.maskProperty().get()).isEqualTo(FieldMask.of(PersonField.ORGANIZATIONS, PersonField.BIOGRAPHIES));
        assertThat(write.cleared()).containsExactly(Map.entry(PersonField.BIOGRAPHIES, 27));
        assertThat(write.validProperty().get()).isFalse();

        write.confirmedProperty().set(true);
        assertThat(write.validProperty().get()).isTrue();
        write.setCounts(Map.of(PersonField.ORGANIZATIONS, new Counts(310, 0, 2), PersonField.BIOGRAPHIES, new Counts(0, 26, 286)));
        assertThat(write.validProperty().get()).isTrue();
        write.setCounts(Map.of(PersonField.ORGANIZATIONS, new Counts(310, 0, 2), PersonField.BIOGRAPHIES, new Counts(0, 28, 284)));
        assertThat(write.confirmedProperty().get()).isFalse();
        assertThat(write.validProperty().get()).isFalse();
    }

    @Test
    void aYesDoesNotHoldForAnotherField() {
        write.setCounts(COUNTS);
        write.choose(Preset.CHANGED);
        write.confirmedProperty().set(true);
        write.tick(PersonField.BIOGRAPHIES, false);
        assertThat(write.confirmedProperty().get()).isFalse();
        assertThat(write.validProperty().get()).isTrue();
        write.tick(PersonField.BIOGRAPHIES, true);
        assertThat(write.validProperty().get()).isFalse();
    }

    @Test
    void everyFieldStandsInJustOneGroup() {
        assertThat(FieldGroup.arrange(read).values().stream().flatMap(java.util.List::stream)).containsExactlyInAnyOrder(PersonField.values());
        write.setCounts(COUNTS);
        assertThat(FieldGroup.arrange(write).get(FieldGroup.LOADED)).containsExactly(PersonField.ORGANIZATIONS, PersonField.BIOGRAPHIES, PersonField.NAMES);
        assertThat(FieldGroup.arrange(write).get(FieldGroup.NOT_LOADED)).hasSize(21).doesNotContain(PersonField.PHOTOS);
    }
}

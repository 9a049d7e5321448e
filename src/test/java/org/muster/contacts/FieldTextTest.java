package org.muster.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.PhoneNumber;
import com.google.api.services.people.v1.model.UserDefined;
import org.junit.jupiter.api.Test;

class FieldTextTest {
    @Test
    void aTypeReadsTheSameBeforeAndAfterGoogleHasPutItIntoWords() {
        PhoneNumber read = new PhoneNumber().setType("homeFax").setFormattedType("Home Fax");
        assertThat(FieldText.typeOf(new PhoneNumber().setType("homeFax"))).isEqualTo(FieldText.typeOf(read)).isEqualTo("Home Fax");
    }

    @Test
    void whatIsNoTypeOfGooglesStaysAsItIs() {
        assertThat(FieldText.typeOf(new PhoneNumber().setType("Mum’s old one"))).isEqualTo("Mum’s old one");
        assertThat(FieldText.typeOf(new PhoneNumber().setType("büro").setFormattedType("büro"))).isEqualTo("büro");
        assertThat(FieldText.typeOf(new UserDefined().setKey("shoeSize").setValue("44"))).isEqualTo("shoeSize");
        assertThat(FieldText.typeOf(new PhoneNumber())).isEmpty();
    }
}

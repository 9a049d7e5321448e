package org.muster.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.ClientData;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.Url;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;

class MassChangeTest {
    private static Contact contact(String name) {
        return People.contact(new Person().setResourceName(name).setNames(List.of(new Name().setGivenName("Ada"))));
    }

    private static Change emptied(String name, PersonField field) {
        Person before = new Person().setResourceName(name).setNames(List.of(new Name().setGivenName("Ada"))).setUrls(List.of(new Url().setValue("https://example.org")));
        return new Change.Update(People.contact(before), new Person().setResourceName(name), FieldMask.of(field));
    }

    @Test
    void countsContactsAndNotWhatIsDoneToThem() {
        Change first = new Change.Create(new Person(), "");
        assertThat(Change.contacts(List.of(first, new Change.Create(new Person(), "")))).as("new ones are two, however alike").isEqualTo(2);
        List<Change> back = List.of(new Change.Create(new Person(), "", "people/c1"), new Change.SetPhoto("people/c1", "photo", "Ada"), new Change.SetPhoto("people/c2", "photo", "Bert"));
        assertThat(MassChange.of(back, 10)).isEqualTo(new MassChange(0, 2, 10));
        List<Change> edits = List.of(emptied("people/c1", PersonField.NAMES), emptied("people/c1", PersonField.URLS), new Change.Delete(contact("people/c2")));
        assertThat(MassChange.of(edits, 10)).isEqualTo(new MassChange(2, 2, 10));
    }

    @Test
    void nothingOfAContactIsLostWithMustersOwnMarks() {
        ClientData mark = new ClientData().setKey(Marker.KEY).setValue(Marker.of("job", 1));
        assertThat(MassChange.of(List.of(withoutClientData(mark)), 1)).isEqualTo(new MassChange(0, 1, 1));
        ClientData theirs = new ClientData().setKey("somebody").setValue("else");
        assertThat(MassChange.of(List.of(withoutClientData(mark, theirs)), 1)).as("the mark, and what another program noted").isEqualTo(new MassChange(1, 1, 1));
    }

    private static Change withoutClientData(ClientData... noted) {
        Person before = new Person().setResourceName("people/c1").setClientData(List.of(noted));
        return new Change.Update(People.contact(before), new Person().setResourceName("people/c1"), FieldMask.of(PersonField.CLIENT_DATA));
    }
}

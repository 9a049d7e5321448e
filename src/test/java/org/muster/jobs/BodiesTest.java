package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.people.v1.model.Person;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;

/** What goes over the wire, to the letter. */
class BodiesTest {
    private static final String READ = """
            {"resourceName":"people/c1","etag":"%E1","metadata":{"objectType":"PERSON","sources":[
               {"type":"PROFILE","id":"9","etag":"#P","profileMetadata":{"objectType":"PERSON"}},
               {"type":"CONTACT","id":"1","etag":"#C","updateTime":"2024-01-01T00:00:00Z"}]},
             "photos":[{"url":"http://p","default":true}],
             "names":[{"metadata":{"primary":true,"sourcePrimary":true,"source":{"type":"CONTACT","id":"1"}},"displayName":"Ada L","displayNameLastFirst":"L, Ada","givenName":"Ada","familyName":"L","unstructuredName":"Ada L"}],
             "addresses":[{"metadata":{"primary":true,"verified":true,"source":{"type":"CONTACT","id":"1"}},"formattedValue":"1 Road\\nTown","streetAddress":"1 Road","city":"Town","type":"home","formattedType":"Home"},
                          {"formattedValue":"somewhere","type":"work"}],
             "phoneNumbers":[{"value":"020","canonicalForm":"+4420","type":"mobile","formattedType":"Mobile"}],
             "emailAddresses":[{"metadata":{"source":{"type":"PROFILE","id":"9"}},"value":"p@example.org"},{"metadata":{"source":{"type":"CONTACT","id":"1"}},"value":"c@example.org"}],
             "genders":[{"value":"female","formattedValue":"Female"}],
             "imClients":[{"username":"ada","protocol":"skype","formattedProtocol":"Skype"}],
             "birthdays":[{"date":{"year":1815,"month":12,"day":10},"text":"10/12/1815"}],
             "memberships":[{"contactGroupMembership":{"contactGroupId":"myContacts","contactGroupResourceName":"contactGroups/myContacts"}},{"domainMembership":{"inViewerDomain":true}}],
             "clientData":[{"key":"muster","value":"old/1"},{"key":"other","value":"x"}]}
            """;

    private static Person person(String json) {
        try {
            return GsonFactory.getDefaultInstance().fromString(json, Person.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Person person) throws IOException {
        return GsonFactory.getDefaultInstance().toString(person);
    }

    @Test
    void anUpdateSendsItsVersionAndTheMaskedFieldsOwnWritableParts() throws IOException {
        Contact before = new Contact(person(READ), FieldMask.all());
        FieldMask mask = FieldMask.of(PersonField.NAMES, PersonField.ADDRESSES, PersonField.PHONE_NUMBERS, PersonField.EMAIL_ADDRESSES, PersonField.GENDERS, PersonField.IM_CLIENTS, PersonField.BIRTHDAYS, PersonField.MEMBERSHIPS);
        Person body = Bodies.update(new Change.Update(before, before.copy(), mask), before, false);

        assertThat(person(json(body))).isEqualTo(person("""
                {"resourceName":"people/c1","etag":"%E1","metadata":{"sources":[{"type":"CONTACT","id":"1","etag":"#C"}]},
                 "names":[{"metadata":{"sourcePrimary":true},"givenName":"Ada","familyName":"L"}],
                 "addresses":[{"streetAddress":"1 Road","city":"Town","type":"home"},{"formattedValue":"somewhere","type":"work"}],
                 "phoneNumbers":[{"value":"020","type":"mobile"}],
                 "emailAddresses":[{"value":"c@example.org"}],
                 "genders":[{"value":"female"}],
                 "imClients":[{"username":"ada","protocol":"skype"}],
                 "birthdays":[{"date":{"year":1815,"month":12,"day":10}}],
                 "memberships":[{"contactGroupMembership":{"contactGroupResourceName":"contactGroups/myContacts"}}]}
                """));
    }

    @Test
    void aMaskedFieldWithoutValuesIsLeftOutSoThatItIsCleared() throws IOException {
        Contact before = new Contact(person(READ), FieldMask.all());
        Person after = before.copy().setPhoneNumbers(null);
        assertThat(json(Bodies.update(new Change.Update(before, after, FieldMask.of(PersonField.PHONE_NUMBERS)), before, false))).doesNotContain("phone", "names");
    }

    @Test
    void aCreateCarriesItsMarkerAndNoOlderOne() throws IOException {
        Person draft = person(READ.replace("\"resourceName\":\"people/c1\",\"etag\":\"%E1\",", ""));
        String before = json(draft);
        Person body = Bodies.create(new Change.Create(draft, ""), "job/7");

        assertThat(body.getClientData().stream().map(d -> d.getKey() + "=" + d.getValue())).containsExactly("other=x", "muster=job/7");
        assertThat(json(body)).doesNotContain("photos", "sources", "formattedType", "p@example.org", "displayName");
        assertThat(json(draft)).as("the draft belongs to the change set").isEqualTo(before);
    }

    @Test
    void aFreeFormNameAloneIsSent() throws IOException {
        Person draft = person("{\"names\":[{\"unstructuredName\":\"Ada L\"}]}");
        assertThat(json(Bodies.create(new Change.Create(draft, ""), "m"))).contains("\"unstructuredName\":\"Ada L\"");
    }

    @Test
    void freeFormNamesAreComparedByTheirFreeForm() {
        Contact read = new Contact(person("{\"resourceName\":\"people/c1\",\"names\":[{\"unstructuredName\":\"Ada L\",\"givenName\":\"Ada\",\"familyName\":\"L\"}]}"), FieldMask.all());
        FieldMask names = FieldMask.of(PersonField.NAMES);
        assertThat(Sameness.under(names, person("{\"names\":[{\"unstructuredName\":\"Ada L\"}]}"), read)).isTrue();
        assertThat(Sameness.under(names, person("{\"names\":[{\"unstructuredName\":\"Bob\"}]}"), read)).isFalse();
    }
}

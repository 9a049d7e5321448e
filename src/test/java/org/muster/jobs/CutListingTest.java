package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** A listing gives no more than a hundred e-mail addresses of a contact: all of them, or it is said that they could not be had. */
class CutListingTest {
    private static final FieldMask MASK = FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES);

    private JobWorld world;
    private WatchedGateway watched;
    private String large;

    @BeforeEach
    void open() {
        world = new JobWorld();
        world.given(3);
        JsonObject person = new JsonObject();
        JsonArray addresses = new JsonArray();
        for (int i = 0; i < 120; i++) {
            JsonObject address = new JsonObject();
            address.addProperty("value", "a" + i + "@example.org");
            addresses.add(address);
        }
        person.add("emailAddresses", addresses);
        large = world.server.putContact(person);
        world.given(2);
        watched = new WatchedGateway(world.gateway);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private List<Contact> listed() {
        List<Contact> all = new ArrayList<>();
        UndoWorld.ok(watched.list(MASK, Set.of(), page -> all.addAll(page.contacts())));
        return all;
    }

    private Answer<List<Contact>> complete() {
        return CutListing.completed(listed(), MASK, watched, Set.of());
    }

    @Test
    void whatWasCutIsReadByItselfInItsPlace() {
        List<Contact> listed = listed();
        assertThat(listed.stream().filter(c -> !c.loaded().containsAll(MASK))).extracting(Contact::resourceName).containsExactly(large);
        List<Contact> whole = UndoWorld.ok(complete());
        assertThat(whole).extracting(Contact::resourceName).isEqualTo(listed.stream().map(Contact::resourceName).toList());
        assertThat(whole).allMatch(c -> c.loaded().containsAll(MASK));
        assertThat(whole.stream().filter(c -> c.resourceName().equals(large)).findFirst().orElseThrow().items(PersonField.EMAIL_ADDRESSES)).hasSize(120);
    }

    @Test
    void whoCannotBeReadByHimselfIsNotTakenAsHeWasListed() {
        for (Optional<Answer<Contact>> said : List.of(Optional.<Answer<Contact>>empty(), Optional.<Answer<Contact>>of(new Answer.Failed<>(new ApiError(ErrorCause.SERVER, 500, "", "", ""))))) {
            watched.got = items -> {
                Map<String, Answer<Contact>> others = new HashMap<>(items);
                others.remove(large);
                said.ifPresent(answer -> others.put(large, answer));
                return others;
            };
            assertThat(complete()).isInstanceOf(Answer.Failed.class);
        }
    }

    @Test
    void whoIsGoneSinceIsLeftOut() {
        List<Contact> listed = listed();
        world.server.deleteElsewhere(large);
        assertThat(UndoWorld.ok(CutListing.completed(listed, MASK, watched, Set.of()))).hasSize(listed.size() - 1).extracting(Contact::resourceName).doesNotContain(large);
    }
}

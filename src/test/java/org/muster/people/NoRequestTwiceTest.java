package org.muster.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.practice.Fault;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;

/**
 * The JDK repeats a POST by itself when a kept connection dies before an answer came, unless the body was streamed. Nothing that changes contacts may go out
 * twice without anybody knowing.
 */
class NoRequestTwiceTest {
    private static final FieldMask NAMES = FieldMask.of(PersonField.NAMES);

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"CUT_BEFORE", "CUT_AFTER", "BODY_CUT"})
    void onAKeptConnectionThatIsCut(Fault fault) throws IOException {
        try (PracticeServer server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()))) {
            PeopleGateway gateway = GooglePeopleGateway.withToken(server.endpoint(), server::token);
            Person draft = new Person().setNames(List.of(new Name().setGivenName("Ada")));
            assertThat(gateway.batchCreate(List.of(draft), NAMES, Set.of())).isInstanceOf(Answer.Ok.class);
            Contact made = contact(server, gateway);

            server.log().clear();
            server.faults().next(fault);
            assertThat(gateway.batchCreate(List.of(draft), NAMES, Set.of())).isInstanceOf(Answer.Failed.class);
            assertThat(server.log().entries()).hasSize(1);
            assertThat(server.contactCount()).isEqualTo(fault.afterWrite() ? 2 : 1);

            gateway.labels();
            server.log().clear();
            server.faults().next(fault);
            Person body = new Person().setEtag(made.etag()).setNames(List.of(new Name().setGivenName("Eve")));
            assertThat(gateway.batchUpdate(Map.of(made.resourceName(), body), NAMES, NAMES, Set.of())).isInstanceOf(Answer.Failed.class);
            assertThat(server.log().entries()).hasSize(1);

            gateway.labels();
            server.log().clear();
            server.faults().next(fault);
            assertThat(gateway.batchDelete(List.of(made.resourceName()))).isInstanceOf(Answer.Failed.class);
            assertThat(server.log().entries()).hasSize(1);

            gateway.labels();
            server.log().clear();
            server.faults().next(fault);
            assertThat(gateway.createLabel("Friends of Ada")).isInstanceOf(Answer.Failed.class);
            assertThat(server.log().entries()).hasSize(1);
        }
    }

    private static Contact contact(PracticeServer server, PeopleGateway gateway) {
        List<Contact> all = new java.util.ArrayList<>();
        gateway.list(NAMES, Set.of(), page -> all.addAll(page.contacts()));
        return all.getFirst();
    }
}

package org.muster.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;

class OneMutateAtATimeTest {
    @Test
    void aNewLabelWaitsForTheBatchOnItsWay() throws Exception {
        try (PracticeServer server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none())); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.faults().latency(Duration.ofMillis(30));
            PeopleGateway gateway = GooglePeopleGateway.withToken(server.endpoint(), server::token);
            var batches = IntStream.range(0, 4).mapToObj(i -> threads.submit(() -> gateway.batchCreate(List.of(ada(i)), FieldMask.none(), Set.of()))).toList();
            var labels = IntStream.range(0, 4).mapToObj(i -> threads.submit(() -> gateway.createLabel("Choir " + i))).toList();
            for (var batch : batches) {
                assertThat(batch.get()).isInstanceOf(Answer.Ok.class);
            }
            for (var label : labels) {
                assertThat(label.get()).isInstanceOf(Answer.Ok.class);
            }
            assertThat(server.contactCount()).isEqualTo(4);
            assertThat(server.log().maxMutatesInFlight()).isEqualTo(1);
        }
    }

    @Test
    void alsoWhenTheDoorIsLedElsewhereMeanwhile() throws Exception {
        try (PracticeServer server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none())); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.faults().latency(Duration.ofMillis(300));
            HeldGateway door = new HeldGateway(GooglePeopleGateway.withToken(server.endpoint(), server::token), () -> true);
            CountDownLatch sending = new CountDownLatch(1);
            var batch = threads.submit(() -> {
                Prepared<List<Answer<Contact>>> written = door.prepareCreate(List.of(ada(0)), FieldMask.none(), Set.of());
                sending.countDown();
                return written.send().read();
            });
            sending.await();
            door.leadTo(GooglePeopleGateway.withToken(server.endpoint(), server::token));
            assertThat(door.createLabel("Choir")).isInstanceOf(Answer.Ok.class);
            assertThat(batch.get()).isInstanceOf(Answer.Ok.class);
            assertThat(server.log().maxMutatesInFlight()).isEqualTo(1);
        }
    }

    private static Person ada(int i) {
        return new Person().setNames(List.of(new Name().setGivenName("Ada " + i)));
    }
}

package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.ClientData;
import com.google.api.services.people.v1.model.Person;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.muster.changes.Change;
import org.muster.changes.Marker;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;

class TidyingTest {
    @Test
    void theMarksOfAJobGoWhenItHasEndedAndNothingElseDoes() throws Exception {
        try (JobWorld world = new JobWorld()) {
            Person own = JobWorld.named("Own").setClientData(List.of(new ClientData().setKey("theirs").setValue("stays")));
            CompletableFuture<Job> second = new CompletableFuture<>();
            world.service.addListener(job -> {
                if (job.changes().title().equals("tidy 2")) {
                    second.complete(job);
                }
            });
            Job job = world.submit(List.of(JobWorld.create("New"), new Change.Create(own, "")), JobWorld.FIELDS);
            Tidying tidying = new Tidying(world.service, world.lane(), count -> "tidy " + count);
            job.addListener(tidying);
            JobWorld.finish(job);
            tidying.accept(job);
            JobWorld.finish(second.get(20, TimeUnit.SECONDS));

            assertThat(world.listed(FieldMask.of(PersonField.CLIENT_DATA)).stream().flatMap(c -> c.items(PersonField.CLIENT_DATA).stream()))
                    .hasSize(1).noneMatch(Marker::is);
            assertThat(world.service.jobs()).as("once, however often it is told").hasSize(2);
        }
    }
}

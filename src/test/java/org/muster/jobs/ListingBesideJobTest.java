package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;

/** The book is read anew while a job is at work. */
@Timeout(60)
class ListingBesideJobTest {
    @Test
    void whatAJobDidMeanwhileIsNotForgotten() {
        try (JobWorld world = new JobWorld()) {
            List<Contact> there = world.given(3);
            List<Contact> read = new ArrayList<>();
            try (ContactBook.Listing listing = world.book.listing()) {
                world.gateway.list(JobWorld.FIELDS, Set.of(), page -> read.addAll(page.contacts()));
                Job job = world.run(JobWorld.create("New"), JobWorld.rename(there.get(0), "Renamed"), new Change.Delete(there.get(1)));
                assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 3));
                listing.replaceAll(read);
            }

            assertThat(world.book.contacts().stream().map(JobWorld::given)).containsExactlyInAnyOrder("New", "Renamed", "Person");
            assertThat(world.book.find(there.get(1).resourceName())).isEmpty();
            Contact renamed = world.book.find(there.get(0).resourceName()).orElseThrow();
            assertThat(JobWorld.counts(world.run(JobWorld.rename(renamed, "Again")))).isEqualTo(Map.of(OutcomeState.DONE, 1));
        }
    }

    @Test
    void aContactDeletedElsewhereGoesWithTheNextListing() {
        try (JobWorld world = new JobWorld()) {
            List<Contact> there = world.given(2);
            world.server.deleteElsewhere(there.getFirst().resourceName());
            List<Contact> read = new ArrayList<>();
            try (ContactBook.Listing listing = world.book.listing()) {
                world.gateway.list(JobWorld.FIELDS, Set.of(), page -> read.addAll(page.contacts()));
                listing.replaceAll(read);
            }
            assertThat(world.book.contacts()).hasSize(1);
        }
    }
}

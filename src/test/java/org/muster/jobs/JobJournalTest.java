package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.muster.contacts.Contact;

/** What is written before a request, in which order. */
class JobJournalTest {
    /** The note that rows are sent makes an image survive a power cut, if it comes after it: one that was written before counts no more when the image is given again. */
    @Test
    void anImageThatIsGivenAgainHasANoteAfterIt() {
        List<String> written = new ArrayList<>();
        boolean[] full = {true};
        Journal narrow = new JournalBeside(new MemoryJournal()) {
            @Override
            public CompletableFuture<Kept> saved(String jobId, List<Image> images) {
                if (full[0]) {
                    full[0] = false;
                    return CompletableFuture.completedFuture(Kept.DISK_FULL);
                }
                written.add("saved");
                return super.saved(jobId, images);
            }

            @Override
            public CompletableFuture<Kept> sending(String jobId, List<Integer> rows) {
                written.add("sending " + rows);
                return super.sending(jobId, rows);
            }
        };
        JobJournal journal = new JobJournal("job", narrow, new HandledNotes(narrow));

        journal.saved(List.of(new Image(0, new Contact(new Person().setResourceName("people/c1"), Image.MASK), Optional.empty(), false)));
        journal.ahead(List.of(0)); // there is room for a short note where there was none for an image
        assertThat(journal.beforeSending(List.of(0))).isEqualTo(Kept.SAFE);

        assertThat(written).containsExactly("sending [0]", "saved", "sending [0]");
    }
}

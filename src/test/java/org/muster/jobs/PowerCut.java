package org.muster.jobs;

import com.google.api.services.people.v1.model.Person;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.ReadSource;
import org.muster.people.Answer;
import org.muster.people.PeopleGateway;
import org.muster.people.Prepared;

/**
 * The end of a process, as far as a job can tell: from a given moment on nothing more reaches the server or the journal, and the job's thread is gone. The moment is
 * counted in doors passed: the beginning and the end of each request and of each entry in the journal.
 */
final class PowerCut {
    /** What the job's thread dies of. */
    static final class Off extends Error {
        private static final long serialVersionUID = 1;

        Off() {
            super("power cut");
        }
    }

    private int doors;
    private final Runnable atDoor;
    private final BooleanSupplier diskFull;
    private boolean off;

    /** @param doors how many doors may be passed */
    PowerCut(int doors) {
        this(doors, () -> { }, () -> false);
    }

    /**
     * @param atDoor what else happens at each door that is passed
     * @param diskFull whether the next entry finds no room on the disk
     */
    PowerCut(int doors, Runnable atDoor, BooleanSupplier diskFull) {
        this.doors = doors;
        this.atDoor = atDoor;
        this.diskFull = diskFull;
    }

    synchronized boolean happened() {
        return off;
    }

    private synchronized void door() {
        if (off || doors-- == 0) {
            off = true;
            throw new Off();
        }
        atDoor.run();
    }

    private <T> T through(Supplier<T> action) {
        door();
        T result = action.get();
        door();
        return result;
    }

    PeopleGateway on(PeopleGateway real) {
        return new PeopleGateway() {
            @Override
            public Answer<Void> list(FieldMask mask, Set<ReadSource> sources, Consumer<Page> onPage) {
                return through(() -> real.list(mask, sources, onPage));
            }

            @Override
            public Answer<Map<String, Answer<Contact>>> batchGet(List<String> resourceNames, FieldMask mask, Set<ReadSource> sources) {
                return through(() -> real.batchGet(resourceNames, mask, sources));
            }

            @Override
            public Prepared<List<Answer<Contact>>> prepareCreate(List<Person> drafts, FieldMask readBack, Set<ReadSource> sources) {
                return Prepared.unwritten(() -> through(() -> real.batchCreate(drafts, readBack, sources)));
            }

            @Override
            public Prepared<Map<String, Answer<Contact>>> prepareUpdate(Map<String, Person> bodies, FieldMask updateMask, FieldMask readBack, Set<ReadSource> sources) {
                return Prepared.unwritten(() -> through(() -> real.batchUpdate(bodies, updateMask, readBack, sources)));
            }

            @Override
            public Prepared<Void> prepareDelete(List<String> resourceNames) {
                return Prepared.unwritten(() -> through(() -> real.batchDelete(resourceNames)));
            }

            @Override
            public Answer<byte[]> photo(String address) {
                return through(() -> real.photo(address));
            }

            @Override
            public Answer<Optional<Contact>> updatePhoto(String resourceName, byte[] photo, FieldMask readBack, Set<ReadSource> sources) {
                return through(() -> real.updatePhoto(resourceName, photo, readBack, sources));
            }

            @Override
            public Answer<List<Label>> labels() {
                return through(real::labels);
            }

            @Override
            public Answer<Label> createLabel(String name) {
                return through(() -> real.createLabel(name));
            }
        };
    }

    Journal on(Journal real) {
        return new JournalBeside(real) {
            @Override
            public CompletableFuture<Kept> sending(String jobId, List<Integer> rows) {
                return entry(() -> super.sending(jobId, rows));
            }

            @Override
            public CompletableFuture<Kept> saved(String jobId, List<Image> images) {
                return entry(() -> super.saved(jobId, images));
            }

            @Override
            public CompletableFuture<Kept> settled(String jobId, List<Outcome> outcomes) {
                return entry(() -> {
                    CompletableFuture<Kept> given = super.settled(jobId, outcomes);
                    hasten(); // it is waited for here, unlike in a job
                    return given;
                });
            }

            @Override
            public CompletableFuture<Kept> ended(String jobId, JobState state) {
                return entry(() -> super.ended(jobId, state));
            }
        };
    }

    /** An entry that finds room on the disk, or does not. */
    private CompletableFuture<Kept> entry(Supplier<CompletableFuture<Kept>> given) {
        return through(() -> diskFull.getAsBoolean() ? CompletableFuture.completedFuture(Kept.DISK_FULL) : written(given.get()));
    }

    /** What was given before the cut is on the disk; what a real cut would lose of it is less than what these doors lose. */
    private static CompletableFuture<Kept> written(CompletableFuture<Kept> entry) {
        entry.join();
        return entry;
    }
}

package org.muster.jobs;

import com.google.api.services.people.v1.model.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.ReadSource;
import org.muster.people.Answer;
import org.muster.people.PeopleGateway;
import org.muster.people.Prepared;

/** The real gateway, with somebody beside it who counts what goes through and may act while a batch is on its way. */
final class WatchedGateway implements PeopleGateway {
    private final PeopleGateway real;
    private final AtomicInteger flying = new AtomicInteger();
    private final Semaphore prepared = new Semaphore(0);
    final AtomicInteger written = new AtomicInteger();
    final AtomicInteger sent = new AtomicInteger();
    final AtomicInteger mostFlying = new AtomicInteger();
    /** Reads that went out while a batch was on its way. */
    final AtomicInteger readsMeanwhile = new AtomicInteger();
    /** Gets the number of each batch, from 1, before it goes out. */
    Consumer<Integer> onSending = number -> { };
    /** Gets the number of each photo, from 1, before it goes out. */
    Consumer<Integer> onPhoto = number -> { };
    private final AtomicInteger photosSent = new AtomicInteger();
    /** Called before each read. */
    Runnable onReading = () -> { };
    /** What is understood of the answer to a batch get. */
    UnaryOperator<Map<String, Answer<Contact>>> got = items -> items;
    /** What is understood of the answer to a batch create. */
    UnaryOperator<List<Answer<Contact>>> created = items -> items;

    WatchedGateway(PeopleGateway real) {
        this.real = real;
    }

    /** Blocks until so many more batches were written out. */
    void awaitWritten(int more) {
        try {
            if (!prepared.tryAcquire(more, 20, TimeUnit.SECONDS)) {
                throw new AssertionError("no batch was written meanwhile");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> Prepared<T> watched(Prepared<T> request) {
        written.incrementAndGet();
        prepared.release();
        return () -> {
            mostFlying.accumulateAndGet(flying.incrementAndGet(), Math::max);
            try {
                onSending.accept(sent.incrementAndGet());
                return request.send();
            } finally {
                flying.decrementAndGet();
            }
        };
    }

    private void reading() {
        readsMeanwhile.addAndGet(flying.get());
        onReading.run();
    }

    @Override
    public Prepared<List<Answer<Contact>>> prepareCreate(List<Person> drafts, FieldMask readBack, Set<ReadSource> sources) {
        return watched(real.prepareCreate(drafts, readBack, sources).then(answer -> answer instanceof Answer.Ok<List<Answer<Contact>>>(var items) ? new Answer.Ok<>(created.apply(items)) : answer));
    }

    @Override
    public Prepared<Map<String, Answer<Contact>>> prepareUpdate(Map<String, Person> bodies, FieldMask updateMask, FieldMask readBack, Set<ReadSource> sources) {
        return watched(real.prepareUpdate(bodies, updateMask, readBack, sources));
    }

    @Override
    public Prepared<Void> prepareDelete(List<String> resourceNames) {
        return watched(real.prepareDelete(resourceNames));
    }

    @Override
    public Answer<Void> list(FieldMask mask, Set<ReadSource> sources, Consumer<Page> onPage) {
        reading();
        return real.list(mask, sources, onPage);
    }

    @Override
    public Answer<Map<String, Answer<Contact>>> batchGet(List<String> resourceNames, FieldMask mask, Set<ReadSource> sources) {
        reading();
        return real.batchGet(resourceNames, mask, sources) instanceof Answer.Ok<Map<String, Answer<Contact>>>(var items) ? new Answer.Ok<>(got.apply(items)) : real.batchGet(resourceNames, mask, sources);
    }

    @Override
    public Answer<byte[]> photo(String address) {
        reading();
        return real.photo(address);
    }

    @Override
    public Answer<Optional<Contact>> updatePhoto(String resourceName, byte[] photo, FieldMask readBack, Set<ReadSource> sources) {
        onPhoto.accept(photosSent.incrementAndGet());
        return real.updatePhoto(resourceName, photo, readBack, sources);
    }

    @Override
    public Answer<List<Label>> labels() {
        return real.labels();
    }

    @Override
    public Answer<Label> createLabel(String name) {
        return real.createLabel(name);
    }
}

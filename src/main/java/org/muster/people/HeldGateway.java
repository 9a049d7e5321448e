package org.muster.people;

import com.google.api.services.people.v1.model.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.ReadSource;

/**
 * The way to an account that this process may always look into, and change only while it holds it: whatever would change something is answered with
 * {@link ErrorCause#HELD_ELSEWHERE} otherwise, and nothing of it is sent. Also while it is led elsewhere, what changes something waits for
 * the one before it.
 */
public final class HeldGateway implements PeopleGateway {
    private final BooleanSupplier held;
    private final OneAtATime changes = new OneAtATime();
    private volatile PeopleGateway behind;
    private volatile boolean closed;

    /**
     * @param behind what sends
     * @param held whether this process holds the account; once it does it goes on to. Asked before each request that changes something: be quick
     */
    public HeldGateway(PeopleGateway behind, BooleanSupplier held) {
        this.behind = behind;
        this.held = held;
    }

    /** Leads to the account in another way from now on: it is served elsewhere, or has a new sign-in. What is prepared goes the way it was prepared for. */
    public void leadTo(PeopleGateway elsewhere) {
        behind = elsewhere;
    }

    /** Lets nothing pass any more that changes something. Blocks until what is on its way is answered, so that the account can be given back. */
    public void close() {
        closed = true;
        changes.awaitTurn();
    }

    private <T> Prepared<T> ifHeld(Supplier<Prepared<T>> change) {
        return !closed && held.getAsBoolean() ? changes.inTurn(unlessClosed(change.get())) : refused();
    }

    /** It may have been prepared, or have waited for its turn, since before. */
    private <T> Prepared<T> unlessClosed(Prepared<T> change) {
        return () -> (closed ? HeldGateway.<T>refused() : change).send();
    }

    private static <T> Prepared<T> refused() {
        return Prepared.unwritten(() -> new Answer.Failed<>(refusal()));
    }

    private <T> Answer<T> sendIfHeld(Supplier<Answer<T>> change) {
        return ifHeld(() -> Prepared.unwritten(change)).send().read();
    }

    private static ApiError refusal() {
        return new ApiError(ErrorCause.HELD_ELSEWHERE, 0, "", "", "");
    }

    @Override
    public Answer<Void> list(FieldMask mask, Set<ReadSource> sources, Consumer<Page> onPage) {
        return behind.list(mask, sources, onPage);
    }

    @Override
    public Answer<Map<String, Answer<Contact>>> batchGet(List<String> resourceNames, FieldMask mask, Set<ReadSource> sources) {
        return behind.batchGet(resourceNames, mask, sources);
    }

    @Override
    public Prepared<List<Answer<Contact>>> prepareCreate(List<Person> drafts, FieldMask readBack, Set<ReadSource> sources) {
        return ifHeld(() -> behind.prepareCreate(drafts, readBack, sources));
    }

    @Override
    public Prepared<Map<String, Answer<Contact>>> prepareUpdate(Map<String, Person> bodies, FieldMask updateMask, FieldMask readBack, Set<ReadSource> sources) {
        return ifHeld(() -> behind.prepareUpdate(bodies, updateMask, readBack, sources));
    }

    @Override
    public Prepared<Void> prepareDelete(List<String> resourceNames) {
        return ifHeld(() -> behind.prepareDelete(resourceNames));
    }

    @Override
    public Answer<byte[]> photo(String address) {
        return behind.photo(address);
    }

    @Override
    public Answer<Optional<Contact>> updatePhoto(String resourceName, byte[] photo, FieldMask readBack, Set<ReadSource> sources) {
        return sendIfHeld(() -> behind.updatePhoto(resourceName, photo, readBack, sources));
    }

    @Override
    public Answer<List<Label>> labels() {
        return behind.labels();
    }

    @Override
    public Answer<Label> createLabel(String name) {
        return sendIfHeld(() -> behind.createLabel(name));
    }
}

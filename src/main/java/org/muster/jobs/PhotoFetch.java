package org.muster.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.muster.changes.PhotoBytes;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.people.PeopleGateway;

/**
 * Fetches the photos of contacts that are about to be deleted. What was fetched is kept while the rest is asked for again. One photo that cannot be had stops
 * nobody; when none can be had the image server is not to be reached, and waiting is better than losing all of them.
 */
final class PhotoFetch {
    /** So many photos are fetched at a time. */
    private static final int AT_A_TIME = 6;
    /** After so many failures without a success nothing more is asked for this time. */
    private static final int IN_VAIN = 6;
    /** So often one photo is asked for, as long as others can be had. */
    private static final int TRIES = 3;

    private final PeopleGateway gateway;
    /** By address: the photo, or that it cannot be had. */
    private final Map<String, Optional<PhotoBytes>> known = new HashMap<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private boolean serverThere;

    PhotoFetch(PeopleGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Fetches what is not known of these. Blocks; when it failed it can be asked again.
     *
     * @return by address the photo, or nothing where it cannot be had
     */
    Answer<Map<String, Optional<PhotoBytes>>> fetch(List<String> addresses) {
        known.keySet().retainAll(addresses);
        tries.keySet().retainAll(addresses);
        List<String> open = addresses.stream().distinct().filter(address -> !known.containsKey(address)).toList();
        if (open.isEmpty()) {
            return new Answer.Ok<>(Map.copyOf(known));
        }
        List<Optional<Answer<byte[]>>> answers = ask(open);
        serverThere |= answers.stream().flatMap(Optional::stream).anyMatch(answer -> answer instanceof Answer.Ok || answer instanceof Answer.Failed<byte[]>(ApiError error) && lost(error));
        ApiError trouble = null;
        for (int i = 0; i < open.size(); i++) {
            String address = open.get(i);
            switch (answers.get(i).orElse(null)) {
                case null -> { } // not asked for this time, since others were in vain
                case Answer.Ok<byte[]>(byte[] bytes) -> known.put(address, Optional.of(PhotoBytes.of(bytes)));
                case Answer.Failed<byte[]>(ApiError error) -> {
                    if (lost(error) || tries.merge(address, 1, Integer::sum) >= TRIES && serverThere) {
                        known.put(address, Optional.empty());
                    } else {
                        trouble = error;
                    }
                }
            }
        }
        return trouble == null && known.keySet().containsAll(open) ? new Answer.Ok<>(Map.copyOf(known)) : new Answer.Failed<>(trouble == null ? notYet() : trouble);
    }

    private static ApiError notYet() {
        return new ApiError(ErrorCause.SERVER, 0, "", "", "");
    }

    private List<Optional<Answer<byte[]>>> ask(List<String> addresses) {
        AtomicInteger inVain = new AtomicInteger();
        try (ExecutorService some = Executors.newFixedThreadPool(Math.min(AT_A_TIME, addresses.size()), Thread.ofVirtual().name("photos").factory())) {
            List<Optional<Answer<byte[]>>> answers = new ArrayList<>();
            for (Future<Optional<Answer<byte[]>>> answer : some.invokeAll(addresses.stream().<Callable<Optional<Answer<byte[]>>>>map(address -> () -> ask(address, inVain)).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a job's thread", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("fetching a photo met a bug", e.getCause());
        }
    }

    private Optional<Answer<byte[]>> ask(String address, AtomicInteger inVain) {
        if (inVain.get() >= IN_VAIN) {
            return Optional.empty();
        }
        Answer<byte[]> answer = gateway.photo(address);
        if (answer instanceof Answer.Failed<byte[]>(ApiError error) && !lost(error)) {
            inVain.incrementAndGet();
        } else {
            inVain.set(0);
        }
        return Optional.of(answer);
    }

    /** Whether asking again would not help. */
    private static boolean lost(ApiError error) {
        return Trouble.of(error) == Trouble.REFUSAL || error.cause() == ErrorCause.NOT_PEOPLE_API;
    }
}

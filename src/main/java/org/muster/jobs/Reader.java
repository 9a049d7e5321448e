package org.muster.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.ReadSource;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.people.PeopleGateway;

/** Reads any number of contacts by name, in as many requests as it takes. */
final class Reader {
    private final PeopleGateway gateway;
    private final Set<ReadSource> sources;

    Reader(PeopleGateway gateway, Set<ReadSource> sources) {
        this.gateway = gateway;
        this.sources = sources;
    }

    Set<ReadSource> sources() {
        return sources;
    }

    /** By requested name: the contact, or that it is not there. A name the server passes over is missing in the map. */
    Answer<Map<String, Answer<Contact>>> read(List<String> names, FieldMask mask) {
        Map<String, Answer<Contact>> found = new HashMap<>();
        for (int from = 0; from < names.size(); from += PeopleGateway.GET_LIMIT) {
            Answer<Map<String, Answer<Contact>>> part = readSome(names.subList(from, Math.min(names.size(), from + PeopleGateway.GET_LIMIT)), mask);
            switch (part) {
                case Answer.Ok<Map<String, Answer<Contact>>>(var contacts) -> found.putAll(contacts);
                case Answer.Failed<Map<String, Answer<Contact>>> failed -> {
                    return failed;
                }
            }
        }
        return new Answer.Ok<>(found);
    }

    /** The same with all requests on their way at once: reads may be, unlike what mutates. For a few hundred names. */
    Answer<Map<String, Answer<Contact>>> readTogether(List<String> names, FieldMask mask) {
        if (names.size() <= PeopleGateway.GET_LIMIT) {
            return read(names, mask);
        }
        List<Callable<Answer<Map<String, Answer<Contact>>>>> requests = new ArrayList<>();
        for (int from = 0; from < names.size(); from += PeopleGateway.GET_LIMIT) {
            List<String> some = names.subList(from, Math.min(names.size(), from + PeopleGateway.GET_LIMIT));
            requests.add(() -> readSome(some, mask));
        }
        Map<String, Answer<Contact>> found = new HashMap<>();
        try (ExecutorService together = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("reading").factory())) {
            for (Future<Answer<Map<String, Answer<Contact>>>> part : together.invokeAll(requests)) {
                switch (part.get()) {
                    case Answer.Ok<Map<String, Answer<Contact>>>(var contacts) -> found.putAll(contacts);
                    case Answer.Failed<Map<String, Answer<Contact>>> failed -> {
                        return failed;
                    }
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a job's thread", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading met a bug", e.getCause());
        }
        return new Answer.Ok<>(found);
    }

    /** The same for somebody who waits for it and is in no job: each request is made again for a while when it meets trouble that passes. */
    Answer<Map<String, Answer<Contact>>> readPatiently(List<String> names, FieldMask mask, AskingAgain asking) {
        Map<String, Answer<Contact>> found = new HashMap<>();
        for (int from = 0; from < names.size(); from += PeopleGateway.GET_LIMIT) {
            List<String> some = names.subList(from, Math.min(names.size(), from + PeopleGateway.GET_LIMIT));
            switch (asking.ask(() -> readSome(some, mask))) {
                case Answer.Ok<Map<String, Answer<Contact>>>(var contacts) -> found.putAll(contacts);
                case Answer.Failed<Map<String, Answer<Contact>>> failed -> {
                    return failed;
                }
            }
        }
        return new Answer.Ok<>(found);
    }

    private Answer<Map<String, Answer<Contact>>> readSome(List<String> names, FieldMask mask) {
        Answer<Map<String, Answer<Contact>>> answer = gateway.batchGet(names, mask, sources);
        if (!(answer instanceof Answer.Failed<Map<String, Answer<Contact>>>(ApiError error)) || error.cause() != ErrorCause.NOT_FOUND) {
            return answer;
        }
        // Missing contacts are told one by one (documented); should the server refuse the lot instead, halves tell who it is.
        if (names.size() == 1) {
            return new Answer.Ok<>(Map.of(names.getFirst(), new Answer.Failed<>(error)));
        }
        Map<String, Answer<Contact>> found = new HashMap<>();
        int middle = names.size() / 2;
        for (List<String> half : List.of(names.subList(0, middle), names.subList(middle, names.size()))) {
            switch (readSome(half, mask)) {
                case Answer.Ok<Map<String, Answer<Contact>>>(var contacts) -> found.putAll(contacts);
                case Answer.Failed<Map<String, Answer<Contact>>> failed -> {
                    return failed;
                }
            }
        }
        return new Answer.Ok<>(found);
    }

    /** Why it is not known of all of these whether they are there, if so: whoever is not mentioned, or meant by an error, may be. */
    static Optional<ApiError> untold(Collection<String> names, Map<String, Answer<Contact>> found) {
        for (String name : names) {
            switch (found.get(name)) {
                case null -> {
                    return Optional.of(JobContext.passedOver());
                }
                case Answer.Failed<Contact>(ApiError error) when error.cause() != ErrorCause.NOT_FOUND -> {
                    return Optional.of(error);
                }
                case Answer.Failed<Contact> gone -> { }
                case Answer.Ok<Contact> there -> { }
            }
        }
        return Optional.empty();
    }
}

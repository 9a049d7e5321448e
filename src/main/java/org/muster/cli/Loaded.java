package org.muster.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.jobs.CutListing;
import org.muster.jobs.JobService;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.texts.Texts;

/**
 * An account as a command works on it: its labels and all its contacts.
 *
 * @param lane the way to it; its book holds the contacts, too
 * @param labels its labels
 * @param contacts its contacts, in Google's order
 */
record Loaded(JobService.Lane lane, List<Label> labels, List<Contact> contacts) {
    private static final Texts TEXTS = Texts.of(Loaded.class);

    /**
     * Reads the account.
     *
     * @param mask the fields to read; every one of them is complete afterwards
     */
    static Loaded load(JobService.Lane lane, FieldMask mask, Terminal terminal) throws Refusal {
        List<Label> labels = labels(lane);
        List<Contact> all = new ArrayList<>();
        try (ContactBook.Listing listing = lane.book().listing()) {
            require(lane.gateway().list(mask, Set.of(), page -> {
                all.addAll(page.contacts());
                terminal.status(TEXTS.get("load.progress", all.size(), page.total()));
            }));
            List<Contact> complete = require(CutListing.completed(all, mask, lane.gateway(), Set.of()));
            listing.replaceAll(complete);
            terminal.status("");
            return new Loaded(lane, labels, complete);
        }
    }

    static List<Label> labels(JobService.Lane lane) throws Refusal {
        return require(lane.gateway().labels());
    }

    static <T> T require(Answer<T> answer) throws Refusal {
        return switch (answer) {
            case Answer.Ok<T>(T value) -> value;
            case Answer.Failed<T>(ApiError error) -> throw new Refusal(Exit.NOT_ALL, TEXTS.get("load.failed", error.cause().what(), error.cause().advice()));
        };
    }

    /** The names of the labels by their resource names. */
    Map<String, String> labelNames() {
        return labels.stream().collect(Collectors.toMap(Label::resourceName, Label::name, (a, b) -> a));
    }

    /** The label people call so, or whose resource name it is. */
    Optional<Label> label(String name) {
        Function<String, Optional<Label>> called = n -> labels.stream().filter(l -> l.name().equals(n) || l.resourceName().equals(n)).findFirst();
        return called.apply(name).or(() -> labels.stream().filter(l -> l.name().equalsIgnoreCase(name)).findFirst());
    }
}

package org.muster.ui.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.ui.work.Background;
import org.muster.ui.workspace.Workspace;

/** Reads fields that an edit needs and that were not loaded, in portions, so that it can show how far it is and be stopped between two of them. */
final class FieldLoading {
    /** Contacts per portion: a few requests. */
    private static final int PORTION = 1_000;

    private final Workspace workspace;
    private Background.Running running = () -> {};
    private boolean active;

    FieldLoading(Workspace workspace) {
        this.workspace = workspace;
    }

    boolean active() {
        return active;
    }

    /**
     * Reads {@code needed} for every contact that lacks it. All calls come on the FX thread.
     *
     * @param onProgress gets the contacts looked at so far
     * @param then gets all contacts in their order, without those that are gone, or why not; not called after {@link #stop}
     */
    void start(List<Contact> contacts, FieldMask needed, IntConsumer onProgress, Consumer<Answer<List<Contact>>> then) {
        if (!active) {
            active = true;
            portion(contacts, needed, new ArrayList<>(contacts.size()), 0, onProgress, then);
        }
    }

    private void portion(List<Contact> contacts, FieldMask needed, List<Contact> read, int from, IntConsumer onProgress, Consumer<Answer<List<Contact>>> then) {
        onProgress.accept(from);
        if (from >= contacts.size()) {
            active = false;
            then.accept(new Answer.Ok<>(List.copyOf(read)));
            return;
        }
        int to = Math.min(contacts.size(), from + PORTION);
        running = workspace.require(contacts.subList(from, to), needed, answer -> {
            if (!active) {
                return;
            }
            switch (answer) {
                case Answer.Ok<List<Contact>>(List<Contact> some) -> {
                    read.addAll(some);
                    portion(contacts, needed, read, to, onProgress, then);
                }
                case Answer.Failed<List<Contact>>(ApiError error) -> {
                    active = false;
                    then.accept(new Answer.Failed<>(error));
                }
            }
        });
    }

    /** Stops reading. What was read stays in the book. */
    void stop() {
        if (active) {
            active = false;
            running.cancel();
        }
    }
}

package org.muster.ui.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.muster.contacts.Contact;
import org.muster.jobs.Job;
import org.muster.jobs.Outcome;
import org.muster.ui.PracticeControls;
import org.muster.ui.Screens;

/** Remembers which comparison was asked for. */
final class NoScreens implements Screens {
    record Mend(List<Outcome> refused, Consumer<List<Integer>> onSent) {}

    final List<Mend> mending = new ArrayList<>();

    final List<Outcome> compared = new ArrayList<>();

    @Override
    public List<AccountChoice> accounts() {
        return List.of();
    }

    @Override
    public void open(String accountId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void edit(List<Contact> contacts, String scope) {}

    @Override
    public void label(List<Contact> contacts, String scope) {}

    @Override
    public void delete(List<Contact> contacts, String scope) {}

    @Override
    public void create() {}

    @Override
    public void mend(List<Outcome> refused, Consumer<List<Integer>> onSent) {
        mending.add(new Mend(refused, onSent));
    }

    @Override
    public void importFile() {}

    @Override
    public void export(List<Contact> contacts) {}

    @Override
    public void takeOver() { }

    @Override
    public void backUp() { }

    @Override
    public void restore() { }

    @Override
    public void compare(Job job, Outcome outcome) {
        compared.add(outcome);
    }

    @Override
    public void undo() {}

    @Override
    public void redo() {}

    @Override
    public void undo(String jobId) {}

    @Override
    public void history() {}

    @Override
    public void history(Contact contact) {}

    @Override
    public void weather() {}

    @Override
    public void resetPractice() {}

    @Override
    public void connect() {}

    @Override
    public void shortcuts() {}

    @Override
    public Optional<PracticeControls> practice() {
        return Optional.empty();
    }
}

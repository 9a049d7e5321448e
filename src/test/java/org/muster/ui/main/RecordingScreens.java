package org.muster.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.muster.contacts.Contact;
import org.muster.jobs.Job;
import org.muster.jobs.Outcome;
import org.muster.ui.PracticeControls;
import org.muster.ui.Screens;

/** Writes down which screen was asked for, with whom. */
public class RecordingScreens implements Screens {
    public record Asked(String screen, List<Contact> contacts, String scope) {}

    public final List<Asked> asked = new ArrayList<>();

    public List<AccountChoice> accounts = List.of(new AccountChoice("practice", "Practice account", Optional.empty(), true), new AccountChoice("google-1", "Ada at work", Optional.empty(), false));

    public Outcome compared;

    public Asked last() {
        return asked.getLast();
    }

    @Override
    public List<AccountChoice> accounts() {
        return accounts;
    }

    @Override
    public void open(String accountId) {
        asked.add(new Asked("open " + accountId, List.of(), ""));
    }

    @Override
    public void edit(List<Contact> contacts, String scope) {
        asked.add(new Asked("edit", contacts, scope));
    }

    @Override
    public void label(List<Contact> contacts, String scope) {
        asked.add(new Asked("label", contacts, scope));
    }

    @Override
    public void delete(List<Contact> contacts, String scope) {
        asked.add(new Asked("delete", contacts, scope));
    }

    @Override
    public void create() {
        asked.add(new Asked("create", List.of(), ""));
    }

    @Override
    public void mend(List<Outcome> refused, Consumer<List<Integer>> onSent) {
        asked.add(new Asked("mend", List.of(), ""));
    }

    @Override
    public void importFile() {
        asked.add(new Asked("import", List.of(), ""));
    }

    @Override
    public void export(List<Contact> contacts) {
        asked.add(new Asked("export", contacts, ""));
    }

    @Override
    public void takeOver() {
        asked.add(new Asked("takeOver", List.of(), ""));
    }

    @Override
    public void backUp() {
        asked.add(new Asked("backUp", List.of(), ""));
    }

    @Override
    public void restore() {
        asked.add(new Asked("restore", List.of(), ""));
    }

    @Override
    public void compare(Job job, Outcome outcome) {
        compared = outcome;
        asked.add(new Asked("compare", List.of(), ""));
    }

    @Override
    public void undo() {
        asked.add(new Asked("undo", List.of(), ""));
    }

    @Override
    public void redo() {
        asked.add(new Asked("redo", List.of(), ""));
    }

    @Override
    public void undo(String jobId) {
        asked.add(new Asked("undo", List.of(), jobId));
    }

    @Override
    public void history() {
        asked.add(new Asked("history", List.of(), ""));
    }

    @Override
    public void history(Contact contact) {
        asked.add(new Asked("history", List.of(contact), ""));
    }

    @Override
    public void weather() {
        asked.add(new Asked("weather", List.of(), ""));
    }

    @Override
    public void resetPractice() {
        asked.add(new Asked("resetPractice", List.of(), ""));
    }

    @Override
    public void connect() {
        asked.add(new Asked("connect", List.of(), ""));
    }

    @Override
    public void shortcuts() {
        asked.add(new Asked("shortcuts", List.of(), ""));
    }

    @Override
    public Optional<PracticeControls> practice() {
        return Optional.of(new PracticeControls() {
            @Override
            public List<Weather> weathers() {
                return List.of(weather());
            }

            @Override
            public Weather weather() {
                return new Weather("CALM");
            }

            @Override
            public void weather(Weather weather) {}

            @Override
            public List<Switch> switches() {
                return List.of();
            }

            @Override
            public void turn(String switchId, String position) {}

            @Override
            public void reset() {}
        });
    }
}

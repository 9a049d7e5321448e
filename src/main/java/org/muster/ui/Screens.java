package org.muster.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.muster.contacts.Contact;
import org.muster.jobs.Job;
import org.muster.jobs.Outcome;

/** The ways from one screen to another. The window asks; what opens is wired where the window is made. */
public interface Screens {
    /**
     * An account that can be opened.
     *
     * @param id the same for the same account, always
     * @param name as people call it
     * @param server where it is when that is neither Google nor this computer's practice account
     * @param practice whether it is this computer's practice account
     * @param open whether this window shows it
     */
    record AccountChoice(String id, String name, Optional<String> server, boolean practice, boolean open) {
        /** An account that others serve. */
        public AccountChoice(String id, String name, Optional<String> server, boolean open) {
            this(id, name, server, false, open);
        }
    }

    /** The accounts there are, in the order to show them. */
    List<AccountChoice> accounts();

    /** Opens another account in this window. Jobs of this one go on. */
    void open(String accountId);

    /** Tries to get hold of an account that another process changes, so that it can be changed here. */
    void takeOver();

    /**
     * Bulk edit with preview.
     *
     * @param contacts whom it is about
     * @param scope how they were chosen, for people, such as {@code has:email}
     */
    void edit(List<Contact> contacts, String scope);

    /** Bulk edit that starts with giving or taking a label. */
    void label(List<Contact> contacts, String scope);

    /** Bulk delete. */
    void delete(List<Contact> contacts, String scope);

    /** The empty grid for new contacts. */
    void create();

    /**
     * Contacts that were to be made and were refused, in the grid, to be put right and made.
     *
     * @param refused outcomes of a job's creates, none of which was done
     * @param onSent hears, on the FX thread, the rows in the job of those that are sent again
     */
    void mend(List<Outcome> refused, Consumer<List<Integer>> onSent);

    /** Asks for a file, then shows the grid filled from it. */
    void importFile();

    /** Writes contacts to a file the user chooses. */
    void export(List<Contact> contacts);

    /** Takes a backup of the account, where it can also be restored from. */
    void backUp();

    /** Restore from a backup. */
    void restore();

    /** The three columns of a conflict. */
    void compare(Job job, Outcome outcome);

    /** Takes back the last job of which something can be taken back, after a preview. */
    void undo();

    /** Does again the last job that was undone and of which something can be done again, after a preview. */
    void redo();

    /**
     * Takes back what a job did, after a preview.
     *
     * @param jobId the job, of this run or an earlier one
     */
    void undo(String jobId);

    /** Every job ever run on the account. */
    void history();

    /** All that jobs did to one contact. */
    void history(Contact contact);

    /** Practice weather, when the account has any. */
    void weather();

    /** Asks whether the practice people shall be put back, when the account has any. */
    void resetPractice();

    /** Connect a Google account. */
    void connect();

    /** Keyboard shortcuts. */
    void shortcuts();

    /** The practice account's own controls; empty for any other account. */
    Optional<PracticeControls> practice();
}

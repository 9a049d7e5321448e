package org.muster.app;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.muster.accounts.GoogleAccount;
import org.muster.contacts.Contact;
import org.muster.jobs.Job;
import org.muster.jobs.JobRecord;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.ui.FileDialogs;
import org.muster.ui.PracticeControls;
import org.muster.ui.Screens;
import org.muster.ui.conflict.ConflictSheet;
import org.muster.ui.connect.ConnectSheet;
import org.muster.ui.connect.GoogleSignIn;
import org.muster.ui.create.CreateSheet;
import org.muster.ui.create.OpenDialog;
import org.muster.ui.delete.DeleteSheet;
import org.muster.ui.edit.EditSheet;
import org.muster.ui.edit.StepKind;
import org.muster.ui.export.ExportSheet;
import org.muster.ui.history.AccountHistory;
import org.muster.ui.history.ContactHistorySheet;
import org.muster.ui.history.ContactKey;
import org.muster.ui.history.HistorySheet;
import org.muster.ui.history.HistoryWays;
import org.muster.ui.history.LookAfter;
import org.muster.ui.jobs.JobsDrawer;
import org.muster.ui.restore.RestoreSheet;
import org.muster.ui.restore.RestoreSource;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.shortcuts.ShortcutSheet;
import org.muster.ui.undo.UndoSheet;
import org.muster.ui.undo.UndoTarget;
import org.muster.ui.weather.WeatherSheet;
import org.muster.ui.workspace.Workspace;

/** The ways between the screens of one open account. */
final class WindowScreens implements Screens {
    private final Workspace workspace;
    private final Sheets sheets;
    private final FileDialogs dialogs;
    private final Kept kept;
    private final Doors doors;
    private Optional<PracticeControls> practice;
    private JobsDrawer drawer;
    private Runnable takeOver = () -> { };

    /**
     * What is kept of the account on the disk.
     *
     * @param backups its copies
     * @param history what its jobs have done; nothing when the journal cannot be used
     * @param lookAfter finds out what became of contacts a job ended not knowing of
     * @param handled notes that the user has dealt with rows of a job, by its id, elsewhere; blocks until that is written, and says whether it could be
     */
    record Kept(RestoreSource backups, Optional<AccountHistory> history, LookAfter lookAfter, BiPredicate<String, Collection<Integer>> handled) {}

    /**
     * The ways to other accounts.
     *
     * @param accounts those there are
     * @param opener opens one of them in this window
     * @param google connects another one
     * @param onConnected hears of it
     */
    record Doors(List<AccountChoice> accounts, Consumer<String> opener, GoogleSignIn google, Consumer<GoogleAccount> onConnected) {}

    WindowScreens(Workspace workspace, Sheets sheets, FileDialogs dialogs, Optional<PracticeControls> practice, Kept kept, Doors doors) {
        this.workspace = workspace;
        this.sheets = sheets;
        this.dialogs = dialogs;
        this.practice = practice;
        this.kept = kept;
        this.doors = doors;
    }

    /** The drawer whose conflicts are compared; it needs these screens itself, so it comes after them. */
    void drawer(JobsDrawer made) {
        drawer = made;
    }

    /** How an account that another process holds is taken over; this needs the window, so it comes after these screens. */
    void takeover(Runnable way) {
        takeOver = way;
    }

    /** The account is served by this process from now on. */
    void served(Optional<PracticeControls> controls) {
        practice = controls;
    }

    /** The one way to everything that is to change the account. */
    private void toChange(Supplier<Sheet> sheet) {
        if (workspace.mayChange()) {
            sheets.show(sheet.get());
        }
    }

    @Override
    public void takeOver() {
        takeOver.run();
    }

    @Override
    public List<AccountChoice> accounts() {
        return doors.accounts();
    }

    @Override
    public void open(String accountId) {
        doors.opener().accept(accountId);
    }

    @Override
    public void edit(List<Contact> contacts, String scope) {
        toChange(() -> new EditSheet(workspace, sheets, contacts, scope, List.of()));
    }

    @Override
    public void label(List<Contact> contacts, String scope) {
        toChange(() -> EditSheet.startingWith(StepKind.ADD_LABEL, workspace, sheets, contacts, scope));
    }

    @Override
    public void delete(List<Contact> contacts, String scope) {
        toChange(() -> new DeleteSheet(workspace, sheets, contacts, scope, workspace.book().size()));
    }

    @Override
    public void create() {
        toChange(() -> CreateSheet.typed(workspace, sheets, dialogs));
    }

    @Override
    public void mend(List<Outcome> refused, Consumer<List<Integer>> onSent) {
        toChange(() -> CreateSheet.mending(workspace, sheets, dialogs, refused, onSent));
    }

    @Override
    public void importFile() {
        if (workspace.mayChange()) {
            dialogs.open(OpenDialog.title(), OpenDialog.kinds()).ifPresent(file -> toChange(() -> CreateSheet.fromFile(workspace, sheets, dialogs, file)));
        }
    }

    @Override
    public void export(List<Contact> contacts) {
        sheets.show(new ExportSheet(workspace, sheets, dialogs, contacts));
    }

    @Override
    public void backUp() {
        toChange(() -> new RestoreSheet(workspace, sheets, kept.backups(), true));
    }

    @Override
    public void restore() {
        toChange(() -> new RestoreSheet(workspace, sheets, kept.backups(), false));
    }

    @Override
    public void compare(Job job, Outcome outcome) {
        List<Outcome> others = drawer.openConflicts(job).stream().filter(o -> o.row() != outcome.row()).toList();
        toChange(() -> new ConflictSheet(workspace, sheets, job.changes(), outcome, others, settled -> drawer.settled(job, settled)));
    }

    @Override
    public void undo() {
        undo(new UndoTarget.Newest(Optional.empty()));
    }

    @Override
    public void redo() {
        undo(new UndoTarget.NewestUndone(Optional.empty()));
    }

    @Override
    public void undo(String jobId) {
        undo(new UndoTarget.Of(jobId));
    }

    private void undo(UndoTarget target) {
        toChange(() -> new UndoSheet(workspace, sheets, kept.history().map(AccountHistory::archive), target));
    }

    private HistoryWays ways() {
        return new HistoryWays(Optional.of(kept.lookAfter()), Optional.of(this::undo), Optional.of(this::compare));
    }

    /** A conflict found in History: of a job that is in the drawer as well, or of an earlier run. */
    private void compare(JobRecord record, Outcome outcome, Consumer<Boolean> onSettled) {
        List<Outcome> others = record.outcomes().stream().filter(o -> o.state() == OutcomeState.CONFLICT && o.row() != outcome.row() && !record.handled().contains(o.row())).toList();
        toChange(() -> new ConflictSheet(workspace, sheets, record.changes(), outcome, others, settled -> {
            workspace.jobs().jobs().stream().filter(job -> job.id().equals(record.id())).findFirst().ifPresent(job -> drawer.settled(job, settled));
            List<Integer> rows = settled.stream().map(Outcome::row).toList();
            workspace.background().start(() -> kept.handled().test(record.id(), rows), onSettled, bug -> onSettled.accept(false));
        }));
    }

    @Override
    public void history() {
        sheets.show(new HistorySheet(workspace, sheets, dialogs, kept.history(), ways(), Optional.empty()));
    }

    @Override
    public void history(Contact contact) {
        sheets.show(new ContactHistorySheet(workspace, sheets, kept.history(), ContactKey.of(contact), job -> {
            sheets.requestClose();
            sheets.show(new HistorySheet(workspace, sheets, dialogs, kept.history(), ways(), Optional.of(job)));
        }));
    }

    @Override
    public void weather() {
        practice.ifPresent(controls -> sheets.show(new WeatherSheet(controls, workspace.background(), sheets, workspace::reload)));
    }

    @Override
    public void resetPractice() {
        practice.ifPresent(controls -> sheets.show(WeatherSheet.ofReset(controls, workspace.background(), sheets, workspace::reload)));
    }

    @Override
    public void connect() {
        sheets.show(new ConnectSheet(doors.google(), dialogs, workspace.background(), sheets, workspace.clock(), doors.onConnected()));
    }

    @Override
    public void shortcuts() {
        sheets.show(new ShortcutSheet(sheets));
    }

    @Override
    public Optional<PracticeControls> practice() {
        return practice;
    }
}

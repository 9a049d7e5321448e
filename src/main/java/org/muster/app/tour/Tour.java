package org.muster.app.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.muster.changes.Edit;
import org.muster.contacts.Contact;
import org.muster.contacts.PersonField;
import org.muster.jobs.Job;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.texts.Texts;
import org.muster.ui.FileDialogs;
import org.muster.ui.PracticeControls;
import org.muster.ui.Screens;
import org.muster.ui.create.CreateSheet;
import org.muster.ui.edit.EditSheet;
import org.muster.ui.main.MainWindow;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.table.View;
import org.muster.ui.workspace.LoadState;
import org.muster.ui.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The guided clean-up of a practice account: load, pick fields, import a file with bad rows, edit in bulk with preview, meet a conflict, delete
 * in bulk, take that back, and one job under bad weather. It goes through the same controls a user presses, and takes a picture of each step.
 */
public final class Tour {
    private static final Logger LOG = LoggerFactory.getLogger(Tour.class);
    private static final Texts TEXTS = Texts.of(Tour.class);

    /** Changes a contact behind Muster's back, as another device would. */
    public interface Elsewhere {
        void renameCompany(String resourceName, String company);
    }

    private final Workspace workspace;
    private final Sheets sheets;
    private final Screens screens;
    private final MainWindow main;
    private final FileDialogs dialogs;
    private final Elsewhere elsewhere;
    private final Path folder;
    private final Guide guide;
    private final TourReport report = new TourReport();

    public Tour(Stage stage, Workspace workspace, Sheets sheets, Screens screens, MainWindow main, FileDialogs dialogs, Elsewhere elsewhere, Path folder) throws IOException {
        this.workspace = workspace;
        this.sheets = sheets;
        this.screens = screens;
        this.main = main;
        this.dialogs = dialogs;
        this.elsewhere = elsewhere;
        this.folder = folder;
        this.guide = new Guide(stage, new Camera(folder));
    }

    /** Runs the whole tour; blocks, so not on the FX thread. Says on {@code out} how it went; {@code false} when a step could not be done. */
    public boolean run(Appendable out) throws IOException {
        boolean done = false;
        try {
            load();
            pickFields();
            importFile();
            editInBulk();
            conflict();
            deleteInBulk();
            undo();
            badWeather();
            history();
            done = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | IOException e) {
            LOG.error("the tour stopped", e);
            report.line(TEXTS.get("report.failed", e.getMessage()));
        }
        report.save(folder.resolve("report.txt"));
        for (String line : report.lines()) {
            out.append(line).append(System.lineSeparator());
        }
        out.append(TEXTS.get("report.done", folder)).append(System.lineSeparator());
        return done;
    }

    private void load() throws InterruptedException, IOException {
        guide.until(() -> workspace.loadStateProperty().get() instanceof LoadState.Loaded, "the contacts to be loaded");
        search("");
        guide.act(() -> main.model().focusedProperty().set(ada().resourceName()));
        guide.picture("contacts");
    }

    /** Somebody with a bit of everything, to have in focus. */
    private Contact ada() {
        return main.model().shownContacts().stream().filter(c -> c.displayName().equals("Ada Lovelace")).findFirst().orElseThrow();
    }

    private void pickFields() throws InterruptedException, IOException {
        guide.press("fields");
        guide.picture("fields");
        guide.act(() -> guide.text("mask-text").setText("names,emailAddresses,phoneNumbers,organizations,memberships,biographies,birthdays"));
        guide.press("fields-apply");
        guide.until(() -> workspace.loadStateProperty().get() instanceof LoadState.Loaded && workspace.maskProperty().get().contains(PersonField.BIOGRAPHIES), "the fields to be loaded");
        search("has:email");
        guide.act(() -> main.selection().selectAllMatching());
        guide.picture("all-in-filter");
    }

    private void importFile() throws InterruptedException, IOException {
        Path file = ChoirFile.write(folder);
        guide.act(() -> sheets.show(CreateSheet.fromFile(workspace, sheets, dialogs, file)));
        guide.until(() -> guide.there("create-keep-unused"), "the file to be read");
        guide.picture("import");
        guide.press("create-keep-unused");
        guide.press("create-to-fix");
        guide.picture("import-to-fix");
        guide.press("create-run");
        ended("import-done", true);
        guide.act(() -> sheets.requestClose());
        guide.act(() -> sheets.requestClose());
        if (guide.onFx(sheets::anyOpen)) {
            guide.press("create-discard");
        }
        search("label:Choir");
        guide.picture("imported");
    }

    private void editInBulk() throws InterruptedException, IOException {
        search("has:email label:Work");
        List<Contact> contacts = guide.onFx(() -> main.model().shownContacts());
        List<Edit> steps = List.of(new Edit.Set(PersonField.ORGANIZATIONS.mainSubField(), "ACME"), new Edit.Clear(PersonField.BIOGRAPHIES));
        guide.act(() -> sheets.show(new EditSheet(workspace, sheets, contacts, "has:email label:Work", steps)));
        guide.until(() -> guide.there("confirm-clear"), "the preview");
        guide.press("confirm-clear");
        if (guide.onFx(() -> guide.there("guard-number"))) {
            guide.act(() -> guide.text("guard-number").setText(guide.words("edit-run").replaceAll("\\D", "")));
        }
        guide.picture("edit");
        guide.press("edit-run");
        ended("edited", false);
    }

    private void conflict() throws InterruptedException, IOException {
        search("Lovelace");
        Contact ada = guide.onFx(() -> main.model().shownContacts().getFirst());
        elsewhere.renameCompany(ada.resourceName(), "Babbage & Co.");
        List<Edit> steps = List.of(new Edit.Set(PersonField.ORGANIZATIONS.mainSubField(), "Analytical Society"));
        guide.act(() -> sheets.show(new EditSheet(workspace, sheets, List.of(ada), "Lovelace", steps)));
        guide.press("edit-run");
        Job job = ended("conflict-listed", false);
        Outcome conflict = job.outcomes().stream().filter(o -> o.state() == OutcomeState.CONFLICT).findFirst().orElseThrow(() -> new IllegalStateException("no conflict came of it"));
        guide.act(() -> screens.compare(job, conflict));
        guide.picture("conflict");
        guide.act(sheets::requestClose);
    }

    private void deleteInBulk() throws InterruptedException, IOException {
        search("no:email no:phone");
        List<Contact> contacts = guide.onFx(() -> main.model().shownContacts());
        guide.act(() -> screens.delete(contacts, "no:email no:phone"));
        guide.picture("delete");
        if (guide.onFx(() -> guide.there("guard-number"))) {
            guide.act(() -> guide.text("guard-number").setText(Integer.toString(contacts.size())));
        }
        guide.press("delete-run");
        ended("deleted", false);
    }

    private void undo() throws InterruptedException, IOException {
        guide.act(() -> screens.undo());
        guide.until(() -> guide.filled("undo-table"), "the preview of the undo");
        guide.picture("undo");
        guide.press("undo-run");
        ended("undone", false);
    }

    private void badWeather() throws InterruptedException, IOException {
        PracticeControls practice = screens.practice().orElseThrow();
        guide.act(screens::weather);
        guide.press("weather-FLAKY");
        guide.picture("weather");
        guide.act(sheets::requestClose);
        search("label:Friends");
        List<Contact> contacts = guide.onFx(() -> main.model().shownContacts());
        List<Edit> steps = List.of(new Edit.Append(PersonField.USER_DEFINED, "2026", "Checked"));
        guide.act(() -> sheets.show(new EditSheet(workspace, sheets, contacts, "label:Friends", steps)));
        load("missing-load");
        guide.press("edit-run");
        Job job = started();
        search("has:email");
        guide.act(() -> main.selection().selectAllMatching());
        guide.until(() -> job.snapshot().waiting().isPresent() || job.snapshot().state().ended(), "bad weather");
        guide.picture("bad-weather");
        ended("bad-weather-over", false);
        practice.weather(practice.weathers().getFirst());
    }

    private void history() throws InterruptedException, IOException {
        Contact ada = guide.onFx(() -> workspace.book().contacts().stream().filter(c -> c.displayName().equals("Ada Lovelace")).findFirst().orElseThrow());
        guide.act(screens::history);
        guide.until(() -> guide.filled("history-contacts"), "the jobs to be listed");
        guide.act(() -> guide.choose("history-list", 5)); // the edit of many contacts: the third of today's jobs, below it the first ones
        guide.until(() -> guide.filled("history-fields"), "what the job did");
        guide.picture("history");
        guide.act(sheets::requestClose);
        guide.act(() -> screens.history(ada));
        guide.until(() -> guide.filled("contact-history-list"), "the story of a contact");
        guide.picture("contact-history");
        guide.act(sheets::requestClose);
    }

    /** Presses the button that loads missing fields, if the sheet asks for it. */
    private void load(String button) throws InterruptedException {
        guide.until(() -> guide.there(button) || guide.ready("edit-run"), "the sheet to be ready");
        if (guide.onFx(() -> guide.there(button))) {
            guide.press(button);
        }
    }

    /** The job that was asked for last; a sheet may take a moment to hand it over. */
    private Job started() throws InterruptedException {
        guide.until(() -> workspace.jobs().jobs().size() > report.jobs(), "the job to start");
        return workspace.jobs().jobs().getLast();
    }

    /** Waits for the newest job's end, with a picture of it. */
    private Job ended(String name, boolean evenWithSheet) throws InterruptedException, IOException {
        guide.until(() -> evenWithSheet || !sheets.anyOpen(), "the sheet to close");
        Job job = started();
        guide.until(() -> job.snapshot().state().ended(), "the job to end");
        guide.picture(name);
        report.add(job);
        return job;
    }

    private void search(String text) throws InterruptedException {
        guide.act(() -> {
            main.selection().clear();
            main.model().searchTextProperty().set(text);
        });
        guide.until(() -> {
            View view = main.model().viewProperty().get();
            return view.filter().query().equals(main.model().searchProperty().getValue().query()) && view.total() == workspace.book().size();
        }, "the search");
    }
}

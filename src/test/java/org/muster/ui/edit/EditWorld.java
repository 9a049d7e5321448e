package org.muster.ui.edit;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.MemoryJournal;
import org.muster.people.Answer;
import org.muster.people.GooglePeopleGateway;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.theme.Theme;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.Workspace;
import org.testfx.util.WaitForAsyncUtils;

/** A practice account over real HTTP, a window with nothing but a layer for sheets, and pictures of it. */
public final class EditWorld implements AutoCloseable {
    public final PracticeServer server;
    public final LaneJobService jobs;
    public final Workspace workspace;
    public final Sheets sheets = new Sheets();
    public final Theme theme = new Theme();
    private Scene scene;

    public EditWorld() {
        try {
            server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jobs = new LaneJobService(new MemoryJournal(), JobSettings.standard());
        var gateway = GooglePeopleGateway.withToken(server.endpoint(), server::token);
        workspace = new Workspace("Practice account", new JobService.Lane("practice", gateway, new ContactBook()), jobs, new VirtualThreads(), Clock.systemUTC());
    }

    /** Opens the window; on the FX thread. */
    public Button open(Stage stage, double width, double height) {
        theme.install();
        theme.choiceProperty().set(Theme.Choice.LIGHT);
        Button anchor = new Button("Fields 5");
        anchor.setId("anchor");
        VBox content = new VBox(anchor);
        scene = new Scene(new StackPane(content, sheets.layer()), width, height);
        theme.style(scene);
        stage.setScene(scene);
        stage.show();
        return anchor;
    }

    /** Puts a contact into the account; {@code json} is a person in the API's form with single quotes. */
    public EditWorld person(String json) {
        server.putContact(JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject());
        return this;
    }

    /** The people of the mock-up, more or less. */
    public EditWorld people() {
        String[][] all = {
            {"Ada", "Lovelace", "Analytical Engines", "Prefers letters. Met at the Babbage evening."}, {"Zażółć", "Gęślą", "Jaźń sp. z o.o.", ""}, {"渡辺", "美咲", "東京商事", ""}, {"Joost", "van den Berg", "", ""},
            {"Élodie", "Fontaine", "ACME", "Call back in May"}, {"Priya", "Raman", "Raman & Co.", ""}, {"Siobhán", "O’Brien", "", ""}, {"Müller GmbH", "", "Müller GmbH", ""}, {"Ngozi", "Okafor", "ACME", "Press list 2019"}
        };
        for (String[] p : all) {
            JsonObject person = new JsonObject();
            person.add("names", one("givenName", p[0], "familyName", p[1]));
            person.add("emailAddresses", one("value", p[0].toLowerCase(java.util.Locale.ROOT).charAt(0) + "@example.org", "type", "work"));
            if (!p[2].isEmpty()) {
                person.add("organizations", one("name", p[2], "title", "Programmer"));
            }
            if (!p[3].isEmpty()) {
                person.add("biographies", one("value", p[3], "contentType", "TEXT_PLAIN"));
            }
            server.putContact(person);
        }
        return this;
    }

    private static JsonArray one(String... parts) {
        JsonObject item = new JsonObject();
        for (int i = 0; i < parts.length; i += 2) {
            if (!parts[i + 1].isEmpty()) {
                item.addProperty(parts[i], parts[i + 1]);
            }
        }
        JsonArray items = new JsonArray();
        items.add(item);
        return items;
    }

    /** Reads the account with {@code mask}. */
    public List<Contact> load(FieldMask mask) {
        List<Contact> all = new ArrayList<>();
        if (workspace.gateway().list(mask, Set.of(), page -> all.addAll(page.contacts())) instanceof Answer.Failed<Void> failed) {
            throw new IllegalStateException(failed.toString());
        }
        workspace.book().replaceAll(all);
        return all;
    }

    /** Makes a label and lets the workspace know it. */
    public Label label(String name) {
        Label label = ((Answer.Ok<Label>) workspace.gateway().createLabel(name)).value();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            workspace.labels().add(label);
            return null;
        });
        return label;
    }

    public <T extends Sheet> T show(Callable<T> make) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            T sheet = make.call();
            sheets.show(sheet);
            return sheet;
        });
    }

    /** Waits for something to become true on the FX thread. */
    public static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("it never came true", e);
        }
    }

    /** Saves what the window shows as {@code target/pictures/<name>.png}. */
    public void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        save(name, WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene.snapshot(null)));
    }

    /** Saves a picture of any scene, such as a drop-down's. */
    public static void save(String name, WritableImage shot) {
        BufferedImage image = new BufferedImage((int) shot.getWidth(), (int) shot.getHeight(), BufferedImage.TYPE_INT_ARGB);
        PixelReader pixels = shot.getPixelReader();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        try {
            Path folder = Files.createDirectories(Path.of("target", "pictures"));
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        jobs.close();
        server.close();
    }
}

package org.muster.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.javanet.NetHttpTransport;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.accounts.GoogleAccount;
import org.muster.accounts.OAuthEndpoints;
import org.muster.accounts.SignIn;
import org.muster.accounts.TokenVault;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.practice.Switches;
import org.muster.ui.FileDialogs;
import org.muster.ui.jobs.Pictures;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.work.VirtualThreads;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Signs in over real HTTP, with the practice server as the one that asks and grants. */
@ExtendWith(ApplicationExtension.class)
class ConnectSheetTest {
    @TempDir
    private static Path folder;

    private final HttpClient browser = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final List<GoogleAccount> connected = new ArrayList<>();
    private boolean browserWorks = true;
    private Duration limit = Duration.ofMinutes(5);
    private Path file;
    private PracticeServer server;
    private Sheets sheets;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()));
        file = folder.resolve("client_secret_practice.json");
        Files.writeString(file, server.oauthClient().clientSecretJson());
        sheets = new Sheets();
        scene = Pictures.styled(new StackPane(new Region(), sheets.layer()), 960, 700);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void clean() {
        WaitForAsyncUtils.clearExceptions();
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    private void show() throws Exception {
        FileDialogs dialogs = new FileDialogs() {
            @Override
            public Optional<Path> open(String title, List<Kind> kinds) {
                return Optional.of(file);
            }

            @Override
            public Optional<Path> save(String title, String suggestedName, List<Kind> kinds) {
                return Optional.empty();
            }
        };
        SignIn signIn = new SignIn(new TokenVault(folder.resolve("data")), new NetHttpTransport(), limit);
        GoogleSignIn google = new GoogleSignIn(signIn, OAuthEndpoints.under(server.endpoint()), limit, this::browse);
        onFx(() -> {
            sheets.show(new ConnectSheet(google, dialogs, new VirtualThreads(), sheets, Clock.systemUTC(), connected::add));
            return null;
        });
    }

    /** Goes where it is sent, and on to where it is sent from there. */
    private void browse(URI address) {
        if (browserWorks) {
            browser.sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private void chooseFileAndGo(FxRobot robot) throws Exception {
        show();
        robot.clickOn("Choose file…");
        await(() -> texts().contains("client_secret_practice.json"));
        robot.clickOn("Open browser");
    }

    @Test
    void connects(FxRobot robot) throws Exception {
        show();
        assertThat(onFx(() -> robot.lookup("Open browser").queryButton().isDisabled())).isTrue();
        onFx(() -> {
            Pictures.save(scene, "connect-guide");
            return null;
        });
        robot.clickOn("Choose file…");
        await(() -> texts().contains("client_secret_practice.json"));
        robot.clickOn("Open browser");
        await(() -> texts().contains("Connected"));
        onFx(() -> {
            Pictures.save(scene, "connect-end");
            return null;
        });
        assertThat(connected).hasSize(1);
        robot.clickOn("Show my contacts");
        assertThat(onFx(sheets::anyOpen)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"DENY|Access was not granted", "UNTICK_WRITING|One box was not ticked", "WRONG_STATE|An answer that was not for Muster"})
    void saysWhatWentWrongAndLetsTryAgain(Switches.Consent consent, String title, FxRobot robot) throws Exception {
        server.switches().consent().set(consent);
        chooseFileAndGo(robot);
        await(() -> texts().contains(title));
        assertThat(connected).isEmpty();
        robot.clickOn("Try again");
        server.switches().consent().restore();
        robot.clickOn("Open browser");
        await(() -> texts().contains("Connected"));
        assertThat(connected).hasSize(1);
    }

    @Test
    void waitsNoLongerThanItSays(FxRobot robot) throws Exception {
        browserWorks = false;
        limit = Duration.ofMillis(600);
        chooseFileAndGo(robot);
        await(() -> texts().contains("No answer in time"));
        assertThat(connected).isEmpty();
    }

    @Test
    void showsTheLinkAndCanBeCalledOff(FxRobot robot) throws Exception {
        browserWorks = false;
        chooseFileAndGo(robot);
        await(() -> texts().contains("Answer Google’s questions in the browser"));
        onFx(() -> {
            Pictures.save(scene, "connect-wait");
            return null;
        });
        String link = onFx(() -> ((TextField) sheets.layer().lookup(".mono")).getText());
        assertThat(link).startsWith(server.endpoint() + "o/oauth2/v2/auth").contains("code_challenge");
        robot.clickOn("Copy link");
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(link);
        robot.clickOn("Cancel");
        await(() -> texts().contains("client_secret_practice.json"));
        assertThat(onFx(sheets::anyOpen)).isTrue();
        assertThat(connected).isEmpty();
    }

    @Test
    void refusesAnotherFileWithAReason(FxRobot robot) throws Exception {
        file = Files.writeString(folder.resolve("notes.json"), "{\"web\":{\"client_id\":\"x\",\"client_secret\":\"y\"}}");
        show();
        robot.clickOn("Choose file…");
        await(() -> texts().contains("notes.json belongs to a web application."));
        onFx(() -> {
            Pictures.save(scene, "connect-refused");
            return null;
        });
        assertThat(onFx(() -> robot.lookup("Open browser").queryButton().isDisabled())).isTrue();
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get();
    }

    private void await(BooleanSupplier condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("never came; the sheet says " + onFx(this::texts), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<String> texts() {
        return sheets.layer().lookupAll(".label").stream().filter(ConnectSheetTest::visible).map(n -> ((Labeled) n).getText()).toList();
    }

    private static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }
}

package org.muster.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.contacts.ContactBook;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.MemoryJournal;
import org.muster.people.Answer;
import org.muster.people.ErrorCause;
import org.muster.people.GooglePeopleGateway;
import org.muster.ui.OnFx;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.theme.Theme;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.LoadState;
import org.muster.ui.workspace.Workspace;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A server that answers HTML, nothing or nonsense, or is not there: the window says so, keeps what it had, and tries again when asked. */
@ExtendWith(ApplicationExtension.class)
class LoadFailureTest {
    private record Page(int status, String type, String body) {}

    private static final Map<Page, ErrorCause> BAD = Map.of(
            new Page(200, "text/html", "<html><body>Sign in to the hotel's network</body></html>"), ErrorCause.NOT_PEOPLE_API,
            new Page(200, "application/json", ""), ErrorCause.NOT_PEOPLE_API,
            new Page(200, "application/json", "{\"connections\": [}"), ErrorCause.NOT_PEOPLE_API,
            new Page(503, "text/html", "<h1>Service unavailable</h1>"), ErrorCause.SERVER,
            new Page(401, "application/json", "{\"error\":{\"code\":401,\"status\":\"UNAUTHENTICATED\",\"message\":\"x\"}}"), ErrorCause.SIGNED_OUT);

    private final JobService jobs = new LaneJobService(new MemoryJournal(), JobSettings.standard());
    private volatile Page page;
    private HttpServer http;
    private Workspace workspace;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
        GooglePeopleGateway gateway = GooglePeopleGateway.withToken(URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/"), () -> "token");
        workspace = new Workspace("Somewhere", new JobService.Lane("somewhere", gateway, new ContactBook()), jobs, new VirtualThreads(), Clock.systemUTC());
        Theme theme = new Theme();
        theme.install();
        scene = new Scene(new MainWindow(workspace, new RecordingScreens(), new Sheets(), new HBox(), theme, anchor -> { }).view(), 960, 700);
        theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void clear() {
        WaitForAsyncUtils.clearExceptions();
    }

    @AfterEach
    void close() {
        jobs.close();
        http.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean groups = exchange.getRequestURI().getPath().contains("contactGroups");
            Page now = page != null ? page : new Page(200, "application/json", groups
                    ? "{\"contactGroups\":[]}"
                    : "{\"connections\":[{\"resourceName\":\"people/c1\",\"etag\":\"e\",\"names\":[{\"displayName\":\"Ada Lovelace\",\"givenName\":\"Ada\"}]}],\"totalPeople\":1,\"totalItems\":1}");
            byte[] body = now.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", now.type());
            exchange.sendResponseHeaders(now.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String words(String id) {
        return OnFx.fxGet(() -> ((Label) scene.lookup("#" + id)).getText());
    }

    private void failed(ErrorCause cause) {
        OnFx.until(() -> workspace.loadStateProperty().get() instanceof LoadState.Failed failed && failed.error().cause() == cause);
    }

    private void retried(String button) {
        page = null;
        OnFx.fx(((Button) scene.lookup("#" + button))::fire);
        OnFx.until(() -> workspace.loadStateProperty().get() instanceof LoadState.Loaded);
        assertThat(workspace.book().contacts()).hasSize(1);
    }

    @Test
    void theEmptyWindowSaysWhatCameInsteadAndTriesAgain() {
        BAD.forEach((bad, cause) -> {
            page = bad;
            OnFx.fx(workspace::reload);
            failed(cause);
            assertThat(words("empty-title")).isEqualTo(cause.what());
            assertThat(words("empty-advice")).isEqualTo(cause.advice());
        });
        retried("empty-action");
    }

    @Test
    void whatWasLoadedStaysWhileTheServerFails() {
        OnFx.fx(workspace::reload);
        OnFx.until(() -> workspace.loadStateProperty().get() instanceof LoadState.Loaded);
        BAD.forEach((bad, cause) -> {
            page = bad;
            OnFx.fx(workspace::reload);
            failed(cause);
            assertThat(words("status-state")).isEqualTo(cause.what());
            assertThat(workspace.book().contacts()).hasSize(1);
        });
        retried("status-retry");
    }

    @Test
    void aServerThatIsNotThereIsSaidSo() {
        http.stop(0);
        OnFx.fx(workspace::reload);
        failed(ErrorCause.UNREACHABLE);
        assertThat(words("empty-title")).isEqualTo("The server cannot be reached");
    }

    @Test
    void aBugIsNotBlamedOnTheServer() {
        FakeAccount broken = new FakeAccount(List.of()) {
            @Override
            public Answer<List<org.muster.contacts.Label>> labels() {
                throw new IllegalStateException("a bug");
            }
        };
        Workspace of = broken.workspace();
        OnFx.fx(of::reload);
        OnFx.until(() -> of.loadStateProperty().get() instanceof LoadState.Failed failed && failed.error().cause() == ErrorCause.BUG);
    }
}

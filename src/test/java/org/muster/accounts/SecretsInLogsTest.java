package org.muster.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.google.api.client.http.javanet.NetHttpTransport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Signs in, renews and forgets with every logger of the process wide open, ours and those of the libraries, and looks for secrets in what they said. */
@Timeout(30)
class SecretsInLogsTest {
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ch.qos.logback.classic.Logger ours = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger theirs = Logger.getLogger("");
    private final Logger http = Logger.getLogger("com.google.api.client.http.HttpTransport");
    private final Level oursBefore = ours.getLevel();
    private final java.util.logging.Level theirsBefore = theirs.getLevel();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord event) {
            // Java's own trace of requests shows every header, and those of the API carry the access token; nothing switches that trace on outside this test.
            if (event.getLoggerName().startsWith("sun.net.www") && event.getMessage().contains(" /v1/people:batchGet")) {
                return;
            }
            said.add(event.getLoggerName() + " " + event.getMessage() + " " + List.of(event.getParameters() == null ? new Object[0] : event.getParameters()) + " " + event.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TempDir
    Path data;

    @BeforeEach
    void listen() {
        appender.start();
        ours.addAppender(appender);
        ours.setLevel(Level.TRACE);
        theirs.addHandler(handler);
        theirs.setLevel(java.util.logging.Level.ALL);
        http.setLevel(java.util.logging.Level.ALL);
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void stop() {
        System.setOut(out);
        System.setErr(err);
        ours.detachAppender(appender);
        ours.setLevel(oursBefore);
        theirs.removeHandler(handler);
        theirs.setLevel(theirsBefore);
        http.setLevel(null);
    }

    @Test
    void noSecretIsEverLogged() {
        try (TestAuthority authority = new TestAuthority()) {
            TokenVault vault = new TokenVault(data);
            NetHttpTransport transport = new NetHttpTransport();
            AccountList list = new AccountList(vault, transport, Optional.empty());
            TestBrowser browser = new TestBrowser();
            SignInRun run = browser.attend(new SignIn(vault, transport, TestBrowser.PATIENCE).start(authority.client(), authority.endpoints(), "Mine", browser));
            GoogleAccount account = ((SignInResult.Connected) run.await()).account();
            said.add(run + " " + run.await());
            StoredAccount stored = vault.contents().accounts().getFirst();
            said.add(new TokenServer(transport).refresh(stored, stored.refreshToken().orElseThrow()).toString());
            said.add(list.forget(account) + " " + list.read());

            authority.tokenAnswer = new TestAuthority.Canned(400, "application/json", "{\"error\":\"invalid_grant\"}");
            said.add(new SignIn(vault, transport, TestBrowser.PATIENCE).start(authority.client(), authority.endpoints(), "", new TestBrowser()).await().toString());

            appender.list.forEach(event -> said.add(event.getFormattedMessage() + " " + ThrowableProxyUtil.asString(event.getThrowableProxy())));
            assertThat(authority.secrets).hasSizeGreaterThanOrEqualTo(7); // client secret, codes, verifiers, access and refresh tokens
            assertThat(said).anyMatch(line -> line.contains("Sign-in ended: connected")).anyMatch(line -> line.startsWith("sun.net.www"));
            assertThat(String.join("\n", said) + printed.toString(StandardCharsets.UTF_8))
                    .doesNotContain(authority.secrets.toArray(CharSequence[]::new))
                    .doesNotContain(authority.secrets.stream().map(secret -> secret.replace("/", "%2F")).toArray(CharSequence[]::new));
        }
    }
}

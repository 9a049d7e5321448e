package org.muster.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class LoopbackReceiverTest {
    private static final String STATE = "the-state-of-this-sign-in";

    private LoopbackReceiver receiver;
    private URI redirect;

    @BeforeEach
    void open() throws IOException {
        receiver = LoopbackReceiver.open(STATE, Duration.ofMinutes(5));
        redirect = URI.create(receiver.getRedirectUri());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void hearsTheCode() throws Exception {
        assertThat(send(get("/callback?state=" + STATE + "&code=4%2Fabc"))).startsWith("HTTP/1.1 200");

        assertThat(receiver.await()).isEqualTo(new LoopbackAnswer.Code("4/abc"));
        assertThat(receiver.waitForCode()).isEqualTo("4/abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /favicon.ico HTTP/1.1\r\nHost: @\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: @\r\n\r\n",
        "GET /callback HTTP/1.1\r\nHost: @\r\n\r\n",
        "GET /callback/?state=the-state-of-this-sign-in&code=x HTTP/1.1\r\nHost: @\r\n\r\n",
        "GET /other?state=the-state-of-this-sign-in&code=x HTTP/1.1\r\nHost: @\r\n\r\n",
        "GET /callback?state=the-state-of-this-sign-in&code=x HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "GET /callback?state=the-state-of-this-sign-in&code=x HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /callback?state=the-state-of-this-sign-in&code=x HTTP/1.1\r\n\r\n",
        "GET /callback?state=the-state-of-this-sign-in&code=x HTTP/1.1\r\nHost: @\r\nHost: evil.example\r\n\r\n",
        "GET /callback?state=the-state-of-this-sign-in&code=x&code=y HTTP/1.1\r\nHost: @\r\n\r\n",
        "GET /callback?state=the-state-of-this-sign-in&code=%zz HTTP/1.1\r\nHost: @\r\n\r\n",
        "POST /callback?state=the-state-of-this-sign-in&code=x HTTP/1.1\r\nHost: @\r\nContent-Length: 0\r\n\r\n",
        "GET /callback?state=the-state-of-this-sign-in&code=x\r\n\r\n",
        "\r\n\r\n",
    })
    void takesNothingElseForAnAnswerAndGoesOnListening(String request) throws Exception {
        assertThat(send(request)).startsWith("HTTP/1.1 404");

        send(get("/callback?state=" + STATE + "&code=right"));
        assertThat(receiver.await()).isEqualTo(new LoopbackAnswer.Code("right"));
    }

    @Test
    void refusesARequestWithoutEnd() throws Exception {
        assertThat(send("GET /callback?" + "x".repeat(40_000))).satisfiesAnyOf(
                answer -> assertThat(answer).startsWith("HTTP/1.1 404"), answer -> assertThat(answer).isEqualTo("reset"));

        send(get("/callback?state=" + STATE + "&code=right"));
        assertThat(receiver.await()).isEqualTo(new LoopbackAnswer.Code("right"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=other&code=x", "code=x", "state=&code=x", "state=the-state-of-this-sign-i&code=x", "state=other&error=access_denied"})
    void knowsAnAnswerThatIsNotItsOwn(String query) throws Exception {
        assertThat(send(get("/callback?" + query))).startsWith("HTTP/1.1 400");

        assertThat(receiver.await()).isEqualTo(new LoopbackAnswer.WrongState());
        assertThatThrownBy(receiver::waitForCode).isInstanceOf(IOException.class);
    }

    @Test
    void showsNothingOfTheRequestOnThePage() throws Exception {
        String answer = send(get("/callback?state=" + STATE + "&error=%3Cscript%3E"));

        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("script", STATE).contains("Cache-Control: no-store", "default-src 'none'");
        assertThat(receiver.await()).isEqualTo(new LoopbackAnswer.Denied("unspecified"));
    }

    @Test
    void listensOnThisOneAddressOnly() {
        assertThat(redirect.getHost()).isEqualTo("127.0.0.1");
        // A receiver bound to every interface would answer here too.
        assertThatThrownBy(() -> new Socket("127.0.0.2", redirect.getPort()).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void isReleasedByStopAndCloses() throws Exception {
        receiver.stop();

        assertThat(receiver.await()).isEqualTo(new LoopbackAnswer.Cancelled());
        assertThatThrownBy(() -> new Socket("127.0.0.1", redirect.getPort()).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void keepsTheFirstAnswer() throws Exception {
        send(get("/callback?state=" + STATE + "&code=first"));
        send(get("/callback?state=other&code=second"));
        receiver.stop();

        assertThat(receiver.await()).isEqualTo(new LoopbackAnswer.Code("first"));
    }

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: @\r\nUser-Agent: test\r\n\r\n";
    }

    /** Sends bytes as they are, with {@code @} for the right host, and returns the whole answer. */
    private String send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", redirect.getPort())) {
            socket.getOutputStream().write(request.replace("@", redirect.getAuthority()).getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException e) {
            return "reset"; // what a server that does not read to the end may do
        }
    }
}

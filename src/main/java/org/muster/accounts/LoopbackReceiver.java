package org.muster.accounts;

import com.google.api.client.extensions.java6.auth.oauth2.VerificationCodeReceiver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Hears the browser's answer to one sign-in: on 127.0.0.1 alone, at a port the system picks, at one path, for a limited time. Answers that do not
 * carry the {@code state} of this sign-in end it. It stands on a bare socket: the JDK's HTTP server writes request lines, and with them the code,
 * to its log.
 */
final class LoopbackReceiver implements VerificationCodeReceiver, AutoCloseable {
    static final String PATH = "/callback";

    /** How long one connection may take to say what it wants; browsers open some in advance and never use them. */
    private static final int READ_MILLIS = 10_000;

    private final byte[] state;
    private final Duration limit;
    private final ServerSocket server;
    private final CompletableFuture<LoopbackAnswer> answer = new CompletableFuture<>();
    /** The one that counts. It is told only once its page is on its way, when another may have come already. */
    private final AtomicReference<LoopbackAnswer> first = new AtomicReference<>();
    private final CompletableFuture<Void> deaf = new CompletableFuture<>();

    private LoopbackReceiver(String state, Duration limit, ServerSocket server) {
        this.state = state.getBytes(StandardCharsets.UTF_8);
        this.limit = limit;
        this.server = server;
    }

    /**
     * Opens the port and listens.
     *
     * @param limit how long to wait for the answer
     * @throws IOException when no port can be opened
     */
    static LoopbackReceiver open(String state, Duration limit) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        LoopbackReceiver receiver = new LoopbackReceiver(state, limit, new ServerSocket(0, 8, loopback));
        Thread.ofPlatform().daemon().name("sign-in listener").start(receiver::listen);
        return receiver;
    }

    @Override
    public String getRedirectUri() {
        return "http://" + authority() + PATH;
    }

    /** Waits for the answer, its time limit or {@link #stop()}, then closes the port. May be called again and answers the same. */
    LoopbackAnswer await() throws InterruptedException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.complete(new LoopbackAnswer.TimedOut());
            return answer.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            close();
        }
    }

    /** @throws IOException when anything but a code came */
    @Override
    public String waitForCode() throws IOException {
        try {
            if (await() instanceof LoopbackAnswer.Code code) {
                return code.value();
            }
            throw new IOException("no code came");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Calls it off, from any thread. */
    @Override
    public void stop() {
        answer.complete(new LoopbackAnswer.Cancelled());
        close();
    }

    /** The port is closed when this returns: the system keeps it open for as long as a thread still listens, so that thread is waited for. */
    @Override
    public void close() {
        try {
            server.close();
            deaf.join();
        } catch (IOException e) {
            throw new IllegalStateException("a listening socket did not close", e);
        }
    }

    private String authority() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void listen() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                Thread.ofVirtual().name("sign-in answer").start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: the answer is here, or nobody waits for it any more.
        } finally {
            deaf.complete(null);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(READ_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            LoopbackAnswer heard = LoopbackRequest.read(in).map(this::judge).orElse(null);
            if (heard != null) {
                first.compareAndSet(null, heard);
            }
            try {
                socket.getOutputStream().write(page(heard).answer());
                socket.shutdownOutput();
            } finally {
                if (heard != null) {
                    answer.complete(first.get());
                }
            }
        } catch (IOException e) {
            // A browser that hangs up has said what it wanted, or nothing.
        }
    }

    private static LoopbackPage page(LoopbackAnswer heard) {
        return switch (heard) {
            case null -> LoopbackPage.NOT_FOUND;
            case LoopbackAnswer.Code code -> LoopbackPage.DONE;
            case LoopbackAnswer.WrongState wrong -> LoopbackPage.WRONG_STATE;
            case LoopbackAnswer.Denied denied -> LoopbackPage.DENIED;
            case LoopbackAnswer.TimedOut late -> LoopbackPage.NOT_FOUND;
            case LoopbackAnswer.Cancelled cancelled -> LoopbackPage.NOT_FOUND;
        };
    }

    /** What a request means; {@code null} when it is no answer at all, such as a search for an icon. */
    private LoopbackAnswer judge(LoopbackRequest request) {
        Map<String, String> said = request.query();
        boolean speaks = said.containsKey("code") || said.containsKey("error");
        if (!request.path().equals(PATH) || !request.host().equals(authority()) || !speaks) {
            return null;
        }
        byte[] theirs = Objects.requireNonNullElse(said.get("state"), "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(state, theirs)) {
            return new LoopbackAnswer.WrongState();
        }
        if (said.containsKey("error")) {
            String error = said.get("error");
            return new LoopbackAnswer.Denied(error.matches("[a-z_]{1,60}") ? error : "unspecified");
        }
        return new LoopbackAnswer.Code(said.get("code"));
    }
}

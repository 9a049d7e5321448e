package org.muster.accounts;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A browser whose user agrees to everything: goes where it is sent, and on to where it is sent from there. */
final class TestBrowser implements Consumer<URI> {
    /** How long a test waits for a browser, so that one that goes wrong ends. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    /** The page it ended on. */
    final CompletableFuture<HttpResponse<String>> page = new CompletableFuture<>();

    @Override
    public void accept(URI address) {
        client.sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).whenComplete((response, failure) -> {
            if (failure != null) {
                page.completeExceptionally(failure);
            } else {
                page.complete(response);
            }
        });
    }

    /** Calls the sign-in off when the browser ends anywhere but where it is waited for, so that a test fails at once and not after minutes. */
    SignInRun attend(SignInRun run) {
        page.whenComplete((response, failure) -> {
            if (failure != null || !response.uri().getPath().equals(LoopbackReceiver.PATH)) {
                run.cancel();
            }
        });
        return run;
    }
}

package org.muster.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A browser whose user agrees to everything: goes where it is sent, and on to where it is sent from there. */
final class TestBrowser implements Consumer<URI> {
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

    HttpResponse<String> get(String address) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

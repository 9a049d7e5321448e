package org.muster.people;

import com.google.api.services.people.v1.model.ListConnectionsResponse;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Reads a listing page by page. A page can be asked for only with the token in the one before it; but that token is seen as soon as an answer has come,
 * so that the next page is on its way while this one is understood. What is seen too early to be trusted is compared with what is
 * understood, and asked for again if it was wrong.
 */
final class Pages {
    private static final String TOKEN = "nextPageToken";

    /** Asks for one page and waits for it. */
    interface Fetch {
        /** @param token {@code null} for the first page */
        Prepared.Arrived<ListConnectionsResponse> page(String token);
    }

    private final Fetch fetch;

    Pages(Fetch fetch) {
        this.fetch = fetch;
    }

    /** @param onPage gets each page, in order and on the calling thread; the token in it is {@code null} on the last one */
    Answer<Void> each(Consumer<ListConnectionsResponse> onPage) {
        String token = null;
        Ahead ahead = Ahead.NOTHING;
        Prepared.Arrived<ListConnectionsResponse> arrived = fetch.page(null);
        try {
            while (true) {
                ahead = ahead(arrived);
                switch (arrived.read()) {
                    case Answer.Failed<ListConnectionsResponse>(ApiError error) -> {
                        return new Answer.Failed<>(error);
                    }
                    case Answer.Ok<ListConnectionsResponse>(ListConnectionsResponse page) -> {
                        String next = page.getNextPageToken() == null || page.getNextPageToken().isEmpty() ? null : page.getNextPageToken();
                        onPage.accept(page.setNextPageToken(next));
                        if (next == null) {
                            return new Answer.Ok<>(null);
                        }
                        if (next.equals(token)) {
                            return new Answer.Failed<>(Refusals.nonsense(200, "the same page again"));
                        }
                        arrived = next.equals(ahead.token()) ? ahead.await() : fetch.page(next);
                        token = next;
                    }
                }
            }
        } finally {
            ahead.cancel(); // nothing, when it was waited for
        }
    }

    private Ahead ahead(Prepared.Arrived<ListConnectionsResponse> arrived) {
        return arrived.glimpse(TOKEN).map(token -> {
            FutureTask<Prepared.Arrived<ListConnectionsResponse>> task = new FutureTask<>(() -> fetch.page(token));
            Thread.ofVirtual().name("muster-next-page").start(task);
            return new Ahead(token, task);
        }).orElse(Ahead.NOTHING);
    }

    /** A page on its way. */
    private record Ahead(String token, FutureTask<Prepared.Arrived<ListConnectionsResponse>> task) {
        static final Ahead NOTHING = new Ahead(null, null);

        Prepared.Arrived<ListConnectionsResponse> await() {
            try {
                return task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ApiError stopped = Refusals.of(new InterruptedIOException("nobody waits for it any more"), true);
                return Prepared.<ListConnectionsResponse>unwritten(() -> new Answer.Failed<>(stopped)).send();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }

        void cancel() {
            if (task != null) {
                task.cancel(true);
            }
        }
    }
}

package org.muster.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.ListConnectionsResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Three pages, with the tokens b and c, from a listing that shows its tokens early, rightly or wrongly. */
class PagesTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Integer> seen = new ArrayList<>();

    private static String next(String token) {
        return token == null ? "b" : token.equals("b") ? "c" : "";
    }

    private Prepared.Arrived<ListConnectionsResponse> arrived(String token, String glimpsed, Runnable onRead) {
        return new Prepared.Arrived<>() {
            @Override
            public boolean taken() {
                return true;
            }

            @Override
            public Optional<String> glimpse(String member) {
                return Optional.ofNullable(glimpsed);
            }

            @Override
            public Answer<ListConnectionsResponse> read() {
                onRead.run();
                return new Answer.Ok<>(new ListConnectionsResponse().setNextPageToken(next(token)).setTotalItems(asked.indexOf(token == null ? "first" : token)));
            }
        };
    }

    private Prepared.Arrived<ListConnectionsResponse> page(String token, String glimpsed) {
        asked.add(token == null ? "first" : token);
        return arrived(token, glimpsed, () -> { });
    }

    private void read(Pages pages) {
        assertThat(pages.each(page -> seen.add(page.getTotalItems()))).isInstanceOf(Answer.Ok.class);
    }

    @Test
    void aTokenSeenEarlyIsAskedForOnce() {
        read(new Pages(token -> page(token, next(token).isEmpty() ? null : next(token))));
        assertThat(asked).containsExactly("first", "b", "c");
        assertThat(seen).containsExactly(0, 1, 2);
    }

    @Test
    void theNextPageIsOnItsWayWhileOneIsUnderstood() {
        CountDownLatch second = new CountDownLatch(1);
        read(new Pages(token -> {
            asked.add(token == null ? "first" : token);
            if ("b".equals(token)) {
                second.countDown();
            }
            return arrived(token, next(token).isEmpty() ? null : next(token), () -> {
                try {
                    second.await(); // never comes while the second page waits for the first to be understood
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }));
        assertThat(asked).containsExactly("first", "b", "c");
    }

    @Test
    void aTokenThatOnlySeemedToBeOneIsNotBelieved() {
        read(new Pages(token -> page(token, "b".equals(token) || token == null ? "wrong" : null)));
        assertThat(asked).contains("first", "b", "c");
        assertThat(seen).hasSize(3);
    }

    @Test
    void withoutAGlimpseEachPageIsAskedForInTurn() {
        read(new Pages(token -> page(token, null)));
        assertThat(asked).containsExactly("first", "b", "c");
    }
}

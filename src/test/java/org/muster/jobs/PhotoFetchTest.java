package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.changes.PhotoBytes;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.people.GooglePeopleGateway;

/** Photos, from an image server that does not always do its work. */
class PhotoFetchTest {
    private final ConcurrentMap<String, Integer> asked = new ConcurrentHashMap<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    /** Paths that somebody on the way answers with a page of his own. */
    private final Set<String> filtered = ConcurrentHashMap.newKeySet();
    private HttpServer server;
    private PhotoFetch photos;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.merge(path, 1, Integer::sum);
            assertThat(exchange.getRequestHeaders()).doesNotContainKey("Authorization");
            byte[] picture = filtered.contains(path) || filtered.contains("all") ? "<!DOCTYPE html><title>Please sign in</title>".getBytes(StandardCharsets.UTF_8)
                    : path.startsWith("/gif") ? "GIF89a…".getBytes(StandardCharsets.UTF_8) : path.startsWith("/webp") ? "RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1)
                    : path.startsWith("/nothing") ? new byte[0] : UndoWorld.picture(path.hashCode() & 0xff);
            int status = path.startsWith("/gone") ? 404 : busy.contains(path) || busy.contains("all") ? 503 : 200;
            exchange.sendResponseHeaders(status, status == 200 && picture.length > 0 ? picture.length : -1);
            if (status == 200 && picture.length > 0) {
                exchange.getResponseBody().write(picture);
            }
            exchange.close();
        });
        server.start();
        photos = new PhotoFetch(GooglePeopleGateway.withToken(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"), () -> "secret"));
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Map<String, Optional<PhotoBytes>> fetched(List<String> addresses) {
        return UndoWorld.ok(photos.fetch(addresses));
    }

    @Test
    void onePhotoThatCannotBeHadStopsNobodyAndTheOthersAreAskedForOnce() {
        busy.add("/1");
        List<String> addresses = IntStream.range(0, 20).mapToObj(i -> address("/" + i)).toList();
        assertThat(photos.fetch(addresses)).isInstanceOf(Answer.Failed.class);
        assertThat(photos.fetch(addresses)).isInstanceOf(Answer.Failed.class);
        Map<String, Optional<PhotoBytes>> all = fetched(addresses);
        assertThat(all.get(address("/1"))).isEmpty();
        assertThat(all.values().stream().filter(Optional::isPresent)).hasSize(19);
        assertThat(asked).containsEntry("/1", 3).containsEntry("/2", 1);
    }

    @Test
    void onePhotoThatIsGoneIsKnownToBeGone() {
        assertThat(fetched(List.of(address("/gone"), address("/2"))).get(address("/gone"))).isEmpty();
        assertThat(asked).containsEntry("/gone", 1);
    }

    @Test
    void nothingIsLostWhileTheServerIsAway() {
        busy.add("all");
        List<String> addresses = IntStream.range(0, 50).mapToObj(i -> address("/" + i)).toList();
        for (int round = 0; round < 5; round++) {
            assertThat(photos.fetch(addresses) instanceof Answer.Failed<Map<String, Optional<PhotoBytes>>>(ApiError error) ? error.cause() : null).isEqualTo(ErrorCause.SERVER);
        }
        assertThat(asked.values().stream().mapToInt(Integer::intValue).sum()).as("a server that is away is not asked for all of them").isLessThan(5 * 15);
        busy.clear();
        assertThat(fetched(addresses).values()).hasSize(50).allMatch(Optional::isPresent);
    }

    /** What a captive portal or a filter says is 200 all the same. */
    @Test
    void aPageInAPhotosPlaceIsNoPhotoAndNothingIsLostWhileThereAreOnlySuch() {
        filtered.add("all");
        List<String> addresses = IntStream.range(0, 10).mapToObj(i -> address("/" + i)).toList();
        for (int round = 0; round < 5; round++) {
            assertThat(photos.fetch(addresses) instanceof Answer.Failed<Map<String, Optional<PhotoBytes>>>(ApiError error) ? error.cause() : null).isEqualTo(ErrorCause.SERVER);
        }
        filtered.clear();
        assertThat(fetched(addresses).values()).hasSize(10).allMatch(Optional::isPresent);
    }

    @Test
    void onePhotoWithAPageInItsPlaceStopsNobodyForLong() {
        filtered.add("/1");
        List<String> addresses = List.of(address("/1"), address("/2"), address("/nothing"));
        assertThat(photos.fetch(addresses)).isInstanceOf(Answer.Failed.class);
        assertThat(photos.fetch(addresses)).isInstanceOf(Answer.Failed.class);
        assertThat(fetched(addresses)).satisfies(all -> assertThat(all.values().stream().filter(Optional::isPresent)).hasSize(1)).containsEntry(address("/1"), Optional.empty());
    }

    @Test
    void photosComeInFourKinds() {
        assertThat(fetched(List.of(address("/png"), address("/gif"), address("/webp"))).values()).hasSize(3).allMatch(Optional::isPresent);
    }
}

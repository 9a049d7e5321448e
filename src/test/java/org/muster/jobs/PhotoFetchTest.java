package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
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
            byte[] picture = UndoWorld.picture(path.hashCode() & 0xff);
            int status = path.startsWith("/gone") ? 404 : busy.contains(path) || busy.contains("all") ? 503 : 200;
            exchange.sendResponseHeaders(status, status == 200 ? picture.length : -1);
            if (status == 200) {
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
}

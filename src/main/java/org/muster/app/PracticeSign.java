package org.muster.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muster.accounts.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the practice account is served by the process that holds it, for others that want to look into it: its address and token, in a file only its owner can
 * read. What a process left behind that was killed is written over by the next that holds the account; before, nothing answers there.
 */
final class PracticeSign {
    private static final Logger LOG = LoggerFactory.getLogger(PracticeSign.class);

    /** @param token what its server takes */
    record Address(URI endpoint, String token) {}

    private final Path file;

    PracticeSign(Path file) {
        this.file = file;
    }

    /** Puts it up. Where it cannot be kept to its owner, others cannot look into the account: no more than that. */
    void put(Address address) {
        try {
            Files.deleteIfExists(file);
            OwnerOnly.file(file);
            Files.writeString(file, address.endpoint() + "\n" + address.token() + "\n");
        } catch (IOException e) {
            LOG.warn("others cannot be told where the practice account is", e);
        }
    }

    /** What it says. */
    Optional<Address> read() {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() < 2 ? Optional.empty() : Optional.of(new Address(URI.create(lines.get(0)), lines.get(1)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("nobody says where the practice account is", e);
            return Optional.empty();
        }
    }

    /** Takes it down. */
    void take() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("where the practice account was is still written there", e);
        }
    }
}

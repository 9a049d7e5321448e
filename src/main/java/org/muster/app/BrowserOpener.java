package org.muster.app;

import java.net.URI;
import java.util.function.Consumer;
import javafx.application.HostServices;
import javafx.application.Platform;

/** Opens an address in the system's browser. */
final class BrowserOpener implements Consumer<URI> {
    private final HostServices services;

    BrowserOpener(HostServices services) {
        this.services = services;
    }

    @Override
    public void accept(URI address) {
        Platform.runLater(() -> services.showDocument(address.toString()));
    }
}

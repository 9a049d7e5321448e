package org.muster.ui.connect;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.muster.accounts.ClientSecrets;
import org.muster.accounts.OAuthEndpoints;
import org.muster.accounts.SignIn;
import org.muster.accounts.SignInRun;

/**
 * What the window needs to sign somebody in.
 *
 * @param signIn does it
 * @param endpoints where
 * @param limit how long {@code signIn} waits for the browser's answer
 * @param browser opens an address in the system's browser; not called on the FX thread
 */
public record GoogleSignIn(SignIn signIn, OAuthEndpoints endpoints, Duration limit, Consumer<URI> browser) {
    /** Opens the browser: not on the FX thread. */
    SignInRun start(ClientSecrets client, String label) {
        return signIn.start(client, endpoints, label, browser);
    }
}

package org.muster.accounts;

import java.util.Objects;
import org.muster.texts.Texts;

/**
 * A Google account the user connected.
 *
 * @param id given by Muster when it was connected
 * @param label the user's own name for it; may be empty
 */
public record GoogleAccount(String id, String label) implements Account {
    public GoogleAccount {
        Objects.requireNonNull(id);
        Objects.requireNonNull(label);
    }

    @Override
    public String displayName() {
        return label.isBlank() ? Texts.of(GoogleAccount.class).get("account.google") : label;
    }
}

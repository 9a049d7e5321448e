package org.muster.ui.history;

import java.util.function.UnaryOperator;
import org.muster.contacts.Label;
import org.muster.ui.workspace.Workspace;

/** What labels are called. */
final class LabelNames {
    private LabelNames() {}

    /** A label's name by its resource name; that itself when the account has no such label any more. */
    static UnaryOperator<String> of(Workspace workspace) {
        return resourceName -> workspace.label(resourceName).map(Label::name).orElse(resourceName);
    }
}

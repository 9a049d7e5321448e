package org.muster.ui.table;

import org.muster.contacts.Query;

/**
 * Which contacts the table shows.
 *
 * @param scope what the rail chose
 * @param query what was searched for
 */
public record Filter(Scope scope, Query query) {
    /** Everybody. */
    public static final Filter NONE = new Filter(new Scope.Everybody(), Query.EVERYBODY);

    boolean matches(ContactRow row) {
        return scope.holds(row.contact()) && (query.isEmpty() || query.matches(row.search()));
    }

    /** Whether nobody is left out. */
    public boolean everybody() {
        return scope instanceof Scope.Everybody && query.isEmpty();
    }
}

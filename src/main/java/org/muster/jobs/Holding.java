package org.muster.jobs;

/** Whether this process may change an account. Only one process may at a time; the others look. */
@FunctionalInterface
public interface Holding {
    /** Where no other process is about. */
    Holding ALWAYS = account -> true;

    /**
     * Whether it may now; once it may, it may until it ends. Any thread asks, and waits for the answer.
     *
     * @param account the account's id; see {@link JobService.Lane#id}
     */
    boolean holds(String account);
}

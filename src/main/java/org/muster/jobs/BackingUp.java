package org.muster.jobs;

/**
 * How far a job is with copying the account, before it changes anything in it.
 *
 * @param read contacts copied so far
 * @param total how many there are, as far as is known
 */
public record BackingUp(int read, int total) {}

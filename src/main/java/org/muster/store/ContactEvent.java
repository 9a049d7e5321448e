package org.muster.store;

import java.time.Instant;
import java.util.Optional;
import org.muster.changes.Change;
import org.muster.jobs.OutcomeState;
import org.muster.people.ApiError;

/**
 * Something a job did to a contact, or was to do.
 *
 * @param jobId the job
 * @param jobTitle what the job is called for people
 * @param at when it was known what became of it; else when the job was accepted
 * @param row the contact's place in the job, from 0
 * @param change what was to be done. Of the contact before it, what the journal has kept: of one that was deleted all of it, if it came so far
 * @param state what became of it
 * @param error why it failed, is unknown or in conflict
 */
public record ContactEvent(String jobId, String jobTitle, Instant at, int row, Change change, OutcomeState state, Optional<ApiError> error) {}

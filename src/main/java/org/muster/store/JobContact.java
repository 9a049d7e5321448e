package org.muster.store;

import java.util.Optional;
import org.muster.jobs.OutcomeState;
import org.muster.people.ApiError;

/**
 * One contact of a job, without what was to be changed.
 *
 * @param row its place in the job, from 0
 * @param kind what was to be done
 * @param name what people call it; may be empty
 * @param origin where it came from, such as {@code row 17}; may be empty
 * @param resourceName Google's name for it, the newest the job heard; empty while it has none
 * @param state where it stands
 * @param error why it failed, is unknown or in conflict
 * @param handled whether the user has dealt with it elsewhere
 */
public record JobContact(int row, ChangeKind kind, String name, String origin, String resourceName, OutcomeState state, Optional<ApiError> error, boolean handled) {}

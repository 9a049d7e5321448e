package org.muster.jobs;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a job may go, as far as is known, when it is the quota that decides.
 *
 * @param batches so many batches such as the next one, 1 at least
 * @param per in this time: a minute or a day
 * @param end when the last batch will about be sent
 */
public record Pacing(int batches, Duration per, Instant end) {}

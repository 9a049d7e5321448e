/** Carrying change sets out: batches one after another, an outcome for each contact, nothing lost, nothing doubled. */
package org.muster.jobs;

package org.muster.ui.create;

/**
 * What the grid asks of its sheet.
 *
 * @param onCounts the counts are others now
 * @param onSubmitted rows were sent, others are left
 * @param onCancel somebody wants to leave
 * @param onEmpty everything was sent
 */
record Around(Runnable onCounts, Runnable onSubmitted, Runnable onCancel, Runnable onEmpty) {}

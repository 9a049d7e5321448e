package org.muster.ui.create;

import java.util.List;
import java.util.function.Consumer;

/**
 * What the grid asks of its sheet.
 *
 * @param onCounts the counts are others now
 * @param onSent the rows with these numbers are on their way
 * @param onSubmitted rows were sent, others are left
 * @param onCancel somebody wants to leave
 * @param onEmpty everything was sent
 */
record Around(Runnable onCounts, Consumer<List<Integer>> onSent, Runnable onSubmitted, Runnable onCancel, Runnable onEmpty) {}

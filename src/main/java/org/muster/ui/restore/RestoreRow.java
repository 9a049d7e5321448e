package org.muster.ui.restore;

import java.util.Optional;
import org.muster.changes.FieldDiff;

/**
 * One line of the list.
 *
 * @param diff what would change in one field; empty for a contact that comes back as a whole, or stays as it is
 */
record RestoreRow(Comparison.Item item, Optional<FieldDiff> diff) {}

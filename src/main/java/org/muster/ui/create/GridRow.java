package org.muster.ui.create;

import org.muster.exchange.ImportedRow;
import org.muster.exchange.RowCheck;

/**
 * A row as the grid shows it.
 *
 * @param position its place in the whole grid, from 0
 * @param row its cells
 * @param check what there is to say about it
 */
record GridRow(int position, ImportedRow row, RowCheck check) {}

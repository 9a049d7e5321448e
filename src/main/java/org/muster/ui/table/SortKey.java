package org.muster.ui.table;

import org.muster.contacts.PersonField;

/** One column the table is sorted by. */
public record SortKey(PersonField field, boolean descending) {}

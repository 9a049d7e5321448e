/** The table of contacts: which rows it shows, in which order, and which of them are selected. */
package org.muster.ui.table;

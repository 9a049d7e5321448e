/** Bulk edit: steps, preview, and what will be overwritten. */
package org.muster.ui.edit;

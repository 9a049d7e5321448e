/** The three columns of a conflict: as loaded, as edited, as it is on Google now. */
package org.muster.ui.conflict;

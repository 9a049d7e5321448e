/** The keyboard: one table of shortcuts, the keys made from it, and the sheet that shows it. */
package org.muster.ui.shortcuts;

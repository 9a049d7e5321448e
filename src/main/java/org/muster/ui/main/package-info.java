/** The main window: search, actions, the banner of the selection, the status line, and the frame that holds rail, table and inspector. */
package org.muster.ui.main;

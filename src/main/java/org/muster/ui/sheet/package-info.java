/** What slides over the window. */
package org.muster.ui.sheet;

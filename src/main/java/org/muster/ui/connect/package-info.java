/** Connecting a Google account, in plain words. */
package org.muster.ui.connect;

/** Restoring: a day's backup held against the account, and what of it shall come back. */
package org.muster.ui.restore;

/** What has been done: every job ever run on an account, and the story of each contact. */
package org.muster.ui.history;

/** What is to be done to contacts: changes, the edits that make them, and how they differ from what was there. */
package org.muster.changes;

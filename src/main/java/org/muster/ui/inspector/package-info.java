/** The contact the user looks at: every field of it, to read and to edit. */
package org.muster.ui.inspector;

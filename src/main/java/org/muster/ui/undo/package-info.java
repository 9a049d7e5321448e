/** Taking a job back: what would be done to each contact, what cannot come back, and what stays as it is. */
package org.muster.ui.undo;

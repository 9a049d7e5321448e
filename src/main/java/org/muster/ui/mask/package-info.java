/** Choosing fields: what to load, what to overwrite, what to read back. */
package org.muster.ui.mask;

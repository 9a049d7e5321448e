/** Says that jobs under way are about some of the contacts that are to be changed again. */
package org.muster.ui.overlap;

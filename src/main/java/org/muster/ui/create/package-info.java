/** New contacts: the grid filled by typing, by pasting, from a CSV or from a vCard file. */
package org.muster.ui.create;

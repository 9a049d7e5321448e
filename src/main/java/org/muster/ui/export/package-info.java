/** Writing contacts to a file. */
package org.muster.ui.export;

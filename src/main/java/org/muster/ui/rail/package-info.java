/** The rail at the left: the account, whom to show, labels, and the practice weather. */
package org.muster.ui.rail;

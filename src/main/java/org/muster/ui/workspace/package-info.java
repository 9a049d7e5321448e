/** The state of an open account as the screens share it. */
package org.muster.ui.workspace;

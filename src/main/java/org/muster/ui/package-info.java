/** The window: one sub-package per screen. The only room that knows JavaFX. */
package org.muster.ui;

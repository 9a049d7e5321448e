/** Asks for the number of contacts to be typed before a job destroys very much at once. */
package org.muster.ui.guard;

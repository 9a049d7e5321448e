/** Leaving Muster while a job is at work. */
package org.muster.ui.leave;

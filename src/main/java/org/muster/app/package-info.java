/** Start-up: the one place where objects are made and wired, by hand. */
package org.muster.app;

/** The same jobs from a terminal: each command reads contacts, makes a change set of them, and hands it to the one engine. Loads no JavaFX. */
package org.muster.cli;

/** The jobs drawer: what is being done, how far it is, and which contacts did not make it. */
package org.muster.ui.jobs;

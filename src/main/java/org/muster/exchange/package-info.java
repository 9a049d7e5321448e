/** Contacts in and out of files: CSV, vCard, JSON and pasted blocks, and the grid in which they are put right. Talks to no server. */
package org.muster.exchange;

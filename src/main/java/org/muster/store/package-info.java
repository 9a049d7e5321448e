/** What outlives a run of Muster: the journal of every job, in one SQLite database per data folder. The only room that speaks SQL, but for the practice account. */
package org.muster.store;

/** Accounts: which there are, how one signs in to them, and where what keeps them signed in is kept. */
package org.muster.accounts;

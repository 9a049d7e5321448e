/** The models of the API as JSON, the way the API itself writes it. */
package org.muster.contacts.json;

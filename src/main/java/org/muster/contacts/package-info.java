/** What a contact is: fields, masks, labels, the book of an account's contacts, and queries over it. Knows no other room. */
package org.muster.contacts;

/** Reads the words shown to people from resource bundles. Knows no other room. */
package org.muster.texts;

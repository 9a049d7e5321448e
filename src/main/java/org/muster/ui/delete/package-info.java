/** Bulk delete: how many, who, and a number to type when it is many. */
package org.muster.ui.delete;

/** Speaking to Google: one gateway over the People API client, its errors as coded values. */
package org.muster.people;

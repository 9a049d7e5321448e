/** Practice weather: how the practice account behaves, and putting its people back. */
package org.muster.ui.weather;

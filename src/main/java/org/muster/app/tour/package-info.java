/** The guided clean-up: the real window, driven through its own controls, with a picture of each step. */
package org.muster.app.tour;

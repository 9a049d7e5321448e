/**
 * The practice account: a People API server on loopback that refuses what Google refuses. It knows nothing of the rest of
 * Muster and uses none of Google's classes, so that a mistake of the application cannot hide behind the same mistake here.
 *
 * <p>The way of a request: {@code HttpFront} (host, route, token, quota, parameters, mishaps) → {@code Dispatcher} → one
 * class per group of methods → {@code PersonEditor} (validated, derived) → {@code ContactStore} → {@code SqliteKeeper}.
 */
package org.muster.practice;

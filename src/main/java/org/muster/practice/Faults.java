package org.muster.practice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The script of mishaps: single ones that were ordered, latency, and the {@link Weather}. Thread-safe. */
public final class Faults {
    private static final class Ordered {
        private final Fault fault;
        private final String methodId;
        private int before;

        Ordered(Fault fault, String methodId, int nth) {
            this.fault = fault;
            this.methodId = methodId;
            this.before = nth - 1;
        }
    }

    private final List<Ordered> queue = new ArrayList<>();
    private Weather weather = Weather.CALM;
    private Duration latency = Duration.ZERO;
    private long requests;
    private int mishaps;
    private CountDownLatch hang = new CountDownLatch(1);

    /** The next request, of whatever method, meets this fault. Orders for the same request queue up. */
    public void next(Fault fault) {
        next(fault, "", 1);
    }

    /** The next request of that method (such as {@code people.batchCreateContacts}) meets this fault. */
    public void next(Fault fault, String methodId) {
        next(fault, methodId, 1);
    }

    /**
     * A coming request meets this fault.
     *
     * @param fault what happens
     * @param methodId the method's id, or empty for any
     * @param nth 1 for the next matching request that meets no other ordered fault, 2 for the one after it, …
     */
    public synchronized void next(Fault fault, String methodId, int nth) {
        if (nth < 1) {
            throw new IllegalArgumentException("nth counts from 1: " + nth);
        }
        queue.add(new Ordered(fault, methodId, nth));
    }

    /** Sets the weather and starts its sequence anew. */
    public synchronized void weather(Weather now) {
        weather = now;
        requests = 0;
        mishaps = 0;
    }

    /** The weather. */
    public synchronized Weather weather() {
        return weather;
    }

    /** Adds this much to every answer, on top of the weather's. */
    public synchronized void latency(Duration each) {
        latency = each;
    }

    /** Lets every request that hangs go; its connection is cut. */
    public synchronized void release() {
        hang.countDown();
        hang = new CountDownLatch(1);
    }

    /** Calm, no latency, nothing ordered, nothing hanging. */
    public synchronized void clear() {
        queue.clear();
        weather(Weather.CALM);
        latency = Duration.ZERO;
        release();
    }

    /** Ordered faults that have not happened yet. */
    public synchronized int pending() {
        return queue.size();
    }

    synchronized Duration delay() {
        return latency.plus(weather.latency());
    }

    synchronized CountDownLatch hanging() {
        return hang;
    }

    /** What befalls this request. */
    synchronized Optional<Fault> take(ApiMethod method) {
        Optional<Fault> ordered = ordered(method.id());
        if (ordered.isPresent() || weather.every() == 0) {
            return ordered;
        }
        if (weather == Weather.BUSY_QUOTA && !method.mutates()) {
            return Optional.empty();
        }
        requests++;
        return requests % weather.every() == 0
                ? Optional.of(weather.cycle().get(mishaps++ % weather.cycle().size())) : Optional.empty();
    }

    private Optional<Fault> ordered(String methodId) {
        for (Iterator<Ordered> all = queue.iterator(); all.hasNext();) {
            Ordered order = all.next();
            if (!order.methodId.isEmpty() && !order.methodId.equals(methodId)) {
                continue;
            }
            if (order.before == 0) {
                all.remove();
                return Optional.of(order.fault);
            }
            order.before--;
        }
        return Optional.empty();
    }
}

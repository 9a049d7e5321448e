package org.muster.practice;

import java.util.List;
import java.util.Objects;

/**
 * One point on which nobody has proof of what Google does, or which a test wants to move. Thread-safe; takes effect with
 * the next request.
 *
 * @param <T> the kind of its positions
 */
public final class Switch<T> {
    private final String name;
    private final T initial;
    private final List<T> positions;
    private volatile T now;

    Switch(String name, T initial, List<T> positions) {
        this.name = name;
        this.initial = initial;
        this.positions = List.copyOf(positions);
        this.now = initial;
    }

    /** Its stable name, such as {@code deleteMissing}. */
    public String name() {
        return name;
    }

    /** Where it stands. */
    public T get() {
        return now;
    }

    /** Moves it; any value of its kind is taken, also one that is not among {@link #positions()}. */
    public void set(T value) {
        now = Objects.requireNonNull(value);
    }

    /** Every position worth trying; the first is the default. */
    public List<T> positions() {
        return positions;
    }

    /** Moves it to the position with that number in {@link #positions()}. */
    public void choose(int position) {
        now = positions.get(position);
    }

    /** Back to the default. */
    public void restore() {
        now = initial;
    }

    @Override
    public String toString() {
        return name + "=" + now;
    }
}

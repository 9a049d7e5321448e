package org.muster.exchange;

import java.util.Objects;

/**
 * A column of the grid.
 *
 * @param header as the file says it; for a column without one, a name made up from its place
 * @param target where its cells go
 */
public record Column(String header, Target target) {
    public Column {
        Objects.requireNonNull(header);
        Objects.requireNonNull(target);
    }

    /** What people read above it. */
    public String title() {
        return target.title(header);
    }

    public boolean unknown() {
        return target instanceof Target.Unknown;
    }

    /** Whether its cells become part of the contacts. */
    public boolean used() {
        return switch (target) {
            case Target.MapsTo _, Target.AsCustomField _ -> true;
            case Target.Unknown _, Target.Ignored _ -> false;
        };
    }

    public Column to(Target other) {
        return new Column(header, other);
    }
}

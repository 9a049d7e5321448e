package org.muster.ui.create;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.muster.changes.Finding;
import org.muster.changes.Finding.Code;
import org.muster.changes.Twins;
import org.muster.exchange.Grid;
import org.muster.exchange.ImportedRow;
import org.muster.exchange.RowCheck;
import org.muster.ui.work.Background;

/**
 * Which rows of the grid look like a contact that is there already, or like another row. Looked for in the background and never in the way of typing:
 * what is found for a row that has changed meanwhile does not count. For the FX thread.
 */
final class Doubles {
    /**
     * What was found.
     *
     * @param rows by position
     * @param unseen how many contacts of the account could not be held against the rows for certain
     */
    record Found(Map<Integer, Twin> rows, int unseen) {
        /** How many rows of this kind could be left out and nobody would be missing. */
        int count(Kind kind) {
            return (int) rows.values().stream().filter(twin -> twin.spare(kind)).count();
        }
    }

    /**
     * A row as it was looked at, and what it looks like.
     *
     * @param spare see {@link Twins.Likeness#spare}
     */
    record Twin(ImportedRow row, Finding finding, boolean spare) {
        boolean spare(Kind kind) {
            return spare && Kind.of(finding) == kind;
        }
    }

    /** What people decide about together. */
    enum Kind {
        /** In the account, or about to be. */
        THERE,
        /** Twice in the grid. */
        REPEATED;

        static Kind of(Finding finding) {
            return finding.code() == Code.REPEATED ? REPEATED : THERE;
        }
    }

    private final Grid grid;
    private final Background background;
    private final KnownContacts known;
    private final Runnable onFound;
    private Found found = new Found(Map.of(), 0);
    private Background.Running run;
    /** What waits for the next look that comes to its end: it is not for a look that another one takes the place of to forget what somebody asked for. */
    private Optional<Consumer<Found>> asked = Optional.empty();

    /** @param onFound called when something else was found than before */
    Doubles(Grid grid, Background background, KnownContacts known, Runnable onFound) {
        this.grid = grid;
        this.background = background;
        this.known = known;
        this.onFound = onFound;
    }

    Found found() {
        return found;
    }

    /** What a row looks like, as far as that is known of it as it stands. */
    Optional<Finding> at(int position) {
        return Optional.ofNullable(found.rows().get(position)).filter(twin -> position < grid.rows().size() && grid.rows().get(position) == twin.row()).map(Twin::finding);
    }

    /** Looks anew; rows that were not checked yet are checked. */
    void look() {
        if (run != null) {
            run.cancel();
        }
        List<RowCheck> checks = IntStream.range(0, grid.rows().size()).mapToObj(grid::check).toList();
        run = background.start(() -> find(checks), now -> {
            take(now);
            Optional<Consumer<Found>> then = asked;
            asked = Optional.empty();
            then.ifPresent(a -> a.accept(now));
        }, bug -> { });
    }

    /** Looks through checked rows; on any thread. */
    Found find(List<RowCheck> checks) {
        Twins account = known.account();
        List<Twins.Row> rows = checks.stream().map(check -> new Twins.Row(check.row().number(), check.look())).toList();
        Map<Integer, Twin> twins = new HashMap<>();
        account.among(known.coming(), rows).forEach((position, likeness) -> twins.put(position, new Twin(checks.get(position).row(), likeness.finding(), likeness.spare())));
        return new Found(twins, account.unseen());
    }

    /** Takes over what {@link #find} found. */
    void take(Found now) {
        boolean same = now.equals(found);
        found = now;
        if (!same) {
            onFound.run();
        }
    }

    /** Whether something is said of a row that can be sent of which nothing was said {@code before}. */
    boolean news(Found before, Found now) {
        return now.rows().keySet().stream().anyMatch(position -> grid.check(position).ready() && !before.rows().containsKey(position));
    }

    /**
     * Looks once more, and gives the positions of the rows of a kind that were found before and still are: of a contact whose job failed meanwhile the row is
     * still wanted.
     */
    void confirm(Kind kind, Consumer<List<Integer>> then) {
        Found before = found;
        asked = Optional.of(now -> {
            List<Integer> sure = new ArrayList<>();
            now.rows().forEach((position, twin) -> {
                Twin earlier = before.rows().get(position);
                boolean stays = at(position).isPresent() && earlier != null && earlier.row() == twin.row();
                if (stays && twin.spare(kind) && earlier.spare(kind)) {
                    sure.add(position);
                }
            });
            then.accept(sure);
        });
        look();
    }
}

package org.muster.ui.create;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.muster.exchange.ImportedRow;
import org.muster.exchange.RowCheck;
import org.muster.exchange.RowChecker;
import org.muster.ui.work.Background;

/** Looks at thousands of rows in the background; who starts anew gives up the look before. Belongs to the FX thread. */
final class RowLooking {
    private final Background background;
    private final ReadOnlyBooleanWrapper going = new ReadOnlyBooleanWrapper(this, "going");
    private Background.Running run;

    RowLooking(Background background) {
        this.background = background;
    }

    /** Whether rows are being looked at. */
    ReadOnlyBooleanProperty goingProperty() {
        return going.getReadOnlyProperty();
    }

    boolean going() {
        return going.get();
    }

    /** Gives up what is under way: nobody hears of it. */
    void giveUp() {
        cancel();
        going.set(false);
    }

    private void cancel() {
        if (run != null) {
            run.cancel();
        }
    }

    /**
     * Looks at rows, giving up what is under way.
     *
     * @param work makes of the findings what is wanted, still in the background
     * @param then gets it when the look is over
     * @param bug hears, after the look, that it failed by a fault of ours
     */
    <T> Background.Running start(RowChecker checker, List<ImportedRow> rows, Function<List<RowCheck>, T> work, Consumer<T> then, Runnable bug) {
        cancel();
        List<ImportedRow> seen = List.copyOf(rows);
        going.set(true);
        run = background.start(() -> work.apply(checker.check(seen)), found -> {
            going.set(false);
            then.accept(found);
        }, problem -> {
            going.set(false);
            bug.run();
        });
        return run;
    }
}

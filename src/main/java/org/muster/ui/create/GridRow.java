package org.muster.ui.create;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.muster.changes.Finding;
import org.muster.exchange.ImportedRow;
import org.muster.exchange.RowCheck;

/** A row as the grid shows it. It stays the same object while one types into it, so that the cell being edited stays open. */
final class GridRow {
    private final int position;
    private final ObjectProperty<RowCheck> check;
    private final ObjectProperty<Optional<Finding>> resembled = new SimpleObjectProperty<>(Optional.empty());

    GridRow(int position, RowCheck check) {
        this.position = position;
        this.check = new SimpleObjectProperty<>(check);
    }

    /** Its place in the whole grid, from 0. */
    int position() {
        return position;
    }

    /** Its cells. */
    ImportedRow row() {
        return check().row();
    }

    /** What there is to say about it. */
    RowCheck check() {
        return check.get();
    }

    ObservableValue<RowCheck> checkProperty() {
        return check;
    }

    /** The text of a cell and what is wrong with it, as they come to be. */
    ObservableValue<CellView> cell(int column) {
        return check.map(c -> CellView.of(c, column));
    }

    /** What there is to say about whom it looks like. */
    Optional<Finding> resembled() {
        return resembled.get();
    }

    /** What is wrong with it and whom it looks like, in one line. */
    ObservableValue<String> said() {
        return Bindings.createStringBinding(() -> Stream.concat(
                        Stream.of(check()).filter(c -> !c.blank() || c.toFix()).map(RowCheck::summary).filter(s -> !s.isEmpty()),
                        resembled().map(Finding::sentence).stream())
                .collect(Collectors.joining("; ")), check, resembled);
    }

    /** How it stands, in one sign. */
    ObservableValue<Sign> sign() {
        return Bindings.createObjectBinding(() -> check().toFix() ? Sign.TO_FIX : !check().ready() ? Sign.NONE : resembled().isPresent() ? Sign.DOUBLE : Sign.READY, check, resembled);
    }

    /** How a row stands. */
    enum Sign {
        NONE,
        READY,
        DOUBLE,
        TO_FIX
    }

    void resembles(Optional<Finding> now) {
        resembled.set(now);
    }

    void take(RowCheck now) {
        check.set(now);
    }
}

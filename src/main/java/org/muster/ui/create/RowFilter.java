package org.muster.ui.create;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;
import org.muster.texts.Texts;

/** Chooses which rows the grid shows, and says how many of each there are. */
final class RowFilter {
    private static final Texts TEXTS = Texts.of(RowFilter.class);
    private static final PseudoClass ANY = PseudoClass.getPseudoClass("any");

    private final CreateGrid grid;
    private final SegmentedButton buttons;

    /** @param buttons gets one for each of {@link CreateGrid.Show} */
    RowFilter(SegmentedButton buttons, CreateGrid grid) {
        this.grid = grid;
        this.buttons = buttons;
        for (CreateGrid.Show show : CreateGrid.Show.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("create-" + show.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.setUserData(show);
            buttons.getButtons().add(button);
        }
        of(CreateGrid.Show.TO_FIX).getStyleClass().add("to-fix");
        of(CreateGrid.Show.ALL).setSelected(true);
        buttons.getToggleGroup().selectedToggleProperty().subscribe((was, is) -> {
            if (is == null) {
                buttons.getToggleGroup().selectToggle(was);
            } else {
                grid.showProperty().set((CreateGrid.Show) is.getUserData());
            }
        });
    }

    private ToggleButton of(CreateGrid.Show show) {
        return buttons.getButtons().get(show.ordinal());
    }

    void select(CreateGrid.Show show) {
        of(show).setSelected(true);
    }

    void refresh() {
        int toFix = grid.counts().toFix();
        int doubles = grid.doubles().found().rows().size();
        of(CreateGrid.Show.ALL).setText(TEXTS.get("show.all", grid.counts().all()));
        of(CreateGrid.Show.READY).setText(TEXTS.get("show.ready", grid.counts().ready()));
        of(CreateGrid.Show.TO_FIX).setText(TEXTS.get("show.to-fix", toFix));
        of(CreateGrid.Show.TO_FIX).pseudoClassStateChanged(ANY, toFix > 0);
        of(CreateGrid.Show.DOUBLES).setText(TEXTS.get("show.doubles", doubles));
        CreateSheet.view(of(CreateGrid.Show.DOUBLES), doubles > 0);
        if (doubles == 0 && of(CreateGrid.Show.DOUBLES).isSelected()) {
            select(CreateGrid.Show.ALL);
        }
    }
}

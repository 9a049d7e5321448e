package org.muster.ui.create;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
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
    private final Map<CreateGrid.Show, ToggleButton> all = new EnumMap<>(CreateGrid.Show.class);

    /** @param buttons gets one for each of {@link CreateGrid.Show} */
    RowFilter(SegmentedButton buttons, CreateGrid grid) {
        this.grid = grid;
        this.buttons = buttons;
        for (CreateGrid.Show show : CreateGrid.Show.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("create-" + show.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.setUserData(show);
            all.put(show, button);
        }
        buttons.getButtons().setAll(all.values());
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
        return all.get(show);
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
        if (doubles == 0 && of(CreateGrid.Show.DOUBLES).isSelected()) {
            select(CreateGrid.Show.ALL);
        }
        // a segment that is only hidden would still be the one with the round corners
        if (doubles == 0) {
            buttons.getButtons().remove(of(CreateGrid.Show.DOUBLES));
        } else if (!buttons.getButtons().contains(of(CreateGrid.Show.DOUBLES))) {
            buttons.getButtons().add(of(CreateGrid.Show.DOUBLES));
        }
    }
}

package org.muster.ui.history;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.muster.store.ChangeKind;
import org.muster.store.JobFilter;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;

/** Which jobs are shown: what they did, how they came out, when. */
public final class FilterBar {
    private static final PseudoClass FILTERING = PseudoClass.getPseudoClass("filtering");

    /** When a job was accepted. */
    enum When { ANY, TODAY, WEEK, MONTH, YEAR, DAYS }

    private enum What { ANY, CREATE, UPDATE, DELETE }

    private final Clock clock;
    private final Runnable onChange;
    private final Texts texts = Texts.of(FilterBar.class);
    private final Parent view;
    private What what = What.ANY;
    private JobFilter.Came came = JobFilter.Came.ANYHOW;
    private When when = When.ANY;
    private boolean clearing;

    @FXML private MenuButton kinds;
    @FXML private MenuButton results;
    @FXML private MenuButton times;
    @FXML private HBox days;
    @FXML private DatePicker from;
    @FXML private DatePicker until;

    FilterBar(Clock clock, Runnable onChange) {
        this.clock = clock;
        this.onChange = onChange;
        this.view = Fxml.load(this);
        fill(kinds, What.values(), choice -> texts.get("what." + choice.name()), chosen -> what = chosen);
        fill(results, JobFilter.Came.values(), choice -> texts.get("came." + choice.name()), chosen -> came = chosen);
        fill(times, When.values(), choice -> texts.get("when." + choice.name()), chosen -> when = chosen);
        days.managedProperty().bind(days.visibleProperty());
        days.setVisible(false);
        from.valueProperty().subscribe(d -> changed());
        until.valueProperty().subscribe(d -> changed());
    }

    Parent view() {
        return view;
    }

    /** The first choice lets everything through. */
    private <T extends Enum<T>> void fill(MenuButton menu, T[] choices, Function<T, String> words, Consumer<T> taker) {
        String name = menu.getAccessibleText();
        ToggleGroup group = new ToggleGroup();
        Map<T, RadioMenuItem> items = new EnumMap<>(choices[0].getDeclaringClass());
        for (T choice : choices) {
            RadioMenuItem item = new RadioMenuItem(words.apply(choice));
            item.setToggleGroup(group);
            item.setId(menu.getId() + "-" + choice.name());
            item.selectedProperty().addListener((p, was, is) -> {
                if (is) {
                    taker.accept(choice);
                    menu.setText(item.getText());
                    menu.setAccessibleText(texts.get("filter.accessible", name, item.getText()));
                    menu.pseudoClassStateChanged(FILTERING, choice != choices[0]);
                    changed();
                }
            });
            items.put(choice, item);
            menu.getItems().add(item);
        }
        items.get(choices[0]).setSelected(true);
    }

    private void changed() {
        if (days != null && !clearing) {
            days.setVisible(when == When.DAYS);
            onChange.run();
        }
    }

    /** Whether it lets everything through. */
    boolean isEmpty() {
        return what == What.ANY && came == JobFilter.Came.ANYHOW && when == When.ANY;
    }

    /** Lets everything through, and says so once. */
    void clear() {
        clearing = true;
        for (MenuButton menu : new MenuButton[] {kinds, results, times}) {
            ((RadioMenuItem) menu.getItems().getFirst()).setSelected(true);
        }
        clearing = false;
        changed();
    }

    /** What is asked for, with these words. */
    JobFilter filter(String words) {
        return new JobFilter(words, what == What.ANY ? Set.of() : Set.of(ChangeKind.valueOf(what.name())), came, begin(), end());
    }

    private Optional<Instant> begin() {
        LocalDate today = LocalDate.now(clock);
        return switch (when) {
            case ANY -> Optional.empty();
            case TODAY -> at(today);
            case WEEK -> at(today.minusDays(6));
            case MONTH -> at(today.minusDays(29));
            case YEAR -> at(today.withDayOfYear(1));
            case DAYS -> Optional.ofNullable(from.getValue()).flatMap(this::at);
        };
    }

    private Optional<Instant> end() {
        return when == When.DAYS ? Optional.ofNullable(until.getValue()).flatMap(day -> at(day.plusDays(1))) : Optional.empty();
    }

    private Optional<Instant> at(LocalDate day) {
        return Optional.of(day.atStartOfDay(clock.getZone()).toInstant());
    }
}

package org.muster.ui.weather;

import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.PrefixSelectionComboBox;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.PracticeControls;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.work.Background;

/** Chooses the practice server's weather and the positions of its switches, and puts the practice people back. Choices take effect at once. */
public final class WeatherSheet implements Sheet {
    private final PracticeControls controls;
    private final Background background;
    private final Sheets sheets;
    private final Runnable afterReset;
    private final boolean only;
    private final WeatherWords words = new WeatherWords(Texts.of(WeatherSheet.class));
    private final Texts texts = Texts.of(WeatherSheet.class);
    private final Parent view;

    @FXML private ScrollPane scroll;
    @FXML private VBox body;
    @FXML private VBox weathers;
    @FXML private TitledPane more;
    @FXML private GridPane switches;
    @FXML private Button reset;
    @FXML private HBox confirm;
    @FXML private Button keep;
    @FXML private Button close;
    @FXML private Label title;
    @FXML private ProgressIndicator resetting;
    @FXML private Label problem;

    /** @param afterReset runs on the FX thread once the practice people are back */
    public WeatherSheet(PracticeControls controls, Background background, Sheets sheets, Runnable afterReset) {
        this(controls, background, sheets, afterReset, false);
    }

    /** Only asks whether the practice people shall be put back. */
    public static WeatherSheet ofReset(PracticeControls controls, Background background, Sheets sheets, Runnable afterReset) {
        return new WeatherSheet(controls, background, sheets, afterReset, true);
    }

    private WeatherSheet(PracticeControls controls, Background background, Sheets sheets, Runnable afterReset, boolean only) {
        this.only = only;
        this.controls = controls;
        this.background = background;
        this.sheets = sheets;
        this.afterReset = afterReset;
        this.view = Fxml.load(this);
        showWeathers();
        showSwitches();
        confirming(false);
        present(resetting, false);
        present(problem, false);
        if (only) {
            title.setText(texts.get("reset"));
            present(scroll, false);
            present(close, false);
            confirming(true);
        }
        // the sheet is as tall as what it shows; what asks for it is a layout, which does not take another
        body.heightProperty().subscribe(height -> Platform.runLater(() -> scroll.setPrefViewportHeight(height.doubleValue())));
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        Node chosen = weathers.lookup(".radio-button:selected");
        (only ? keep : chosen == null ? reset : chosen).requestFocus();
    }

    private void showWeathers() {
        ToggleGroup group = new ToggleGroup();
        PracticeControls.Weather now = controls.weather();
        for (PracticeControls.Weather weather : controls.weathers()) {
            Label name = new Label(words.weather(weather));
            name.getStyleClass().add("weather-name");
            Label about = new Label(words.weatherAbout(weather));
            about.getStyleClass().addAll("muted", "small");
            RadioButton radio = new RadioButton();
            radio.setId("weather-" + weather.id());
            VBox both = new VBox(name, about);
            both.getStyleClass().add("weather-words");
            radio.setGraphic(both);
            radio.setAccessibleText(name.getText() + ". " + about.getText());
            radio.setMaxWidth(Double.MAX_VALUE);
            radio.getStyleClass().add("weather-choice");
            radio.setToggleGroup(group);
            radio.setSelected(weather.equals(now));
            radio.selectedProperty().subscribe(selected -> {
                if (selected && !weather.equals(controls.weather())) {
                    controls.weather(weather);
                }
            });
            weathers.getChildren().add(radio);
        }
    }

    private void showSwitches() {
        int line = 0;
        for (PracticeControls.Switch one : controls.switches()) {
            Label name = new Label(words.name(one));
            name.getStyleClass().add("strong");
            Label about = new Label(words.about(one));
            about.getStyleClass().addAll("muted", "small");
            about.setWrapText(true);
            VBox left = new VBox(2, name, about);
            ComboBox<String> box = positions(one);
            name.setLabelFor(box);
            switches.addRow(line++, left, box);
        }
        more.setExpanded(controls.switches().stream().anyMatch(one -> !one.position().equals(one.positions().getFirst()))); // what was turned is not hidden
    }

    private ComboBox<String> positions(PracticeControls.Switch one) {
        ComboBox<String> box = new PrefixSelectionComboBox<>();
        box.setId("switch-" + one.id());
        box.getItems().setAll(withCurrent(one));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String position) {
                return position == null ? "" : words.position(one, position);
            }

            @Override
            public String fromString(String shown) {
                throw new UnsupportedOperationException("not typed");
            }
        });
        box.setValue(one.position());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(words.name(one) + ". " + words.about(one));
        box.valueProperty().addListener((p, before, now) -> controls.turn(one.id(), now));
        return box;
    }

    /** A switch may stand somewhere that is not offered. */
    private static List<String> withCurrent(PracticeControls.Switch one) {
        if (one.positions().contains(one.position())) {
            return one.positions();
        }
        return Stream.concat(one.positions().stream(), Stream.of(one.position())).toList();
    }

    private void confirming(boolean asked) {
        present(confirm, asked);
        present(reset, !asked);
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @FXML
    private void askReset(ActionEvent event) {
        present(problem, false);
        confirming(true);
        keep.requestFocus();
    }

    @FXML
    private void keep(ActionEvent event) {
        if (only) {
            sheets.requestClose();
            return;
        }
        confirming(false);
        reset.requestFocus();
    }

    @FXML
    private void reset(ActionEvent event) {
        present(confirm, false);
        present(resetting, true);
        background.start(() -> {
            controls.reset();
            return true;
        }, done -> {
            afterReset.run();
            sheets.close(this);
        }, bug -> {
            present(resetting, false);
            confirming(false);
            problem.setText(texts.get("reset.failed"));
            present(problem, true);
        });
    }

    @FXML
    private void close(ActionEvent event) {
        sheets.requestClose();
    }
}

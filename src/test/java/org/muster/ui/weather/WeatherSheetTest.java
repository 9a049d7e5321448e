package org.muster.ui.weather;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.practice.Switch;
import org.muster.texts.Texts;
import org.muster.ui.PracticeControls;
import org.muster.ui.jobs.Pictures;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.work.VirtualThreads;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WeatherSheetTest {
    private final AtomicInteger reloads = new AtomicInteger();
    private PracticeServer server;
    private Sheets sheets;
    private Scene scene;

    /** The practice server's own switchboard behind the window's interface. */
    private final class Controls implements PracticeControls {
        @Override
        public List<Weather> weathers() {
            return Arrays.stream(org.muster.practice.Weather.values()).map(w -> new Weather(w.name())).toList();
        }

        @Override
        public Weather weather() {
            return new Weather(server.faults().weather().name());
        }

        @Override
        public void weather(Weather weather) {
            server.faults().weather(org.muster.practice.Weather.valueOf(weather.id()));
        }

        @Override
        public List<Switch> switches() {
            return server.switches().all().stream().map(s -> new Switch(s.name(), s.positions().stream().map(String::valueOf).toList(), String.valueOf(s.get()))).toList();
        }

        @Override
        public void turn(String switchId, String position) {
            server.switches().all().stream().filter(s -> s.name().equals(switchId)).forEach(s -> s.choose(s.positions().stream().map(String::valueOf).toList().indexOf(position)));
        }

        @Override
        public void reset() {
            server.reset();
        }
    }

    @Start
    void start(Stage stage) throws Exception {
        server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()));
        sheets = new Sheets();
        StackPane window = new StackPane(new Region(), sheets.layer());
        scene = Pictures.styled(window, 960, 700);
        stage.setScene(scene);
        stage.show();
        sheets.show(new WeatherSheet(new Controls(), new VirtualThreads(), sheets, reloads::incrementAndGet));
    }

    @BeforeEach
    void clean() {
        WaitForAsyncUtils.clearExceptions();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void weatherTakesEffectAtOnce(FxRobot robot) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> Pictures.save(scene, "weather")).get();
        robot.clickOn("#weather-STORMY");
        assertThat(server.faults().weather()).isEqualTo(org.muster.practice.Weather.STORMY);
    }

    @Test
    void switchesTurn(FxRobot robot) throws Exception {
        ComboBox<String> box = robot.lookup("#switch-deleteMissing").queryComboBox();
        WaitForAsyncUtils.asyncFx(() -> box.setValue("IGNORED")).get();
        assertThat(server.switches().deleteMissing().get()).isEqualTo(org.muster.practice.Switches.DeleteMissing.IGNORED);
        assertThat(box.getConverter().toString("IGNORED")).isEqualTo("Takes no notice");
    }

    /** They are for those who know Google's interface: nobody has to pass them, and the keyboard opens them. */
    @Test
    void switchesAreFoldedAwayUntilAskedFor(FxRobot robot) throws Exception {
        TitledPane more = robot.lookup("#weather-more").queryAs(TitledPane.class);
        ComboBox<String> box = robot.lookup("#switch-deleteMissing").queryComboBox();
        assertThat(shows(box)).isFalse();
        double folded = height(robot);
        ScrollPane scroll = robot.lookup(".weather-scroll").queryAs(ScrollPane.class);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> scroll.getViewportBounds().getHeight() >= scroll.getContent().getLayoutBounds().getHeight());
        robot.push(KeyCode.TAB);
        assertThat(more.isFocused()).isTrue();
        robot.push(KeyCode.SPACE);
        assertThat(shows(box)).isTrue();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> height(robot) > folded);
        robot.push(KeyCode.TAB);
        assertThat(box.isFocused()).isTrue();
    }

    private static double height(FxRobot robot) {
        return robot.lookup(".weather-sheet").query().getLayoutBounds().getHeight();
    }

    private static boolean shows(Node node) {
        return node == null || node.isVisible() && shows(node.getParent());
    }

    @Test
    void whatWasTurnedIsShownAtOnce(FxRobot robot) throws Exception {
        server.switches().deleteMissing().set(org.muster.practice.Switches.DeleteMissing.IGNORED);
        WaitForAsyncUtils.asyncFx(() -> {
            sheets.requestClose();
            sheets.show(new WeatherSheet(new Controls(), new VirtualThreads(), sheets, reloads::incrementAndGet));
        }).get();
        assertThat(robot.lookup("#weather-more").queryAs(TitledPane.class).isExpanded()).isTrue();
    }

    @Test
    void resetAsksFirst(FxRobot robot) throws Exception {
        JsonObject person = new JsonObject();
        server.putContact(person);
        robot.clickOn("Reset practice data");
        assertThat(robot.lookup("#weather-keep").query().isFocused()).as("a key pressed once too often resets nothing").isTrue();
        robot.clickOn("Keep");
        assertThat(server.contactCount()).isEqualTo(1);
        robot.clickOn("Reset practice data");
        robot.clickOn("Reset");
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> reloads.get() == 1);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(server.contactCount()).isZero();
        assertThat(sheets.anyOpen()).isFalse();
    }

    @Test
    void whoOnlyWantsToResetIsAskedNothingElse(FxRobot robot) throws Exception {
        server.putContact(new JsonObject());
        WaitForAsyncUtils.asyncFx(() -> {
            sheets.requestClose();
            sheets.show(WeatherSheet.ofReset(new Controls(), new VirtualThreads(), sheets, reloads::incrementAndGet));
        }).get();
        WaitForAsyncUtils.asyncFx(() -> Pictures.save(scene, "reset")).get();
        assertThat(shows(robot.lookup(".weather-scroll").query())).isFalse();
        assertThat(robot.lookup("#weather-keep").query().isFocused()).isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(sheets.anyOpen()).isFalse();
        assertThat(server.contactCount()).isEqualTo(1);
        assertThat(reloads.get()).isZero();
    }

    @Test
    void everyWeatherAndSwitchAndPositionHasWords() {
        Texts texts = Texts.of(WeatherSheet.class);
        List<String> missing = new ArrayList<>();
        for (org.muster.practice.Weather weather : org.muster.practice.Weather.values()) {
            want(texts, missing, "weather." + weather.name());
            want(texts, missing, "weather." + weather.name() + ".about");
        }
        for (Switch<?> one : server.switches().all()) {
            want(texts, missing, "switch." + one.name());
            want(texts, missing, "switch." + one.name() + ".about");
            one.positions().forEach(p -> want(texts, missing, "switch." + one.name() + "." + p));
        }
        assertThat(missing).isEmpty();
    }

    private static void want(Texts texts, List<String> missing, String key) {
        if (!texts.has(key)) {
            missing.add(key);
        }
    }
}

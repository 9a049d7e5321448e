package org.muster.ui.weather;

import org.muster.texts.Texts;
import org.muster.ui.PracticeControls;

/** The words for the practice server's weathers and switches. One it has no words for yet shows by its id, so that it can still be used. */
final class WeatherWords {
    private final Texts texts;

    WeatherWords(Texts texts) {
        this.texts = texts;
    }

    String weather(PracticeControls.Weather weather) {
        return text("weather." + weather.id(), weather.id());
    }

    String weatherAbout(PracticeControls.Weather weather) {
        return text("weather." + weather.id() + ".about", "");
    }

    String name(PracticeControls.Switch one) {
        return text("switch." + one.id(), one.id());
    }

    String about(PracticeControls.Switch one) {
        return text("switch." + one.id() + ".about", "");
    }

    String position(PracticeControls.Switch one, String position) {
        return text("switch." + one.id() + "." + position, position);
    }

    private String text(String key, String otherwise) {
        return texts.has(key) ? texts.get(key) : otherwise;
    }
}

package org.muster.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The look: AtlantaFX Primer in light or dark, the bundled Inter, and one stylesheet of ours. */
public final class Theme {
    /** What decides between light and dark. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(this, "choice", Choice.SYSTEM);

    /** Loads the fonts and follows the choice and the system from now on. On the FX thread, once. */
    public void install() {
        for (String font : List.of("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold")) {
            loadFont("/org/muster/ui/fonts/" + font + ".otf");
        }
        choice.subscribe(this::apply);
        apply();
        Platform.getPreferences().colorSchemeProperty().subscribe(this::apply);
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    public boolean dark() {
        return switch (choice.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /** Gives a scene our stylesheet. */
    public void style(Scene scene) {
        scene.getStylesheets().add(Objects.requireNonNull(Theme.class.getResource("/org/muster/ui/muster.css")).toExternalForm());
    }

    private void apply() {
        Application.setUserAgentStylesheet(dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    private static void loadFont(String path) {
        try (InputStream in = Theme.class.getResourceAsStream(path)) {
            Font.loadFont(Objects.requireNonNull(in, path), 13);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

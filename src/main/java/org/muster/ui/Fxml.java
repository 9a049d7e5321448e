package org.muster.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.muster.texts.Texts;

/** Loads the FXML that belongs to a controller: same package, same name, with the texts of that package. */
public final class Fxml {
    private Fxml() {}

    /**
     * Loads {@code <SimpleName>.fxml} from the controller's package. Its {@code fx:controller} names the controller's class; the given object is
     * used as that controller, so controllers are made by hand, through constructors.
     */
    public static <T extends Parent> T load(Object controller) {
        Class<?> type = controller.getClass();
        URL place = Objects.requireNonNull(type.getResource(type.getSimpleName() + ".fxml"), () -> "no FXML for " + type.getName());
        FXMLLoader loader = new FXMLLoader(place, Texts.of(type).bundle());
        loader.setControllerFactory(wanted -> {
            if (wanted != type) {
                throw new IllegalStateException(place + " wants " + wanted.getName());
            }
            return controller;
        });
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot load " + place, e);
        }
    }
}

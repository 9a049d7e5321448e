package org.muster.ui.jobs;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.muster.ui.theme.Theme;

/** Saves what a scene looks like under {@code target/pictures}, for eyes. */
public final class Pictures {
    private Pictures() {}

    public static Scene styled(Parent root, double width, double height) {
        Theme theme = new Theme();
        theme.install();
        theme.choiceProperty().set(Theme.Choice.LIGHT);
        Scene scene = new Scene(root, width, height);
        theme.style(scene);
        return scene;
    }

    /** On the FX thread: {@code <name>-light.png} and {@code <name>-dark.png}. */
    public static void save(Scene scene, String name) {
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        write(scene, name + "-dark");
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        write(scene, name + "-light");
    }

    private static void write(Scene scene, String name) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        WritableImage shot = scene.snapshot(null);
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        int[] pixels = new int[width * height];
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            File file = new File("target/pictures/" + name + ".png");
            file.getParentFile().mkdirs();
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

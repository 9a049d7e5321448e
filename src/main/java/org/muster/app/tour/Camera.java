package org.muster.app.tour;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Saves what a stage shows, with the popups over it, as numbered PNG files. */
final class Camera {
    /** A picture and where it lies over the stage's scene. */
    private record Layer(WritableImage image, int x, int y) {}

    /** What was seen at one moment. */
    record Look(List<Layer> layers) {}

    private final Path folder;
    private int next = 1;

    Camera(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** What the stage shows now. On the FX thread. */
    static Look look(Stage stage) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer(stage.getScene().snapshot(null), 0, 0));
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        double left = stage.getX() + stage.getScene().getX();
        double top = stage.getY() + stage.getScene().getY();
        for (Window window : Window.getWindows()) {
            if (window instanceof PopupWindow && window.isShowing()) {
                layers.add(new Layer(window.getScene().getRoot().snapshot(clear, null), (int) (window.getX() - left), (int) (window.getY() - top)));
            }
        }
        return new Look(List.copyOf(layers));
    }

    /** Writes a look as {@code 03-name.png}; not on the FX thread, since compressing takes its time. */
    Path keep(Look look, String name) throws IOException {
        Layer first = look.layers().getFirst();
        BufferedImage whole = new BufferedImage((int) first.image().getWidth(), (int) first.image().getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = whole.createGraphics();
        look.layers().forEach(layer -> paper.drawImage(converted(layer.image()), layer.x(), layer.y(), null));
        paper.dispose();
        Path file = folder.resolve("%02d-%s.png".formatted(next++, name));
        ImageIO.write(whole, "png", file.toFile());
        return file;
    }

    private static BufferedImage converted(WritableImage picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }
}

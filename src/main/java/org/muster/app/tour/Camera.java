package org.muster.app.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Saves what a scene shows as numbered PNG files. */
final class Camera {
    private final Path folder;
    private int next = 1;

    Camera(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** What the scene shows now. On the FX thread. */
    static WritableImage look(Scene scene) {
        return scene.snapshot(null);
    }

    /** Writes the picture as {@code 03-name.png}; not on the FX thread, since compressing takes its time. */
    Path keep(WritableImage picture, String name) throws IOException {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        Path file = folder.resolve("%02d-%s.png".formatted(next++, name));
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}

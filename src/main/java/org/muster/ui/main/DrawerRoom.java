package org.muster.ui.main;

import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/** Gives what stands along the bottom of the window no more room than the rest leaves it; else a small window would push its top out of sight. */
record DrawerRoom(BorderPane window) {
    /** Follows the height of the window and of what stands above. */
    void keep() {
        window.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.heightProperty().subscribe(this::fit);
                fit();
            }
        });
        window.needsLayoutProperty().addListener((p, was, is) -> fit()); // what stands above needs now more room, now less
    }

    private void fit() {
        Scene scene = window.getScene();
        if (scene == null || scene.getHeight() <= 0 || !(window.getBottom() instanceof Region drawer)) {
            return;
        }
        double above = window.getTop().isManaged() ? window.getTop().prefHeight(scene.getWidth()) : 0;
        double least = Stream.of(window.getLeft(), window.getCenter(), window.getRight()).mapToDouble(part -> part.minHeight(-1)).max().orElse(0);
        drawer.setMaxHeight(Math.max(drawer.minHeight(-1), scene.getHeight() - above - least));
    }
}

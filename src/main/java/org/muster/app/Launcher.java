package org.muster.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.texts.Texts;

/** Decides, before any window exists, where the data is, whether there is a display, and what to do without one. */
public final class Launcher {
    private static final int OK = 0;
    private static final int USAGE = 1;
    private static final int FAILED = 2;
    private static final int IN_USE = 4;

    private final Texts texts = Texts.of(Launcher.class);
    private final PrintStream err;

    public Launcher(PrintStream err) {
        this.err = err;
    }

    /**
     * Runs Muster until its window is closed or its tour is over.
     *
     * @return the exit code: 0 all well, 1 wrong usage, 2 could not start or the tour failed, 4 the data folder is in use
     */
    public int run(List<String> args) {
        Optional<Options> parsed;
        try {
            parsed = Options.parse(args);
        } catch (Options.Wrong e) {
            err.println(texts.get("wrong.usage", e.getMessage()));
            return USAGE;
        }
        return parsed.map(this::start).orElse(OK);
    }

    private int start(Options options) {
        boolean display = displayThere(System.getenv(), System.getProperty("os.name"));
        Optional<Path> tour = options.tour().map(Path::toAbsolutePath);
        if (!display) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.setProperty("java.awt.headless", "true");
            if (tour.isEmpty()) {
                tour = Optional.of(freshTourFolder());
            }
            err.println(texts.get("headless.tour", tour.get()));
        }
        Path data = tour.map(t -> t.resolve("data")).or(options::dataDir)
                .orElseGet(() -> DataFolder.usual(System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name")));
        System.setProperty("muster.logs", DataFolder.logs(data).toString());
        try {
            Optional<DataFolder> folder = DataFolder.open(data.toAbsolutePath());
            if (folder.isEmpty()) {
                err.println(texts.get("datadir.in-use", data));
                return IN_USE;
            }
            try (DataFolder held = folder.get()) {
                return new MusterApp(options, held, tour, err).run();
            }
        } catch (IOException e) {
            err.println(texts.get("datadir.failed", data, e.getMessage()));
            return FAILED;
        }
    }

    /** On Linux a display is there when the X or Wayland variable says so; elsewhere there always is one. */
    static boolean displayThere(Map<String, String> environment, String os) {
        boolean linux = os.toLowerCase(Locale.ROOT).contains("linux");
        return !linux || !environment.getOrDefault("DISPLAY", "").isEmpty() || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    private static Path freshTourFolder() {
        String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss"));
        return Path.of("target", "tour", time).toAbsolutePath();
    }
}

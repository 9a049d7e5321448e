package org.muster;

import java.util.List;
import org.muster.app.Launcher;
import org.muster.cli.Terminal;

/** Starts Muster. */
public final class Main {
    private Main() {}

    /** @param args see {@code --help} */
    public static void main(String[] args) {
        System.exit(new Launcher(Terminal.errors()).run(List.of(args)));
    }
}

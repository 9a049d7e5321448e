package org.muster.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a command reads from and writes to: results to one stream, everything that is said beside them to another. Safe for use by several threads. */
public final class Terminal {
    private final PrintStream out;
    private final PrintStream err;
    private final BufferedReader in;
    private final boolean attended;
    private int shown;

    /**
     * @param out for results
     * @param err for progress and messages
     * @param in where answers are typed
     * @param attended whether somebody sits at it, who can be asked and sees a line move
     */
    public Terminal(PrintStream out, PrintStream err, BufferedReader in, boolean attended) {
        this.out = out;
        this.err = err;
        this.in = in;
        this.attended = attended;
    }

    /**
     * The terminal this process was started from. What goes into a pipe or a file is UTF-8, whatever the system's own encoding.
     *
     * @param err for progress and messages
     */
    public static Terminal system(PrintStream err) {
        Console console = System.console();
        boolean attended = console != null && console.isTerminal();
        Charset charset = attended ? console.charset() : StandardCharsets.UTF_8;
        return new Terminal(new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset), err, new BufferedReader(new InputStreamReader(System.in, charset)), attended);
    }

    /** Where this process tells of problems; UTF-8 as well where nobody sits. */
    public static PrintStream errors() {
        Console console = System.console();
        return console != null && console.isTerminal() ? System.err : new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    }

    /** For results. */
    public PrintStream out() {
        return out;
    }

    /** Whether somebody can be asked. */
    public boolean attended() {
        return attended;
    }

    /** Tells something beside the results. */
    public synchronized void say(String sentence) {
        wipe();
        err.println(sentence);
        err.flush();
    }

    /** Shows how far something is, in a line that the next one takes the place of. Nobody sees it where nobody sits. */
    public synchronized void status(String words) {
        if (attended) {
            wipe();
            err.print(words);
            err.flush();
            shown = words.length();
        }
    }

    private void wipe() {
        if (shown > 0) {
            err.print("\r" + " ".repeat(shown) + "\r");
            shown = 0;
        }
    }

    /** Asks whoever sits there; empty when nobody does, or the input has ended. */
    public synchronized Optional<String> ask(String question) {
        if (!attended) {
            return Optional.empty();
        }
        wipe();
        err.print(question + " ");
        err.flush();
        try {
            return Optional.ofNullable(in.readLine()).map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.muster.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muster.practice.PracticeMain;

/** A practice account in a process of its own, so that what it costs is not taken for what its client costs. */
final class PracticeProcess implements AutoCloseable {
    private final Process process;
    private final URI endpoint;
    private final String token;

    private PracticeProcess(Process process, URI endpoint, String token) {
        this.process = process;
        this.endpoint = endpoint;
        this.token = token;
    }

    /** Starts one with the sample people and without the cap on contacts. */
    static PracticeProcess start(int latencyMillis) throws IOException {
        Process process = java(PracticeMain.class, "--switch", "contactCap=1", "--latency", Integer.toString(latencyMillis));
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        String[] words = line == null ? new String[0] : line.split(" ");
        if (words.length != 4) {
            process.destroy();
            throw new IOException("The practice account did not start: " + line);
        }
        return new PracticeProcess(process, URI.create(words[1]), words[3]);
    }

    /** Runs a class of ours in a Java of its own, on this class path. */
    static Process java(Class<?> main, String... args) throws IOException {
        return java(List.of("-XX:+UseSerialGC", "-Xms512m", "-Xmx3g"), main, args);
    }

    /** {@link #java(Class, String...)}, with other options of the virtual machine. */
    static Process java(List<String> options, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    URI endpoint() {
        return endpoint;
    }

    String token() {
        return token;
    }

    /** The end of its input is its sign to stop. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}

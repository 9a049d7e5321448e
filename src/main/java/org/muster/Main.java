package org.muster;

/** Starts Muster. */
public final class Main {
    private Main() {}

    /** @param args see {@code --help} */
    public static void main(String[] args) {
        System.out.println("Muster " + System.getProperty("java.version"));
    }
}

package org.muster.cli;

/** A command cannot go on, with a sentence for the user that says what, where and what to do. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final Exit exit;

    /**
     * @param exit how the command ends
     * @param sentence what to tell the user
     */
    public Refusal(Exit exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    /** How the command ends. */
    public Exit exit() {
        return exit;
    }
}

package org.muster.exchange;

/** Watches something that takes a while, and may stop it. Called on the working thread, often: an implementation passes on what it needs. */
public interface Progress {
    /** Watches nothing, never stops. */
    Progress NONE = new Progress() {
        @Override
        public void at(long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * Tells how far it is.
     *
     * @param done bytes read, or contacts written, so far; never falls
     * @param total how many there will be
     */
    void at(long done, long total);

    /** Whether to stop. Asked at least every few thousand bytes or contacts; then nothing is left behind. */
    boolean cancelled();
}

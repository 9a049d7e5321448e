package org.muster.ui;

import java.util.List;

/** What the window may ask of the practice account. Wired at start-up; absent for any other account. */
public interface PracticeControls {
    /**
     * One kind of weather the practice server can have.
     *
     * @param id stable, such as {@code CALM}; its words are in the window's texts under {@code weather.<id>}
     */
    record Weather(String id) {}

    /**
     * A switch for a point where nobody knows how Google behaves.
     *
     * @param id stable; its words are in the window's texts under {@code switch.<id>}
     * @param positions its positions' stable ids; it stands at the first unless somebody turned it
     * @param position the one it stands at
     */
    record Switch(String id, List<String> positions, String position) {}

    List<Weather> weathers();

    Weather weather();

    void weather(Weather weather);

    List<Switch> switches();

    /** Turns a switch. */
    void turn(String switchId, String position);

    /** Puts the sample people back. Blocks for a moment: not on the FX thread. */
    void reset();
}

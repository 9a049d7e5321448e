package org.muster.contacts.json;

import com.google.api.client.json.GenericJson;

/** The models of one class that were read last. What is written just as one of them, to the letter, is that model, and need not be read again. */
final class Repeats {
    /** A contact has one source, seldom more, and its values are the first of their kind or not. */
    private static final int KEPT = 4;

    private final GenericJson[] models = new GenericJson[KEPT];
    /** Where each of them stands. */
    private final int[] begins = new int[KEPT];
    private final int[] ends = new int[KEPT];
    private int next;

    /** Passes the model that stands next if it was read before; otherwise {@code null}, and nothing is passed. */
    GenericJson pass(Scan json) {
        for (int i = 0; i < KEPT; i++) {
            if (models[i] != null && json.passAgain(begins[i], ends[i])) {
                return models[i];
            }
        }
        return null;
    }

    /** @param begin where the model begins that was passed last */
    void keep(GenericJson model, int begin, Scan json) {
        models[next] = model;
        begins[next] = begin;
        ends[next] = json.at();
        next = (next + 1) % KEPT;
    }
}

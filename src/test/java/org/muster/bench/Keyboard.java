package org.muster.bench;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.muster.ui.table.ContactsModel;

/** Types into the search field as a person does, and waits after each key until the window has come to rest. */
final class Keyboard {
    private final ContactsModel model;
    private final TextField field;

    Keyboard(BenchWindow window) {
        model = window.model();
        field = Fx.call(() -> (TextField) window.find("#search"));
        Fx.run(field::requestFocus);
        Fx.settle(this::answered);
    }

    /** @return milliseconds of processor time it cost the FX thread */
    double type(char letter) {
        KeyCode code = Character.isDigit(letter) ? KeyCode.getKeyCode(String.valueOf(letter)) : KeyCode.UNDEFINED;
        return press(code, String.valueOf(letter));
    }

    /** @return milliseconds of processor time it cost the FX thread */
    double backspace() {
        return press(KeyCode.BACK_SPACE, "\b");
    }

    /** The same with no key at all: what the measuring costs. */
    double nothing() {
        return Fx.cost(() -> { }, this::answered);
    }

    private double press(KeyCode code, String text) {
        String before = Fx.call(field::getText);
        double cost = Fx.cost(() -> {
            fire(KeyEvent.KEY_PRESSED, code, "");
            fire(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, text);
            fire(KeyEvent.KEY_RELEASED, code, "");
        }, this::answered);
        if (before.equals(Fx.call(field::getText))) {
            throw new IllegalStateException("the key had no effect");
        }
        return cost;
    }

    private void fire(EventType<KeyEvent> type, KeyCode code, String text) {
        Event.fireEvent(field, new KeyEvent(type, type == KeyEvent.KEY_TYPED ? text : KeyEvent.CHAR_UNDEFINED, "", code, false, false, false, false));
    }

    private boolean answered() {
        return model.viewProperty().get().filter().query().equals(model.searchProperty().getValue().query());
    }
}

package org.muster.ui.create;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** A question within the sheet, asked before typed work goes. */
final class Question {
    private final Node place;
    private final Label words;
    private final Button no;
    private Runnable onYes = () -> { };

    Question(Node place, Label words, Button no) {
        this.place = place;
        this.words = words;
        this.no = no;
        CreateSheet.view(place, false);
    }

    void ask(String question, Runnable then) {
        words.setText(question);
        onYes = then;
        CreateSheet.view(place, true);
        no.requestFocus();
    }

    void yes() {
        no();
        onYes.run();
    }

    void no() {
        CreateSheet.view(place, false);
    }
}

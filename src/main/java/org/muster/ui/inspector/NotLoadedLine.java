package org.muster.ui.inspector;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.texts.Texts;
import org.muster.ui.workspace.Workspace;

/** Says how many fields of the contact were not read, and reads them. */
final class NotLoadedLine extends HBox {
    /** @param onFailed hears why they could not be read; when they can, the book tells everybody */
    NotLoadedLine(Workspace workspace, Contact contact, FieldMask notLoaded, Consumer<ApiError> onFailed) {
        Texts texts = Texts.of(NotLoadedLine.class);
        Label words = new Label(texts.get("inspector.notLoaded", notLoaded.size()));
        words.getStyleClass().addAll("muted", "small");
        words.setMinWidth(USE_PREF_SIZE);
        Hyperlink load = new Hyperlink(texts.get("inspector.loadAll"));
        load.setId("inspector-load-all");
        load.getStyleClass().addAll("small", "strong");
        load.setMinWidth(USE_PREF_SIZE);
        load.setOnAction(e -> {
            load.setDisable(true);
            workspace.require(List.of(contact), FieldMask.all(), answer -> {
                load.setDisable(false);
                if (answer instanceof Answer.Failed<List<Contact>>(ApiError error) && getScene() != null) {
                    onFailed.accept(error);
                }
            });
        });
        getChildren().setAll(words, load);
        getStyleClass().add("inspector-rest");
        setId("inspector-not-loaded");
    }
}

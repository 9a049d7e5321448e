package org.muster.ui.create;

import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** In which encoding a file was read, and the others it could be in. */
final class EncodingMenu {
    /** What people's files are written in, beside what was found out. */
    private static final List<String> OTHERS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "windows-1250", "windows-1251", "Shift_JIS", "GB18030", "ISO-8859-1");

    private final MenuButton button;
    private final Consumer<Charset> onChosen;

    EncodingMenu(MenuButton button, Consumer<Charset> onChosen) {
        this.button = button;
        this.onChosen = onChosen;
        CreateSheet.view(button, false);
    }

    /** Shows the one in use. Choosing another one only asks for it: the menu changes when it is {@link #show shown}. */
    void show(Charset used) {
        CreateSheet.view(button, true);
        button.setText(used.displayName());
        ToggleGroup group = new ToggleGroup();
        button.getItems().setAll(Stream.concat(Stream.of(used), OTHERS.stream().filter(Charset::isSupported).map(Charset::forName)).distinct().map(charset -> {
            RadioMenuItem item = new RadioMenuItem(charset.displayName());
            item.setToggleGroup(group);
            item.setSelected(charset.equals(used));
            item.setOnAction(e -> {
                if (!charset.equals(used)) {
                    show(used);
                    onChosen.accept(charset);
                }
            });
            return item;
        }).toList());
    }

    void hide() {
        CreateSheet.view(button, false);
    }
}

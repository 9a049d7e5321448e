package org.muster.ui.shortcuts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.muster.texts.Texts;
import org.muster.ui.sheet.Sheets;

/** Every key of the main window. The keys themselves and the sheet that lists them are both made from this table. */
public enum Shortcut {
    SEARCH(Group.FIND, Where.WINDOW, "Shortcut+F"),
    RELOAD(Group.FIND, Where.WINDOW, "F5"),
    UNDO(Group.CHANGE, Where.WINDOW, "Shortcut+Z"),
    REDO(Group.CHANGE, Where.WINDOW, "Shortcut+Shift+Z", "Shortcut+Y"),
    HISTORY(Group.FIND, Where.WINDOW, "Shortcut+H"),
    NEXT_REGION(Group.FIND, Where.WINDOW, "F6"),
    ESCAPE(Group.FIND, Where.FOCUSED, "Esc"),
    HELP(Group.FIND, Where.WINDOW, "F1"),
    TOGGLE(Group.SELECT, Where.FOCUSED, "Space"),
    RANGE_DOWN(Group.SELECT, Where.FOCUSED, "Shift+Down"),
    RANGE_UP(Group.SELECT, Where.FOCUSED, "Shift+Up"),
    SELECT_ALL(Group.SELECT, Where.TABLE, "Shortcut+A"),
    EDIT_ONE(Group.CHANGE, Where.TABLE, "Enter", "F2"),
    NEW(Group.CHANGE, Where.WINDOW, "Shortcut+N"),
    EDIT(Group.CHANGE, Where.WINDOW, "Shortcut+E"),
    LABEL(Group.CHANGE, Where.WINDOW, "Shortcut+L"),
    DELETE(Group.CHANGE, Where.TABLE, "Delete"),
    JOB_EARLIER(Group.CHANGE, Where.FOCUSED, "Alt+Up"),
    JOB_LATER(Group.CHANGE, Where.FOCUSED, "Alt+Down"),
    IMPORT(Group.FILES, Where.WINDOW, "Shortcut+I"),
    EXPORT(Group.FILES, Where.WINDOW, "Shortcut+S"),
    RESTORE(Group.FILES, Where.WINDOW, "Shortcut+Shift+R"),
    MAIN_ACTION(Group.SHEETS, Where.FOCUSED, Sheets.MAIN_ACTION.getName());

    /** How the sheet groups them. */
    public enum Group {
        FIND,
        SELECT,
        CHANGE,
        FILES,
        SHEETS
    }

    /** Where a key works. */
    public enum Where {
        /** Anywhere in the main window. */
        WINDOW,
        /** While the table has the focus. */
        TABLE,
        /** Handled by whatever has the focus; listed only. */
        FOCUSED
    }

    private final Group group;
    private final Where where;
    private final List<KeyCombination> combinations;

    Shortcut(Group group, Where where, String... combinations) {
        this.group = group;
        this.where = where;
        this.combinations = Arrays.stream(combinations).map(KeyCombination::valueOf).toList();
    }

    public Group group() {
        return group;
    }

    public Where where() {
        return where;
    }

    public List<KeyCombination> combinations() {
        return combinations;
    }

    public boolean matches(KeyEvent event) {
        return combinations.stream().anyMatch(c -> c.match(event));
    }

    /** Whether a text field has this key for itself. */
    public boolean yieldsToText() {
        return this == UNDO || this == REDO;
    }

    /** The keys as they stand on the keyboard, such as {@code Ctrl+F}. */
    public String keys() {
        return combinations.stream().map(KeyCombination::getDisplayText).collect(Collectors.joining(" / "));
    }

    /** What it does, for people. */
    public String words() {
        return Texts.of(Shortcut.class).get("shortcut." + name());
    }
}

package org.muster.contacts.json;

import com.google.api.client.json.GenericJson;
import com.google.api.client.util.Data;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** JSON lines in UTF-8: what is added stands in a line of its own. A line may be empty; none has a line break within. */
public final class JsonLines {
    /** Some hundred lines. */
    private static final int ROOM = 1 << 15;

    private final ModelWriter writer = new ModelWriter(ROOM);
    private boolean begun;

    /**
     * A list of texts and whole numbers.
     *
     * @param values {@code null}, and what stands for it in Google's library, becomes an empty text
     */
    public void addRow(List<?> values) {
        List<Object> row = new ArrayList<>(values.size());
        for (Object value : values) {
            row.add(switch (value) { // Google's library would ask a map about each
                case null -> "";
                case String text -> text.isEmpty() ? "" : text;
                case Integer number -> number == Data.NULL_INTEGER ? "" : number;
                default -> Data.isNull(value) ? "" : value;
            });
        }
        add(row);
    }

    /** A text, a number, a list of such, or a model. */
    public void add(Object value) {
        next();
        try {
            writer.append(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A model as if it had some of its members only.
     *
     * @param members their names
     */
    public void add(GenericJson model, Collection<String> members) {
        next();
        try {
            writer.append(model, members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty line. */
    public void addNothing() {
        next();
    }

    private void next() {
        if (begun) {
            writer.endLine();
        }
        begun = true;
    }

    /** All lines. The last one has no line break behind it. */
    public byte[] bytes() {
        return writer.written();
    }
}

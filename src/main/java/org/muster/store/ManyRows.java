package org.muster.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Inserts rows many at a time, and what neighbours have in common but once for all of them: handing values to SQLite one by one costs more than what it does
 * with them.
 */
final class ManyRows implements AutoCloseable {
    /** So many go into one statement. With more of them there is nothing left to be won. */
    private static final int AT_ONCE = 20;

    private final Connection db;
    private final String insert;
    private final String otherwise;
    private final int shared;
    private final int own;
    private final List<Object[]> waiting = new ArrayList<>(AT_ONCE);
    private Object[] inCommon = {};
    private PreparedStatement one;
    private PreparedStatement many;

    /**
     * @param into such as {@code INSERT INTO change}
     * @param shared the columns in which neighbours mostly are alike
     * @param own the columns in which each is another
     */
    ManyRows(Connection db, String into, List<String> shared, List<String> own) {
        this(db, into, shared, own, "");
    }

    /** @param otherwise what is to be done with a row that is there, such as {@code ON CONFLICT …}; empty for an error */
    ManyRows(Connection db, String into, List<String> shared, List<String> own, String otherwise) {
        this.otherwise = otherwise;
        this.db = db;
        this.insert = into + " (" + String.join(", ", shared) + ", " + String.join(", ", own) + ") VALUES ";
        this.shared = shared.size();
        this.own = own.size();
    }

    /** One row. Values are texts, whole numbers or {@code null}, in the order of the columns. */
    void add(Object[] common, Object... values) throws SQLException {
        if (!Arrays.equals(common, inCommon)) {
            flush();
            inCommon = common;
        }
        waiting.add(values);
        if (waiting.size() == AT_ONCE) {
            if (many == null) {
                many = prepare(AT_ONCE);
            }
            write(many, waiting);
            waiting.clear();
        }
    }

    /** Writes what is left. */
    void flush() throws SQLException {
        if (!waiting.isEmpty() && one == null) {
            one = prepare(1);
        }
        for (Object[] values : waiting) {
            write(one, Collections.singletonList(values));
        }
        waiting.clear();
    }

    private PreparedStatement prepare(int rows) throws SQLException {
        StringBuilder sql = new StringBuilder(insert);
        for (int row = 0; row < rows; row++) {
            sql.append(row == 0 ? "(" : ", (");
            for (int column = 1; column <= shared + own; column++) {
                sql.append(column == 1 ? "?" : ", ?").append(column <= shared ? column : column + row * own);
            }
            sql.append(')');
        }
        return db.prepareStatement(sql.append(' ').append(otherwise).toString());
    }

    private void write(PreparedStatement sql, List<Object[]> rows) throws SQLException {
        int at = 1;
        for (Object value : inCommon) {
            sql.setObject(at++, value);
        }
        for (Object[] values : rows) {
            for (Object value : values) {
                sql.setObject(at++, value);
            }
        }
        sql.executeUpdate();
    }

    /** Lets go of the database; what was not flushed is not written. */
    @Override
    public void close() throws SQLException {
        try {
            if (one != null) {
                one.close();
            }
        } finally {
            if (many != null) {
                many.close();
            }
        }
    }
}

package org.plantdeck.historian.postgres;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;
import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Rows in the text format of COPY, gathered and then sent at once. Threads: one. */
final class CopyText {

    private final StringBuilder text = new StringBuilder();
    private boolean inRow;

    private void separate() {
        if (inRow) {
            text.append('\t');
        }
        inRow = true;
    }

    /** A text; NULL where there is none. */
    CopyText field(@Nullable String value) {
        separate();
        if (value == null) {
            text.append("\\N");
            return this;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        return this;
    }

    CopyText field(long value) {
        separate();
        text.append(value);
        return this;
    }

    CopyText field(Instant time) {
        return field(TimeLiteral.of(time));
    }

    /** A value for the column of a tag; NULL where that is of another type. */
    CopyText field(StoredTag tag, Value value) {
        return switch (value) {
            case Value.Real(double real) when tag.type() == TagType.NUMBER ->
                    field(Double.toString(real));
            case Value.Whole(long whole) when tag.type() == TagType.NUMBER ->
                    field(Double.toString((double) whole));
            case Value.Whole(long whole) when tag.type() == TagType.COUNT -> field(whole);
            case Value.Flag(boolean flag) when tag.type() == TagType.FLAG ->
                    field(flag ? "t" : "f");
            case Value.Text(String word) when tag.type() == TagType.TEXT -> field(word);
            default -> field((String) null);
        };
    }

    void endRow() {
        text.append('\n');
        inRow = false;
    }

    /**
     * Sends the rows and forgets them.
     *
     * @param target table and columns, as in {@code t (a, b)}
     */
    void send(Connection connection, String target) throws SQLException {
        if (text.isEmpty()) {
            return;
        }
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + target + " FROM STDIN", new StringReader(text.toString()));
        } catch (IOException e) {
            throw new SQLException("rows cannot be sent: " + e.getMessage(), "08006", e);
        }
        text.setLength(0);
    }
}

package org.plantdeck.historian.export;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.PartFailure;
import org.sqlite.SQLiteConfig;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * An SQLite database of its own: the table {@code readings} with a column for the time and one for
 * each column of the export, and the table {@code tags} that says what the tags are. The file must
 * not be there yet; it has no journal, as a half of it is thrown away. Threads: one.
 */
final class SqliteRowWriter implements RowWriter {

    private static final int COLUMNS_MAX = 2_000;
    private static final int ROWS_A_BATCH = 1_000;
    private static final int FULL = 13;

    private final Connection connection;
    private final RowTimes times;
    private @Nullable PreparedStatement insert;
    private int waiting;

    SqliteRowWriter(Path file, RowTimes times) throws IOException {
        this.times = times;
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        try {
            connection = config.createConnection("jdbc:sqlite:" + file);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static IOException failure(SQLException e) {
        String words =
                (e.getErrorCode() & 0xff) == FULL
                        ? ExportFile.NO_SPACE
                        : String.valueOf(e.getMessage());
        return new IOException(words, e);
    }

    @Override
    public void begin(List<ExportColumn> columns, List<ExportColumn> tags) throws IOException {
        if (columns.size() >= COLUMNS_MAX) {
            throw new PartFailure(
                    "An SQLite table takes "
                            + (COLUMNS_MAX - 1)
                            + " tags at most beside the time; name fewer, or write the long form");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=OFF");
            statement.execute("PRAGMA synchronous=OFF");
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE readings (" + names(columns) + ")");
            statement.execute(
                    "CREATE TABLE tags (tag TEXT NOT NULL, unit TEXT NOT NULL, type TEXT NOT"
                            + " NULL)");
            writeTags(tags);
            insert =
                    connection.prepareStatement(
                            "INSERT INTO readings VALUES ("
                                    + String.join(",", Collections.nCopies(columns.size() + 1, "?"))
                                    + ")");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** SQLite takes large and small letters for the same: who comes later gets a number. */
    private static String names(List<ExportColumn> columns) {
        StringBuilder names = new StringBuilder("timestamp TEXT NOT NULL");
        Set<String> taken = new HashSet<>(Set.of("timestamp"));
        for (ExportColumn column : columns) {
            String name = column.name();
            for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
                name = column.name() + "_" + i;
            }
            names.append(", \"").append(name.replace("\"", "\"\"")).append('"');
        }
        return names.toString();
    }

    private void writeTags(List<ExportColumn> tags) throws SQLException {
        try (PreparedStatement tag =
                connection.prepareStatement("INSERT INTO tags VALUES (?, ?, ?)")) {
            for (ExportColumn column : tags) {
                tag.setString(1, column.name());
                tag.setString(2, column.unit());
                tag.setString(3, column.type().name().toLowerCase(Locale.ROOT));
                tag.executeUpdate();
            }
        }
    }

    @Override
    public void row(ExportRow row) throws IOException {
        PreparedStatement into = Objects.requireNonNull(insert);
        try {
            into.setString(1, times.text(row.epochMillis()));
            for (int i = 0; i < row.width(); i++) {
                set(into, i + 2, row, i);
            }
            into.addBatch();
            if (++waiting == ROWS_A_BATCH) {
                into.executeBatch();
                waiting = 0;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static void set(PreparedStatement into, int at, ExportRow row, int column)
            throws SQLException {
        switch (row.cell(column)) {
            case REAL -> {
                double value = row.real(column);
                if (Double.isNaN(value)) {
                    into.setString(at, "NaN"); // which SQLite would take for NULL
                } else {
                    into.setDouble(at, value);
                }
            }
            case WHOLE -> into.setLong(at, row.whole(column));
            case FLAG -> into.setLong(at, row.flag(column) ? 1 : 0);
            case TEXT -> into.setString(at, row.text(column));
            case EMPTY -> into.setNull(at, Types.NULL);
        }
    }

    @Override
    public void end() throws IOException {
        try {
            if (insert != null) {
                insert.executeBatch();
                insert.close();
            }
            connection.commit();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}

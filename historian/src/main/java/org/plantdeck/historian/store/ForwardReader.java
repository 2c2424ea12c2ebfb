package org.plantdeck.historian.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Reads what waits to be forwarded, beside the writer and without holding it up. Threads: one. */
public final class ForwardReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardReader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SqliteFile file;
    private final Connection connection;

    private ForwardReader(SqliteFile file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens the tables for reading.
     *
     * @throws StoreFailure where there are none or they cannot be read
     */
    public static ForwardReader open(Path database) throws StoreFailure {
        SqliteFile file = new SqliteFile(database);
        return new ForwardReader(file, file.openForReading(PATIENCE));
    }

    /**
     * What waits behind a position, in the order it was committed.
     *
     * @param most how many messages at most
     */
    public ForwardPage behind(long position, int most) throws StoreFailure {
        try {
            return ForwardTable.page(connection, position, most);
        } catch (SQLException e) {
            throw file.failure(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.atDebug().setCause(e).log("Database not closed in order");
        }
    }
}

package org.plantdeck.historian;

import org.plantdeck.historian.postgres.PostgresQueries;
import org.plantdeck.historian.postgres.PostgresServer;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.HistoryOpener;
import org.plantdeck.historian.store.StoreFailure;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a history is kept: in files, or on a server instead.
 *
 * @param database the file with the tables, beside which the archive is
 * @param server the server that has it all instead; empty for files
 */
public record HistoryLocation(Path database, Optional<PostgresServer> server)
        implements HistoryOpener {

    /** A history in files. */
    public static HistoryLocation inFiles(Path database) {
        return new HistoryLocation(database, Optional.empty());
    }

    /** The file, or the server and its database, as a sentence names it. */
    public String name() {
        return server.map(PostgresServer::name).orElse(database.toString());
    }

    @Override
    public HistorianQueries open() throws StoreFailure {
        return server.isPresent()
                ? PostgresQueries.open(server.get())
                : RecordedHistory.open(database);
    }
}

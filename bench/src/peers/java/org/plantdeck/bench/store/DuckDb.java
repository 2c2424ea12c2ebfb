package org.plantdeck.bench.store;

import java.nio.file.Path;
import java.sql.SQLException;

/** DuckDB, in this process. Threads: any. */
public final class DuckDb implements Subject {

    @Override
    public String subject() {
        return "duckdb";
    }

    @Override
    public History open(Path folder, Layout layout) throws SQLException {
        return new DuckDbHistory(folder, layout);
    }
}

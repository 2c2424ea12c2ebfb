package org.plantdeck.historian.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Writes the rows of an export in one format: {@link #begin}, each row, {@link #end}, and {@link
 * #close} in any case. What was closed without its end is no export. Threads: one.
 */
public interface RowWriter extends Closeable {

    /**
     * Writes CSV by RFC 4180 into a stream, which stays open.
     *
     * @param zone where times are written with the offset of; in UTC with Z without one
     */
    static RowWriter csv(OutputStream out, Optional<ZoneId> zone) {
        return new CsvRowWriter(new TextBytes(out), new RowTimes(zone));
    }

    /**
     * Begins.
     *
     * @param columns the columns beside the time, which is called {@code timestamp}
     * @param tags the tags whose values the rows hold, with their units
     */
    void begin(List<ExportColumn> columns, List<ExportColumn> tags) throws IOException;

    /** Writes a row; it may be used again when this returns. */
    void row(ExportRow row) throws IOException;

    /** Writes what comes after the last row. */
    void end() throws IOException;

    /** Lets go of what it holds, but not of the stream it was given. */
    @Override
    default void close() throws IOException {}
}

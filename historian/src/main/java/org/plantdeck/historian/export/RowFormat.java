package org.plantdeck.historian.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A format of exports that is not part of the historian: a service that {@link Extensions} finds.
 * Threads: any.
 */
public interface RowFormat {

    /** Which format it is. */
    ExportFormat format();

    /** Begins to write into a stream, which stays open. */
    RowWriter open(OutputStream out) throws IOException;
}

package org.plantdeck.historianparquet;

import org.plantdeck.historian.export.ExportFormat;
import org.plantdeck.historian.export.RowFormat;
import org.plantdeck.historian.export.RowWriter;

import java.io.OutputStream;

/** Apache Parquet as a format of exports. Threads: any. */
public final class ParquetFormat implements RowFormat {

    @Override
    public ExportFormat format() {
        return ExportFormat.PARQUET;
    }

    @Override
    public RowWriter open(OutputStream out) {
        return new ParquetRowWriter(out);
    }
}

package org.plantdeck.historian.export;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How an export looks.
 *
 * @param format the format
 * @param wide whether a row is an instant with a column a tag, and not a row for each value with
 *     its tag's name
 * @param buckets what readings are summed up in; empty for every reading as it is
 * @param zone where times are written with the offset of, and where days begin; empty for UTC with
 *     Z, and buckets counted from the epoch
 */
public record ExportForm(
        ExportFormat format, boolean wide, Optional<Buckets> buckets, Optional<ZoneId> zone) {

    /** Every reading as it is, in wide form, in UTC. */
    public static ExportForm plain(ExportFormat format) {
        return new ExportForm(format, true, Optional.empty(), Optional.empty());
    }

    /** The plain form of the format a file's name asks for; CSV where it asks for none. */
    public static ExportForm forFile(Path file) {
        return plain(
                ExportFormat.ofFile(String.valueOf(file.getFileName())).orElse(ExportFormat.CSV));
    }
}

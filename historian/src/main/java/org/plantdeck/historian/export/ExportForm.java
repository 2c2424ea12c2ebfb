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
 * @param extensions where a format is found that is not part of the historian
 */
public record ExportForm(
        ExportFormat format,
        boolean wide,
        Optional<Buckets> buckets,
        Optional<ZoneId> zone,
        Extensions extensions) {

    /** Of a format that is part of the historian, or on the class path. */
    public ExportForm(
            ExportFormat format, boolean wide, Optional<Buckets> buckets, Optional<ZoneId> zone) {
        this(format, wide, buckets, zone, Extensions.ofClassPath());
    }

    /** Every reading as it is, in wide form, in UTC. */
    public static ExportForm plain(ExportFormat format) {
        return new ExportForm(format, true, Optional.empty(), Optional.empty());
    }

    /** The plain form of the format a file's name asks for; CSV where it asks for none. */
    public static ExportForm forFile(Path file) {
        return plain(
                ExportFormat.ofFile(String.valueOf(file.getFileName())).orElse(ExportFormat.CSV));
    }

    /** The same, with formats from elsewhere. */
    public ExportForm with(Extensions others) {
        return new ExportForm(format, wide, buckets, zone, others);
    }
}

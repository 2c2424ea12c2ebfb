package org.plantdeck.historian.export;

import java.time.Instant;
import java.util.List;

/**
 * What to export.
 *
 * @param tags full names such as {@code factory/energy/voltages.L1}, in the order of the columns;
 *     {@code factory/energy/run} and {@code factory/energy/sequence} may be asked for too; empty
 *     for every tag that is stored, source by source
 * @param from measured at this instant or later; {@link Instant#MIN} for the beginning
 * @param to measured before this instant; {@link Instant#MAX} for the end
 */
public record ExportRequest(List<String> tags, Instant from, Instant to) {

    public ExportRequest {
        tags = List.copyOf(tags);
    }
}

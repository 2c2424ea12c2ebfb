package org.plantdeck.historian.export;

/**
 * What an export gave.
 *
 * @param rows how many rows were written, without the header
 * @param runs how many runs of the plant they come from; more than one where it was started afresh
 *     within the range
 * @param cancelled whether it was ended before it was complete
 */
public record ExportResult(long rows, int runs, boolean cancelled) {}

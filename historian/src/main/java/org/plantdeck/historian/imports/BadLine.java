package org.plantdeck.historian.imports;

/**
 * A line that cannot be read.
 *
 * @param number of the line in the file, from 1 on
 * @param reason why, as the rest of a sentence
 */
public record BadLine(long number, String reason) {}

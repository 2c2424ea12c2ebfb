package org.plantdeck.historian.offence;

/** Breaks a rule on purpose: what works without it knows the extension. */
final class SeesTheExtension {

    private final Class<?> seen = org.plantdeck.historianparquet.ParquetFormat.class;

    Class<?> seen() {
        return seen;
    }
}

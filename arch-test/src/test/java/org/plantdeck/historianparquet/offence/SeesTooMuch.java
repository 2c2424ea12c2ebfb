package org.plantdeck.historianparquet.offence;

/** Breaks a rule on purpose: an arrow that is not allowed. */
final class SeesTooMuch {

    private final Class<?> seen = org.plantdeck.bridge.Bridge.class;

    Class<?> seen() {
        return seen;
    }
}

package org.plantdeck.plcsim.offence;

/** Breaks a rule on purpose: an arrow that is not allowed. */
final class SeesTooMuch {

    private final Class<?> seen = org.plantdeck.historian.Historian.class;

    Class<?> seen() {
        return seen;
    }
}

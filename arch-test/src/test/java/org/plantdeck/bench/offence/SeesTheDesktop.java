package org.plantdeck.bench.offence;

/** Breaks a rule on purpose: something that is not the desktop knows it. */
final class SeesTheDesktop {

    private final Class<?> seen = org.plantdeck.app.JavaFxDesktop.class;

    Class<?> seen() {
        return seen;
    }
}

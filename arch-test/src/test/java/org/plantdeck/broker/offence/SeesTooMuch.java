package org.plantdeck.broker.offence;

/** Breaks a rule on purpose: an arrow that is not allowed. */
final class SeesTooMuch {

    private final Class<?> seen = org.plantdeck.mqttlink.PahoLinks.class;

    Class<?> seen() {
        return seen;
    }
}

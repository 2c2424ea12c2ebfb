package org.plantdeck.signal.offence;

/** Breaks a rule on purpose: an arrow that is not allowed. */
final class SeesTooMuch {

    private final Class<?> seen = org.plantdeck.broker.EmbeddedBroker.class;

    Class<?> seen() {
        return seen;
    }
}

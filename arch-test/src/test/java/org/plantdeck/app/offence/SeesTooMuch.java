package org.plantdeck.app.offence;

/** Breaks a rule on purpose: a screen that sees a part at work. */
final class SeesTooMuch {

    private final Class<?> seen = org.plantdeck.broker.EmbeddedBroker.class;

    Class<?> seen() {
        return seen;
    }
}

package org.plantdeck.bridge.offence;

/** Breaks a rule on purpose: an arrow that is not allowed. */
final class SeesTooMuch {

    private final Class<?> seen = org.plantdeck.cloudanalytics.CloudAnalytics.class;

    Class<?> seen() {
        return seen;
    }
}

package org.plantdeck.app.offence;

/** Breaks a rule on purpose: a view model that knows a view. */
final class OffendingModel {

    private final Class<?> seen = javafx.scene.Node.class;

    Class<?> seen() {
        return seen;
    }
}

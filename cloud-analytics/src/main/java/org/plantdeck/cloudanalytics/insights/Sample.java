package org.plantdeck.cloudanalytics.insights;

/**
 * What one window says of a cause: the coefficient a rule watches is measured over reference.
 *
 * @param measured the quantity, such as the pressure drop
 * @param reference what it is in proportion to in a sound plant, such as the flow squared; not 0
 */
record Sample(double measured, double reference) {}

package org.plantdeck.app.line;

import java.time.Instant;

/**
 * What the line made in a quarter of an hour.
 *
 * @param begin when it began
 * @param good good bottles
 * @param rejected rejected ones
 * @param planned what the plan wanted
 */
record Quarter(Instant begin, double good, double rejected, double planned) {}

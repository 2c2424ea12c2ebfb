package org.plantdeck.bridge;

import org.plantdeck.bridge.windows.Sample;

/**
 * A reading on its way into the database.
 *
 * @param run the run it belongs to
 * @param sample what is kept of it
 * @param safe called once it is in the database
 */
record Arrival(String run, Sample sample, Runnable safe) {}

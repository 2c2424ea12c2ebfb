package org.plantdeck.plcsim.physics;

/**
 * The grid as consumers feel it.
 *
 * @param threePhase whether all three phases are there; motors stand still without
 * @param voltage lowest line voltage over nominal
 */
record Supply(boolean threePhase, double voltage) {}

package org.plantdeck.plcsim.physics;

/**
 * What the size of a kind of fault means.
 *
 * @param standard the size where none is given
 * @param min the least size
 * @param max the largest size
 * @param unit the unit of the size
 * @param meaning what is so large, one phrase
 */
public record FaultSize(double standard, double min, double max, String unit, String meaning) {}

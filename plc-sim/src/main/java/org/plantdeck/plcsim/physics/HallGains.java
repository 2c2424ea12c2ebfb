package org.plantdeck.plcsim.physics;

/**
 * What machines, lights and people give to the hall.
 *
 * @param heat kW
 * @param carbonDioxide m³/s
 * @param dust fine dust, µg/s
 */
record HallGains(double heat, double carbonDioxide, double dust) {}

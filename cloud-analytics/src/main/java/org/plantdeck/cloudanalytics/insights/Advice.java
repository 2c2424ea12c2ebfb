package org.plantdeck.cloudanalytics.insights;

/**
 * What an insight says to a person.
 *
 * @param sentence what is seen
 * @param recommendation what to do about it
 * @param impact what it costs as long as nothing is done, in the unit
 * @param impactUnit the unit of impact, such as kWh/day
 * @param confidence share of the windows it was computed from that show it by themselves, 0 to 1
 */
public record Advice(
        String sentence,
        String recommendation,
        double impact,
        String impactUnit,
        double confidence) {}

package org.plantdeck.plcsim.physics;

/** What takes electrical power, and the air net that says how much of it leaks. */
record Consumers(
        Line line,
        AirNet air,
        Compressor compressor,
        AirHandling handling,
        Chiller chiller,
        SiteLoads site) {}

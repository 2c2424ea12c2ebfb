package org.plantdeck.plcsim.physics;

/** Shrink tunnel of the packer. */
record TunnelParameters(
        @Quantity(
                        value = 8,
                        unit = "kW",
                        min = 0,
                        max = 100,
                        meaning = "Power that keeps the hot tunnel hot")
                double holding,
        @Quantity(
                        value = 6,
                        unit = "kW",
                        min = 0,
                        max = 100,
                        meaning = "Power the goods carry off at nominal speed")
                double throughput,
        @Quantity(value = 20, unit = "kW", min = 0.5, max = 200, meaning = "Power of the heaters")
                double most,
        @Quantity(
                        value = 900,
                        unit = "s",
                        min = 10,
                        max = 10000,
                        meaning = "Time in which the tunnel cools by two thirds")
                double memory,
        @Quantity(
                        value = 40,
                        min = 1,
                        max = 1000,
                        meaning = "Heaters' power over power lost, at full deviation")
                double control) {}

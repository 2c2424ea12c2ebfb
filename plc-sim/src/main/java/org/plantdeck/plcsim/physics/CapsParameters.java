package org.plantdeck.plcsim.physics;

/** Cap hopper, elevator and feeder. */
record CapsParameters(
        @Quantity(
                        value = 6000,
                        unit = "caps",
                        min = 100,
                        max = 100000,
                        meaning = "Caps the full hopper holds")
                double hopper,
        @Quantity(
                        value = 360,
                        unit = "caps/min",
                        min = 1,
                        max = 5000,
                        meaning = "Caps the elevator lifts")
                double elevator,
        @Quantity(
                        value = 40,
                        unit = "%",
                        min = 0,
                        max = 99,
                        meaning = "Level at which the elevator starts")
                double startLevel,
        @Quantity(
                        value = 90,
                        unit = "%",
                        min = 1,
                        max = 100,
                        meaning = "Level at which the elevator stops")
                double stopLevel,
        @Quantity(
                        value = 30,
                        unit = "caps",
                        min = 0,
                        max = 1000,
                        meaning = "Caps that wait in the chute behind the feeder")
                double chute,
        @Quantity(
                        value = 3.5,
                        unit = "h",
                        min = 0.01,
                        max = 10000,
                        meaning = "Mean running time between two jams of the feeder")
                double jamInterval,
        @Quantity(value = 25, unit = "s", min = 1, max = 3600, meaning = "Shortest jam")
                double jamShortest,
        @Quantity(value = 150, unit = "s", min = 1, max = 7200, meaning = "Longest jam")
                double jamLongest) {}

package org.plantdeck.plcsim.physics;

/** Compressor, receiver and compressed-air net. */
record AirParameters(
        @Quantity(
                        value = 300,
                        unit = "m³/h",
                        min = 10,
                        max = 5000,
                        meaning = "Air the loaded compressor delivers, at normal conditions")
                double capacity,
        @Quantity(
                        value = 30,
                        unit = "kW",
                        min = 1,
                        max = 500,
                        meaning = "Power of the loaded compressor")
                double loadedPower,
        @Quantity(
                        value = 12.5,
                        unit = "kW",
                        min = 0.1,
                        max = 300,
                        meaning = "Power of the compressor running unloaded")
                double unloadedPower,
        @Quantity(
                        value = 6,
                        unit = "s",
                        min = 0.2,
                        max = 300,
                        meaning = "Memory of the compressor's power as it is loaded and vented")
                double powerMemory,
        @Quantity(
                        value = 6,
                        min = 1,
                        max = 10,
                        meaning = "Apparent power at the start of the motor over rated")
                double startFactor,
        @Quantity(value = 0.9, unit = "s", min = 0.1, max = 20, meaning = "Memory of that surge")
                double startMemory,
        @Quantity(
                        value = 3,
                        unit = "m³",
                        min = 0.1,
                        max = 100,
                        meaning = "Volume of the air receiver and the net")
                double receiver,
        @Quantity(
                        value = 7.1,
                        unit = "bar",
                        min = 0,
                        max = 10,
                        meaning = "Receiver pressure at a fresh start")
                double pressure,
        @Quantity(
                        value = 8.5,
                        unit = "bar",
                        min = 1,
                        max = 20,
                        meaning = "Pressure at which the safety valve opens")
                double safetyPressure,
        @Quantity(
                        value = 15,
                        unit = "%",
                        min = 0,
                        max = 90,
                        meaning =
                                "Air lost by leaks at 7 bar while the line's valves are open, of"
                                        + " capacity")
                double leakage,
        @Quantity(
                        value = 75,
                        unit = "%",
                        min = 0,
                        max = 100,
                        meaning = "Part of the leaks that the line's inlet valves cut off")
                double leakageBehindValves,
        @Quantity(
                        value = 30,
                        unit = "m³/h",
                        min = 0,
                        max = 1000,
                        meaning = "Air the running line takes whatever its speed")
                double lineBase,
        @Quantity(
                        value = 65,
                        unit = "m³/h",
                        min = 0,
                        max = 1000,
                        meaning = "Air the line takes in proportion to speed, at nominal speed")
                double lineWithSpeed,
        @Quantity(
                        value = 12,
                        unit = "m³/h",
                        min = 0,
                        max = 1000,
                        meaning = "Air taken in the hall for everything else")
                double hall,
        @Quantity(
                        value = 60,
                        unit = "m³/h",
                        min = 0,
                        max = 1000,
                        meaning = "Air taken while the line is cleaned and dried")
                double cleaning,
        @Quantity(value = 0.04, min = 0, max = 0.5, meaning = "Spread of the air taken")
                double useSpread) {}

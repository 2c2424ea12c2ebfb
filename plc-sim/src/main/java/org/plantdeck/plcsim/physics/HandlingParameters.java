package org.plantdeck.plcsim.physics;

/** Air handling unit: damper, filter, coil, fan. */
record HandlingParameters(
        @Quantity(
                        value = 11,
                        unit = "kW",
                        min = 0.1,
                        max = 200,
                        meaning = "Power of the fan at full speed with a clean filter")
                double fanPower,
        @Quantity(
                        value = 900,
                        unit = "Pa",
                        min = 50,
                        max = 5000,
                        meaning = "Pressure of the fan at full speed without flow")
                double fanPressure,
        @Quantity(
                        value = 17.5,
                        unit = "Pa/(m³/s)²",
                        min = 0.1,
                        max = 1000,
                        meaning = "Resistance of ducts, coil and fan")
                double ductResistance,
        @Quantity(
                        value = 3.95,
                        unit = "Pa/(m³/s)²",
                        min = 0.05,
                        max = 500,
                        meaning = "Resistance of the clean filter")
                double filterResistance,
        @Quantity(
                        value = 1.75,
                        min = 0,
                        max = 20,
                        meaning =
                                "Dust in the filter at a fresh start, as resistance added over"
                                        + " clean")
                double filterLoading,
        @Quantity(
                        value = 0.0004,
                        unit = "1/h",
                        min = 0,
                        max = 1,
                        meaning = "Resistance the filter gains in an hour at 4.5 m³/s, over clean")
                double filterGrowth,
        @Quantity(
                        value = 3,
                        min = 0.1,
                        max = 50,
                        meaning =
                                "Dust at which maintenance changes the filter in the next cleaning"
                                        + " shift")
                double filterChange,
        @Quantity(
                        value = 0.55,
                        min = 0,
                        max = 1,
                        meaning = "Part of the fan's power that is taken without flow")
                double fanIdleShare,
        @Quantity(
                        value = 6,
                        unit = "s",
                        min = 0.2,
                        max = 120,
                        meaning = "Memory of the fan's speed")
                double fanMemory,
        @Quantity(
                        value = 20,
                        unit = "s",
                        min = 0.2,
                        max = 300,
                        meaning = "Memory of the damper's opening")
                double damperMemory,
        @Quantity(
                        value = 5,
                        unit = "%",
                        min = 0,
                        max = 50,
                        meaning = "Outdoor part of the air with the damper closed")
                double damperLeak,
        @Quantity(value = 40, unit = "s", min = 0.2, max = 600, meaning = "Memory of the coil")
                double coilMemory,
        @Quantity(
                        value = 0.75,
                        min = 0.05,
                        max = 1,
                        meaning =
                                "Share of the distance to the cold coil that the air is cooled by"
                                        + " at full valve")
                double coilCooling,
        @Quantity(
                        value = 0.5,
                        min = 0.05,
                        max = 1,
                        meaning =
                                "Share of the distance to the hot coil that the air is heated by at"
                                        + " full valve")
                double coilHeating,
        @Quantity(
                        value = 8,
                        unit = "°C",
                        min = 1,
                        max = 20,
                        meaning = "Temperature of the cold coil")
                double coldCoil,
        @Quantity(
                        value = 55,
                        unit = "°C",
                        min = 25,
                        max = 120,
                        meaning = "Temperature of the hot coil")
                double hotCoil) {}

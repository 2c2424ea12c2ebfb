package org.plantdeck.plcsim.physics;

/** The hall: heat, moisture, air, noise. */
record HallParameters(
        @Quantity(value = 7000, unit = "m³", min = 100, max = 200000, meaning = "Air in the hall")
                double volume,
        @Quantity(
                        value = 23,
                        unit = "°C",
                        min = 10,
                        max = 35,
                        meaning = "Hall temperature at a fresh start")
                double temperature,
        @Quantity(
                        value = 48,
                        unit = "%",
                        min = 10,
                        max = 95,
                        meaning = "Relative humidity at a fresh start")
                double humidity,
        @Quantity(
                        value = 25000,
                        unit = "kJ/K",
                        min = 500,
                        max = 1000000,
                        meaning = "Heat capacity of air and light things")
                double airCapacity,
        @Quantity(
                        value = 400000,
                        unit = "kJ/K",
                        min = 1000,
                        max = 10000000,
                        meaning = "Heat capacity of floor and walls")
                double structureCapacity,
        @Quantity(
                        value = 15,
                        unit = "kW/K",
                        min = 0.1,
                        max = 500,
                        meaning = "Heat between air and structure")
                double structureConductance,
        @Quantity(
                        value = 1.2,
                        unit = "kW/K",
                        min = 0.05,
                        max = 100,
                        meaning = "Heat through walls, roof and windows")
                double envelope,
        @Quantity(
                        value = 0.25,
                        unit = "m³/s",
                        min = 0,
                        max = 20,
                        meaning = "Outdoor air through gaps")
                double infiltration,
        @Quantity(
                        value = 0.8,
                        unit = "m³/s",
                        min = 0,
                        max = 50,
                        meaning = "Outdoor air through an open door")
                double door,
        @Quantity(
                        value = 0.75,
                        min = 0,
                        max = 1,
                        meaning = "Part of the line drives' power that heats the hall")
                double driveHeat,
        @Quantity(
                        value = 0.85,
                        min = 0,
                        max = 1,
                        meaning = "Part of the shrink tunnel's power that heats the hall")
                double tunnelHeat,
        @Quantity(value = 0.11, unit = "kW", min = 0, max = 0.5, meaning = "Heat of a person")
                double personHeat,
        @Quantity(
                        value = 0.005,
                        unit = "L/s",
                        min = 0,
                        max = 0.02,
                        meaning = "Carbon dioxide of a person")
                double personCarbonDioxide,
        @Quantity(
                        value = 0.5,
                        unit = "kg/s",
                        min = 0,
                        max = 20,
                        meaning = "Air that leaves the wet floors saturated")
                double wetFloor,
        @Quantity(
                        value = 20,
                        unit = "µg/s",
                        min = 0,
                        max = 5000,
                        meaning = "Fine dust the running line sets free at nominal speed")
                double dust,
        @Quantity(
                        value = 0.6,
                        min = 0,
                        max = 1,
                        meaning = "Part of the fine dust that the supply filter holds back")
                double dustFilter,
        @Quantity(
                        value = 0.1,
                        unit = "1/h",
                        min = 0,
                        max = 5,
                        meaning = "Part of the fine dust that settles in an hour")
                double dustSettling) {}

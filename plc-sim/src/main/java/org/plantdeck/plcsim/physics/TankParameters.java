package org.plantdeck.plcsim.physics;

/** Product tank T1 with supply pump P1 and valve FV1. */
record TankParameters(
        @Quantity(
                        value = 5,
                        unit = "m³",
                        min = 0.5,
                        max = 100,
                        meaning = "Volume of product tank T1")
                double volume,
        @Quantity(
                        value = 65,
                        unit = "%",
                        min = 0,
                        max = 100,
                        meaning = "Level of the tank at a fresh start")
                double level,
        @Quantity(
                        value = 60,
                        unit = "m",
                        min = 5,
                        max = 500,
                        meaning = "Head of the pump at full speed without flow")
                double shutOffHead,
        @Quantity(
                        value = 12,
                        unit = "m",
                        min = 0,
                        max = 400,
                        meaning = "Height and back-pressure the pump works against")
                double staticHead,
        @Quantity(
                        value = 0.15,
                        unit = "m/(m³/h)²",
                        min = 0.001,
                        max = 100,
                        meaning = "Head the pump loses with the square of flow")
                double pumpDroop,
        @Quantity(
                        value = 0.6,
                        unit = "m/(m³/h)²",
                        min = 0.001,
                        max = 100,
                        meaning = "Head lost in the open valve with the square of flow")
                double valveResistance,
        @Quantity(
                        value = 5.5,
                        unit = "kW",
                        min = 0.1,
                        max = 200,
                        meaning = "Power of the pump at full speed and flow")
                double pumpPower,
        @Quantity(
                        value = 0.55,
                        min = 0,
                        max = 1,
                        meaning = "Part of the pump's power that is taken without flow")
                double pumpIdleShare,
        @Quantity(
                        value = 2,
                        unit = "s",
                        min = 0.1,
                        max = 60,
                        meaning = "Memory of the valve's opening")
                double valveMemory,
        @Quantity(
                        value = 1.5,
                        unit = "s",
                        min = 0.1,
                        max = 60,
                        meaning = "Memory of the pump's speed")
                double pumpMemory,
        @Quantity(
                        value = 8,
                        unit = "%",
                        min = 0,
                        max = 50,
                        meaning = "Level below which the filler draws foam")
                double lowLevel) {}

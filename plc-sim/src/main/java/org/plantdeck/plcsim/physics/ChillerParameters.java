package org.plantdeck.plcsim.physics;

/** Chiller for product and hall. */
record ChillerParameters(
        @Quantity(
                        value = 40,
                        unit = "kW",
                        min = 0,
                        max = 500,
                        meaning = "Heat taken from the product at nominal speed")
                double product,
        @Quantity(
                        value = 4,
                        unit = "kW",
                        min = 0,
                        max = 500,
                        meaning = "Heat taken from the cold stores whatever the line does")
                double holding,
        @Quantity(
                        value = 4,
                        min = 1,
                        max = 8,
                        meaning = "Heat moved for electrical energy at 15 °C outdoors")
                double performance,
        @Quantity(
                        value = 0.015,
                        unit = "1/K",
                        min = 0,
                        max = 0.05,
                        meaning = "Relative loss of that for each degree above 15 °C")
                double performanceOfOutdoor,
        @Quantity(
                        value = 1.5,
                        unit = "kW",
                        min = 0,
                        max = 50,
                        meaning = "Power of the chiller's pumps and controls")
                double pumps,
        @Quantity(
                        value = 25,
                        unit = "kW",
                        min = 1,
                        max = 500,
                        meaning = "Most electrical power it takes")
                double most,
        @Quantity(value = 45, unit = "s", min = 1, max = 900, meaning = "Memory of its power")
                double memory) {}

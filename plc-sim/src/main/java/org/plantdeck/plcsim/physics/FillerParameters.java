package org.plantdeck.plcsim.physics;

/** Filler with its bowl, and inspection. */
record FillerParameters(
        @Quantity(value = 0.5, unit = "L", min = 0.1, max = 5, meaning = "Product in a bottle")
                double bottleVolume,
        @Quantity(value = 1.015, min = 1, max = 1.2, meaning = "Product taken for product filled")
                double overfill,
        @Quantity(
                        value = 1.25,
                        unit = "bar",
                        min = 0.2,
                        max = 4,
                        meaning = "Bowl pressure the product needs")
                double bowlPressure,
        @Quantity(
                        value = 3,
                        unit = "s",
                        min = 0.2,
                        max = 120,
                        meaning = "Memory of the bowl pressure")
                double bowlMemory,
        @Quantity(
                        value = 0.05,
                        unit = "bar",
                        min = 0,
                        max = 1,
                        meaning = "Pressure lost for each nominal speed above nominal speed")
                double bowlDroop,
        @Quantity(
                        value = 0.006,
                        unit = "bar",
                        min = 0,
                        max = 0.5,
                        meaning = "Spread of the bowl pressure as its valve hunts")
                double bowlSpread,
        @Quantity(
                        value = 0.5,
                        unit = "bar",
                        min = 0,
                        max = 3,
                        meaning = "Least drop of pressure over the regulator")
                double dropout,
        @Quantity(
                        value = 5,
                        unit = "m³/h",
                        min = 0,
                        max = 100,
                        meaning = "Carbon dioxide the purge sets free at nominal speed")
                double purge,
        @Quantity(
                        value = 0.004,
                        min = 0,
                        max = 0.5,
                        meaning = "Share of bottles underfilled when all is well")
                double underfilled,
        @Quantity(
                        value = 0.05,
                        unit = "bar",
                        min = 0.005,
                        max = 1,
                        meaning = "Error of bowl pressure that doubles that share")
                double pressureTolerance,
        @Quantity(
                        value = 0.0045,
                        min = 0,
                        max = 0.5,
                        meaning = "Share of bottles with a bad cap at nominal speed")
                double badCap,
        @Quantity(
                        value = 0.0045,
                        min = 0,
                        max = 0.5,
                        meaning = "Share of bottles with a bad label at nominal speed")
                double badLabel,
        @Quantity(
                        value = 0.4,
                        unit = "1/(mm/s)",
                        min = 0,
                        max = 10,
                        meaning =
                                "Relative rise of bad caps and labels for each mm/s of bearing"
                                        + " defect")
                double defectRejects,
        @Quantity(value = 12, unit = "bottles", min = 1, max = 100, meaning = "Bottles in a case")
                double caseSize) {}

package org.plantdeck.plcsim.physics;

/** Main drive with its gearbox, and the other drives of the line. */
record DriveParameters(
        @Quantity(
                        value = 105,
                        unit = "bottles/min",
                        min = 10,
                        max = 200,
                        meaning = "Line speed at which the other nominal figures hold")
                double nominalSpeed,
        @Quantity(
                        value = 130,
                        unit = "bottles/min",
                        min = 20,
                        max = 300,
                        meaning = "Line speed the drive cannot exceed")
                double topSpeed,
        @Quantity(
                        value = 15,
                        unit = "bottles/min/s",
                        min = 0.5,
                        max = 200,
                        meaning = "How fast the drive ramps up and down")
                double acceleration,
        @Quantity(
                        value = 9.45,
                        unit = "kW",
                        min = 0.5,
                        max = 100,
                        meaning = "Power at the shaft of the main drive at nominal speed")
                double shaftPower,
        @Quantity(
                        value = 0.88,
                        min = 0.3,
                        max = 1,
                        meaning = "Efficiency of main motor and inverter")
                double efficiency,
        @Quantity(
                        value = 0.45,
                        min = 0,
                        max = 1,
                        meaning = "Part of the torque that does not grow with the square of speed")
                double constantTorque,
        @Quantity(
                        value = 0.03,
                        unit = "s·min/bottles",
                        min = 0,
                        max = 1,
                        meaning = "Torque to speed up, relative, for each bottle a minute a second")
                double inertiaTorque,
        @Quantity(
                        value = 11,
                        unit = "A",
                        min = 0,
                        max = 100,
                        meaning = "Current of the main motor without torque")
                double magnetisingCurrent,
        @Quantity(
                        value = 17.9,
                        unit = "A",
                        min = 0.1,
                        max = 200,
                        meaning = "Current in phase with the voltage at nominal torque")
                double torqueCurrent,
        @Quantity(
                        value = 28.5,
                        unit = "A",
                        min = 1,
                        max = 300,
                        meaning = "Current the main motor can take for ever")
                double ratedCurrent,
        @Quantity(
                        value = 300,
                        unit = "s",
                        min = 5,
                        max = 7200,
                        meaning = "Memory of the thermal overload protection")
                double thermalMemory,
        @Quantity(
                        value = 1.25,
                        min = 1,
                        max = 4,
                        meaning =
                                "Square of current over rated at which the overload protection"
                                        + " trips, averaged over its memory")
                double overload,
        @Quantity(
                        value = 0.8,
                        min = 0.1,
                        max = 0.99,
                        meaning = "Line voltage over nominal below which the drive trips")
                double undervoltage,
        @Quantity(
                        value = 0.03,
                        min = 0,
                        max = 0.2,
                        meaning = "Speed lost for each unit of torque above nominal")
                double slipOfSpeed,
        @Quantity(
                        value = 11,
                        unit = "kW",
                        min = 0,
                        max = 100,
                        meaning =
                                "Power of conveyors, rinser, labeller and packer that grows with"
                                        + " speed, at nominal speed")
                double auxiliaryPower,
        @Quantity(
                        value = 3.2,
                        unit = "kW",
                        min = 0,
                        max = 100,
                        meaning = "Power of those drives as soon as they turn")
                double auxiliaryBase,
        @Quantity(
                        value = 1.2,
                        unit = "kW",
                        min = 0,
                        max = 50,
                        meaning = "Power of the line's controls and cabinets at standstill")
                double standby,
        @Quantity(
                        value = 0.02,
                        min = 0,
                        max = 0.5,
                        meaning = "Spread of the torque with the viscosity of the product")
                double viscositySpread,
        @Quantity(
                        value = 0.03,
                        min = 0,
                        max = 0.5,
                        meaning = "Spread of the torque with back-pressure on the conveyors")
                double loadSpread) {}

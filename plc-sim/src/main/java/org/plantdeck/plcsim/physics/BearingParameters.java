package org.plantdeck.plcsim.physics;

/** Bearing of the main drive. */
record BearingParameters(
        @Quantity(
                        value = 0.15,
                        unit = "kW",
                        min = 0.001,
                        max = 10,
                        meaning = "Heat of friction at nominal speed and torque when sound")
                double friction,
        @Quantity(
                        value = 0.0375,
                        unit = "kW/K",
                        min = 0.001,
                        max = 10,
                        meaning = "Heat the housing gives to the hall air")
                double conductance,
        @Quantity(
                        value = 45,
                        unit = "kJ/K",
                        min = 1,
                        max = 1000,
                        meaning = "Heat capacity of the housing")
                double capacity,
        @Quantity(
                        value = 1.2,
                        unit = "1/(mm/s)",
                        min = 0,
                        max = 20,
                        meaning = "Relative rise of friction for each mm/s of defect")
                double frictionOfDefect,
        @Quantity(
                        value = 0.45,
                        unit = "mm/s",
                        min = 0.01,
                        max = 5,
                        meaning = "Vibration of the sound drive at nominal speed and torque")
                double vibration,
        @Quantity(
                        value = 0.012,
                        unit = "mm/s",
                        min = 0,
                        max = 1,
                        meaning = "Spread of the sound drive's vibration")
                double vibrationSpread,
        @Quantity(
                        value = 0.04,
                        unit = "mm/s",
                        min = 0,
                        max = 1,
                        meaning = "Vibration for each percent of belt slip")
                double vibrationOfSlip,
        @Quantity(
                        value = 29.6,
                        unit = "kN",
                        min = 1,
                        max = 500,
                        meaning = "Dynamic load rating of the bearing, ISO 281")
                double loadRating,
        @Quantity(
                        value = 2.4,
                        unit = "kN",
                        min = 0.1,
                        max = 500,
                        meaning = "Equivalent bearing load at nominal torque, ISO 281")
                double load,
        @Quantity(
                        value = 1480,
                        unit = "rpm",
                        min = 10,
                        max = 10000,
                        meaning = "Shaft speed at nominal line speed")
                double speed,
        @Quantity(
                        value = 0.1,
                        unit = "mm/s",
                        min = 0.001,
                        max = 5,
                        meaning = "Vibration an incipient defect adds")
                double firstDefect,
        @Quantity(
                        value = 0.5,
                        unit = "1/d",
                        min = 0,
                        max = 100,
                        meaning = "Growth of a defect at nominal load and temperature")
                double growth,
        @Quantity(
                        value = 27,
                        unit = "°C",
                        min = -20,
                        max = 100,
                        meaning = "Temperature at which that growth holds; it doubles every 10 °C")
                double growthTemperature) {}

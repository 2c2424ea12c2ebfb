package org.plantdeck.plcsim.physics;

/** Grid, transformer, feeder, capacitor bank, meter. */
record GridParameters(
        @Quantity(value = 400, unit = "V", min = 100, max = 1000, meaning = "Nominal line voltage")
                double nominalVoltage,
        @Quantity(
                        value = 416,
                        unit = "V",
                        min = 100,
                        max = 1100,
                        meaning = "Line voltage of the transformer without load")
                double openVoltage,
        @Quantity(
                        value = 1.2,
                        unit = "V",
                        min = 0,
                        max = 30,
                        meaning = "Spread of the grid's voltage")
                double voltageSpread,
        @Quantity(
                        value = 0.35,
                        unit = "V",
                        min = 0,
                        max = 10,
                        meaning = "Spread of each line voltage beside that")
                double phaseSpread,
        @Quantity(value = 50, unit = "Hz", min = 45, max = 65, meaning = "Nominal frequency")
                double frequency,
        @Quantity(value = 0.018, unit = "Hz", min = 0, max = 1, meaning = "Spread of the frequency")
                double frequencySpread,
        @Quantity(
                        value = 0.041,
                        unit = "Ω",
                        min = 0,
                        max = 1,
                        meaning = "Resistance of transformer and feeder, each phase")
                double resistance,
        @Quantity(
                        value = 0.03,
                        unit = "Ω",
                        min = 0,
                        max = 1,
                        meaning = "Reactance of transformer and feeder, each phase")
                double reactance,
        @Quantity(
                        value = 0.6,
                        unit = "kW",
                        min = 0,
                        max = 20,
                        meaning = "Power of the transformer without load")
                double ironLoss,
        @Quantity(
                        value = 4,
                        unit = "kvar",
                        min = 0,
                        max = 100,
                        meaning = "Reactive power of the transformer without load")
                double ironReactive,
        @Quantity(
                        value = 10,
                        unit = "kvar",
                        min = 0,
                        max = 200,
                        meaning = "Reactive power of a capacitor stage at nominal voltage")
                double capacitorStage,
        @Quantity(
                        value = 1,
                        min = 0.5,
                        max = 1,
                        meaning = "Power factor of the plant that efficiency is compared with")
                double soundPowerFactor,
        @Quantity(
                        value = 12847.3,
                        unit = "kWh",
                        min = 0,
                        max = 1e9,
                        meaning = "Reading of the energy meter at a fresh start")
                double energyTotal) {}

package org.plantdeck.plcsim.physics;

/** Weather outdoors. */
record WeatherParameters(
        @Quantity(
                        value = 11.5,
                        unit = "°C",
                        min = -20,
                        max = 35,
                        meaning = "Mean temperature of the year")
                double yearMean,
        @Quantity(
                        value = 6,
                        unit = "K",
                        min = 0,
                        max = 30,
                        meaning = "Swing of the year around its mean")
                double yearSwing,
        @Quantity(
                        value = 4,
                        unit = "K",
                        min = 0,
                        max = 20,
                        meaning = "Swing of the day around its mean")
                double daySwing,
        @Quantity(
                        value = 2.2,
                        unit = "K",
                        min = 0,
                        max = 15,
                        meaning = "Spread as warm and cold air come and go")
                double spread,
        @Quantity(value = 40, unit = "h", min = 1, max = 500, meaning = "Memory of that")
                double memory,
        @Quantity(
                        value = 4.5,
                        unit = "K",
                        min = 0,
                        max = 30,
                        meaning = "Mean distance of the dew point from the day's mean temperature")
                double dewPointDepression,
        @Quantity(
                        value = 420,
                        unit = "ppm",
                        min = 300,
                        max = 800,
                        meaning = "Carbon dioxide outdoors")
                double carbonDioxide,
        @Quantity(
                        value = 9,
                        unit = "µg/m³",
                        min = 0,
                        max = 300,
                        meaning = "Mean of fine dust outdoors")
                double dust,
        @Quantity(value = 2, unit = "µg/m³", min = 0, max = 100, meaning = "Spread of that")
                double dustSpread) {}

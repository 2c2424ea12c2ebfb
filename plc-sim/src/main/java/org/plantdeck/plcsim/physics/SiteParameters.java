package org.plantdeck.plcsim.physics;

/** People, doors, lights, offices and everything else. */
record SiteParameters(
        @Quantity(
                        value = 0.8,
                        unit = "people",
                        min = 0,
                        max = 20,
                        meaning = "Spread of how many people are there")
                double peopleSpread,
        @Quantity(
                        value = 20,
                        unit = "min",
                        min = 0.5,
                        max = 10000,
                        meaning = "Mean time between two openings of the hall's door by day")
                double doorInterval,
        @Quantity(
                        value = 150,
                        unit = "s",
                        min = 5,
                        max = 7200,
                        meaning = "Longest time the door stays open")
                double doorLongest,
        @Quantity(
                        value = 8,
                        unit = "kW",
                        min = 0,
                        max = 200,
                        meaning = "Power of the lights at full level")
                double lighting,
        @Quantity(
                        value = 0.7,
                        unit = "kW",
                        min = 0,
                        max = 50,
                        meaning = "Power of the offices at night")
                double officesNight,
        @Quantity(
                        value = 2.1,
                        unit = "kW",
                        min = 0,
                        max = 50,
                        meaning = "Power the offices add by day")
                double officesDay,
        @Quantity(
                        value = 3,
                        unit = "kW",
                        min = 0,
                        max = 200,
                        meaning = "Power of everything else at any time")
                double otherBase,
        @Quantity(
                        value = 11.5,
                        unit = "kW",
                        min = 0,
                        max = 200,
                        meaning = "Power of everything else that production adds")
                double otherProduction,
        @Quantity(
                        value = 1,
                        unit = "kW",
                        min = 0,
                        max = 200,
                        meaning = "Power of everything else that cleaning adds")
                double otherCleaning,
        @Quantity(value = 0.02, min = 0, max = 0.5, meaning = "Spread of everything else")
                double otherSpread) {}

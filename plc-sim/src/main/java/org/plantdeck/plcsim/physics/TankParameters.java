package org.plantdeck.plcsim.physics;

/** Product tank T1 with supply pump P1 and valve FV1. */
record TankParameters(
        @Quantity(value = 5, unit = "m³", min = 1, max = 100, meaning = "Volume of product tank T1")
                double volume) {}

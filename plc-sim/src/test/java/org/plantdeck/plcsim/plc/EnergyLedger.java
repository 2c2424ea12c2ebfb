package org.plantdeck.plcsim.plc;

import org.plantdeck.signal.Leaves;

import java.util.List;

/** Keeps account of what the energy topic says, and of how far it contradicts itself. */
final class EnergyLedger {

    private static final List<String> LOADS =
            List.of(
                    "loads.line_drives",
                    "loads.supply_pump",
                    "loads.compressor",
                    "loads.chiller",
                    "loads.air_handling",
                    "loads.shrink_tunnel",
                    "loads.lighting",
                    "loads.offices",
                    "loads.losses");
    private static final double SECONDS = PublishedWeekTest.INTERVAL.toSeconds();
    private static final int QUARTER = (int) (900 / SECONDS);

    private final double[] quarter = new double[QUARTER];
    private double quarterSum;
    private int readings;
    private double first;
    private double last;
    private double integralKwh;
    private double worstPower;
    private double worstTriangle;
    private double worstSum;
    private double worstStepBack;
    private double worstDemand;

    void take(Leaves body) {
        double power = number(body, "power_consumption");
        balance(body, power);
        integrate(number(body, "energy_total"), power);
        average(number(body, "demand"), power);
        readings++;
    }

    private void balance(Leaves body, double power) {
        double voltage = mean(body, "voltages");
        double current = mean(body, "currents");
        double computed = Math.sqrt(3) * voltage * current * number(body, "power_factor") / 1000;
        worstPower = Math.max(worstPower, Math.abs(computed / power - 1));
        double triangle = Math.hypot(power, number(body, "reactive_power"));
        worstTriangle =
                Math.max(worstTriangle, Math.abs(triangle - number(body, "apparent_power")));
        double loads = LOADS.stream().mapToDouble(load -> number(body, load)).sum();
        worstSum = Math.max(worstSum, Math.abs(loads - power));
    }

    private void integrate(double meter, double power) {
        if (readings == 0) {
            first = meter;
        } else {
            integralKwh += power * SECONDS / 3600;
            worstStepBack = Math.max(worstStepBack, last - meter);
        }
        last = meter;
    }

    private void average(double demand, double power) {
        int slot = readings % QUARTER;
        quarterSum += power - quarter[slot];
        quarter[slot] = power;
        if (readings >= QUARTER) {
            worstDemand = Math.max(worstDemand, Math.abs(quarterSum / QUARTER - demand));
        }
    }

    private static double mean(Leaves body, String of) {
        return (number(body, of + ".L1") + number(body, of + ".L2") + number(body, of + ".L3")) / 3;
    }

    private static double number(Leaves body, String key) {
        return body.get(key).asDouble();
    }

    int readings() {
        return readings;
    }

    /** Largest relative error of P = √3·U·I·PF. */
    double worstPowerError() {
        return worstPower;
    }

    /** Largest error of S² = P² + Q², kVA. */
    double worstTriangleErrorKva() {
        return worstTriangle;
    }

    /** Largest difference between power and the sum of the loads, kW. */
    double worstSumErrorKw() {
        return worstSum;
    }

    /** Largest difference between demand and the mean of a quarter hour of power, kW. */
    double worstDemandErrorKw() {
        return worstDemand;
    }

    /** What the meter went on by, kWh. */
    double meteredKwh() {
        return last - first;
    }

    double integralKwh() {
        return integralKwh;
    }

    /** The most the meter ever fell, kWh. */
    double worstStepBackKwh() {
        return worstStepBack;
    }
}

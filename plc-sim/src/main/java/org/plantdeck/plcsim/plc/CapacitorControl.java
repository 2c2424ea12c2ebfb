package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.StateArchive;

/**
 * Switches the stages of the capacitor bank. Automatic: one in when the power factor has been below
 * the set point for 15 s, one out when for 60 s it would have been well above it without that stage
 * or the plant has given reactive power back. Each switching starts both delays anew, which gives a
 * stage time to discharge. Manual: as many as were asked for. Threads: one.
 */
final class CapacitorControl {

    static final int STAGES = 4;

    /** What one sound stage gives, kvar. */
    static final double STAGE_KVAR = 10;

    /** Power factor below which a stage is added. */
    static final double SET_POINT = 0.86;

    private static final double HYSTERESIS = 0.03;
    private static final long IN_DELAY_TICKS = 150;
    private static final long OUT_DELAY_TICKS = 600;

    private boolean manual;
    private int stages = 2;
    private long lowTicks;
    private long highTicks;

    void see(Metering meter, boolean outage) {
        if (outage) {
            stages = manual ? stages : 0;
            lowTicks = 0;
            highTicks = 0;
            return;
        }
        if (manual) {
            return;
        }
        lowTicks = isLow(meter) ? lowTicks + 1 : 0;
        highTicks = isHigh(meter) ? highTicks + 1 : 0;
        if (lowTicks >= IN_DELAY_TICKS && stages < STAGES) {
            switchTo(stages + 1);
        } else if (highTicks >= OUT_DELAY_TICKS && stages > 0) {
            switchTo(stages - 1);
        }
    }

    private static boolean isLow(Metering meter) {
        return meter.powerFactor() < SET_POINT && meter.reactiveKvar() > STAGE_KVAR / 2;
    }

    private static boolean isHigh(Metering meter) {
        double withoutOne = meter.reactiveKvar() + STAGE_KVAR;
        double factor =
                meter.powerKw()
                        / StrictMath.sqrt(
                                meter.powerKw() * meter.powerKw() + withoutOne * withoutOne);
        return meter.reactiveKvar() < -STAGE_KVAR / 2 || factor > SET_POINT + HYSTERESIS;
    }

    private void switchTo(int wanted) {
        stages = wanted;
        lowTicks = 0;
        highTicks = 0;
    }

    void manual(boolean on) {
        manual = on;
        lowTicks = 0;
        highTicks = 0;
    }

    boolean isManual() {
        return manual;
    }

    /** Asks for stages by hand. */
    void stages(int wanted) {
        switchTo(wanted);
    }

    /** Stages commanded in. */
    int stages() {
        return stages;
    }

    void archive(StateArchive archive) {
        manual = archive.whole("capacitor.manual", manual ? 1 : 0) == 1;
        stages = (int) archive.whole("capacitor.stages", stages);
        lowTicks = archive.whole("capacitor.low", lowTicks);
        highTicks = archive.whole("capacitor.high", highTicks);
    }
}

package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.StateArchive;

import java.util.Optional;

/**
 * Loads the compressor below 6.8 bar and unloads it above 7.4. Automatic: the motor stops after
 * five minutes unloaded. Manual: the motor runs on. Off: it stands. Without voltage the motor is
 * let go and comes back ten seconds after the voltage. Threads: one.
 */
final class CompressorControl {

    static final double LOAD_BELOW = 6.8;
    static final double UNLOAD_ABOVE = 7.4;

    private static final double UNDERVOLTAGE = 0.7 * GridWatch.NOMINAL_VOLTAGE;
    private static final long STOP_AFTER_TICKS = 3_000;
    private static final long RESTART_TICKS = 100;

    /** What the operator wants of the compressor. */
    enum Mode {
        AUTOMATIC("automatic"),
        OFF("off"),
        MANUAL("manual");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Optional<Mode> ofWord(String word) {
            for (Mode mode : values()) {
                if (mode.word.equals(word)) {
                    return Optional.of(mode);
                }
            }
            return Optional.empty();
        }
    }

    private final SlidingMean loadedShare = new SlidingMean(90, 100);
    private Mode mode = Mode.AUTOMATIC;
    private boolean running = true;
    private boolean loaded;
    private long unloadedTicks;
    private long soundVoltageTicks = RESTART_TICKS;

    void see(double pressureBar, double meanVoltage) {
        soundVoltageTicks = meanVoltage < UNDERVOLTAGE ? 0 : soundVoltageTicks + 1;
        boolean mayRun = mode != Mode.OFF && soundVoltageTicks >= RESTART_TICKS;
        if (!mayRun) {
            running = false;
            loaded = false;
        } else {
            decide(pressureBar);
        }
        unloadedTicks = running && !loaded ? unloadedTicks + 1 : 0;
        loadedShare.add(loaded ? 1 : 0);
    }

    private void decide(double pressureBar) {
        if (pressureBar < LOAD_BELOW) {
            running = true;
            loaded = true;
        } else if (pressureBar > UNLOAD_ABOVE) {
            loaded = false;
        }
        if (mode == Mode.MANUAL) {
            running = true;
        } else if (unloadedTicks >= STOP_AFTER_TICKS) {
            running = false;
        }
    }

    void mode(Mode wanted) {
        mode = wanted;
    }

    Mode mode() {
        return mode;
    }

    boolean isRunning() {
        return running;
    }

    boolean isLoaded() {
        return loaded;
    }

    /** The word as published: loaded, unloaded or stopped. */
    String state() {
        if (!running) {
            return "stopped";
        }
        return loaded ? "loaded" : "unloaded";
    }

    /** Share of the last 15 minutes it ran loaded, %. */
    double loadSharePercent() {
        return 100 * loadedShare.mean();
    }

    void archive(StateArchive archive) {
        loadedShare.archive(archive, "compressor.share");
        mode = Mode.valueOf(archive.text("compressor.mode", mode.name()));
        running = archive.whole("compressor.running", running ? 1 : 0) == 1;
        loaded = archive.whole("compressor.loaded", loaded ? 1 : 0) == 1;
        unloadedTicks = archive.whole("compressor.unloaded", unloadedTicks);
        soundVoltageTicks = archive.whole("compressor.voltage", soundVoltageTicks);
    }
}

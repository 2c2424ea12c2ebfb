package org.plantdeck.historian.demo;

import org.plantdeck.historian.archive.Snapshot;
import org.plantdeck.historian.archive.TagFacts;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A machine that is made up, second by second: what it does in words, and ten tags that go with it.
 * The same seed always lives the same life. Threads: one.
 */
final class Machine {

    /** How many tags it has. */
    static final int TAGS = 10;

    private static final Value RUNNING = Value.of("Execute");
    private static final Value IDLE = Value.of("Idle");
    private static final Value HELD = Value.of("Held");
    private static final Value FAULT = Value.of("Aborted");

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final int DAY = 86_400;
    private static final double AMBIENT = 18;
    private static final double NIGHT_ENDS = 5.0 / 24;
    private static final double NIGHT_BEGINS = 23.0 / 24;

    private final SplittableRandom random;
    private final int[] tags;
    private final double nominal;

    private Value state = IDLE;
    private long stateEnds;
    private double ambient = AMBIENT;
    private double setpoint;
    private double speed;
    private double temperature = AMBIENT;
    private double pressure = 4;
    private double level = 50;
    private boolean isFilling = true;
    private double wear;
    private double parts;
    private double energyKwh;
    private long sensorFailsUntil;

    /**
     * @param tags their numbers in the archive, as many of {@link #facts} as are wanted
     */
    Machine(long seed, int[] tags) {
        random = new SplittableRandom(seed);
        this.tags = tags.clone();
        nominal = 100 + random.nextInt(20) * 10;
        parts = random.nextInt(1_000_000);
        energyKwh = random.nextInt(500_000);
        wear = random.nextDouble();
    }

    /**
     * What its tags are.
     *
     * @param name its own, which begins their keys
     */
    static List<TagFacts> facts(String name) {
        return List.of(
                number(name, "speed", "1/min", "Strokes of the machine a minute"),
                number(name, "temperature", "°C", "Temperature of its main bearing"),
                number(name, "power", "kW", "Active power it takes"),
                number(name, "pressure", "bar", "Gauge pressure of its air supply"),
                number(name, "level", "%", "Level of its supply tank"),
                number(name, "vibration", "mm/s", "Vibration velocity, rms"),
                fact(name, "parts", "COUNT", "", "Parts it made since it was set up"),
                number(name, "energy", "kWh", "Energy it took since it was set up"),
                fact(name, "state", "TEXT", "", "What it does"),
                fact(name, "fault", "FLAG", "", "Whether it calls for somebody"));
    }

    private static TagFacts number(String name, String key, String unit, String meaning) {
        return fact(name, key, "NUMBER", unit, meaning);
    }

    private static TagFacts fact(
            String name, String key, String type, String unit, String meaning) {
        return new TagFacts(name + "." + key, type, unit, meaning);
    }

    /**
     * Lives one second more.
     *
     * @param second since 1970, in UTC
     */
    void step(long second) {
        if (second % MINUTE == 0) {
            double ofDay = (double) Math.floorMod(second, (long) DAY) / DAY;
            ambient = AMBIENT - 5 * Math.cos(2 * Math.PI * (ofDay - 0.1));
            wear += random.nextDouble() * 0.000_2;
        }
        if (second >= stateEnds) {
            change(second);
        }
        speed += (setpoint - speed) * 0.1;
        double load = speed / nominal;
        temperature += (ambient + 35 * load + 8 * wear - temperature) * 0.002 + noise(0.05);
        pressure += (6.2 - 0.8 * load - pressure) * 0.05 + noise(0.01);
        flow(load);
        parts += speed / MINUTE;
        energyKwh += power(load) / HOUR;
        if (random.nextInt(2 * DAY) == 0) {
            sensorFailsUntil = second + 120 + random.nextInt(600);
        }
    }

    /** Decides what it does next: nights are idle, days have stops and now and then a fault. */
    private void change(long second) {
        double ofDay = (double) Math.floorMod(second, (long) DAY) / DAY;
        boolean isNight = ofDay < NIGHT_ENDS || ofDay > NIGHT_BEGINS;
        int dice = random.nextInt(100);
        if (isNight) {
            become(IDLE, second + 10 * MINUTE);
        } else if (!state.equals(RUNNING)) {
            become(RUNNING, second + 10 * MINUTE + random.nextInt(2 * HOUR));
            setpoint = nominal * (0.8 + random.nextInt(5) * 0.05);
        } else if (dice < 60) {
            become(HELD, second + MINUTE + random.nextInt(10 * MINUTE));
        } else if (dice < 90) {
            become(IDLE, second + 5 * MINUTE + random.nextInt(20 * MINUTE));
        } else {
            become(FAULT, second + 5 * MINUTE + random.nextInt(30 * MINUTE));
            wear *= 0.3;
        }
    }

    private void become(Value next, long until) {
        state = next;
        stateEnds = until;
        setpoint = 0;
    }

    private void flow(double load) {
        level += (isFilling ? 0.05 : 0) - 0.03 * load - 0.001;
        if (level > 90) {
            isFilling = false;
        } else if (level < 20) {
            isFilling = true;
        }
    }

    private double power(double load) {
        return load < 0.01 ? 0.4 : 3 + 0.08 * nominal * load;
    }

    /** About as a measurement wavers: mean zero, at most twice the size. */
    private double noise(double size) {
        return (random.nextDouble() + random.nextDouble() - 1) * 2 * size;
    }

    /** Adds its tags to what is measured now. */
    void measure(Snapshot into, long second) {
        double load = speed / nominal;
        Quality sensor = second < sensorFailsUntil ? Quality.BAD : Quality.GOOD;
        int count = tags.length;
        for (int i = 0; i < count; i++) {
            into.add(tags[i], value(i, load), i == 1 ? sensor : Quality.GOOD);
        }
    }

    private Value value(int which, double load) {
        return switch (which) {
            case 0 -> tenths(load < 0.01 ? 0 : speed + noise(0.3));
            case 1 -> tenths(temperature);
            case 2 -> tenths(power(load) + noise(0.1));
            case 3 -> hundredths(pressure);
            case 4 -> tenths(level);
            case 5 -> hundredths(vibration(load));
            case 6 -> Value.of((long) parts);
            case 7 -> tenths(energyKwh);
            case 8 -> state;
            default -> Value.of(state.equals(FAULT));
        };
    }

    /** Grows with wear; now and then there is a knock, which no summary may lose. */
    private double vibration(double load) {
        double knock = random.nextInt(20_000) == 0 ? 6 : 0;
        return load < 0.01 ? 0.05 : 1 + load + 2 * wear + knock + noise(0.1);
    }

    private static Value tenths(double value) {
        return Value.of(Math.rint(value * 10) / 10);
    }

    private static Value hundredths(double value) {
        return Value.of(Math.rint(value * 100) / 100);
    }
}

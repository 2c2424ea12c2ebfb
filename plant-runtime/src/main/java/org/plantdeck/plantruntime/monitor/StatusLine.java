package org.plantdeck.plantruntime.monitor;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the plant does now, in one line for a person. Threads: any. */
final class StatusLine {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final String BETWEEN = " · ";

    private final PlantView view;
    private final Instant wallNow;
    private final List<String> words = new ArrayList<>();

    private StatusLine(PlantView view, Instant wallNow) {
        this.view = view;
        this.wallNow = wallNow;
    }

    /** The line; empty where nothing is known of the plant. */
    static Optional<String> of(PlantView view, Instant wallNow) {
        StatusLine line = new StatusLine(view, wallNow);
        Leaves plant = view.figures("Plant");
        if (isCatchingUp(plant)) {
            line.catchingUp(plant);
        } else {
            line.live(plant);
        }
        line.count(view.figures("Historian"), "stored", "readings stored");
        line.count(view.figures("Bridge"), "windows_sent", "windows sent");
        line.faults(plant);
        return line.words.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(BETWEEN, line.words));
    }

    static boolean isCatchingUp(Leaves plant) {
        return plant.get("catching_up").asText().equals("true");
    }

    private void catchingUp(Leaves plant) {
        plant.number("catch_up_progress")
                .ifPresent(share -> words.add("catching up, %.0f %%".formatted(share * 100)));
        Optional<Instant> simulated = IsoTime.parse(plant.text("simulated_time"));
        simulated.ifPresent(time -> words.add("plant clock " + CLOCK.format(time)));
        OptionalDouble speed = plant.number("true_speed");
        speed.ifPresent(times -> words.add(times(times)));
        if (simulated.isPresent() && speed.isPresent() && speed.getAsDouble() > 1) {
            double behind = Duration.between(simulated.get(), wallNow).toMillis() / 1000.0;
            words.add("about %.0f s left".formatted(Math.max(0, behind / speed.getAsDouble())));
        }
        waiting(plant);
    }

    private void live(Leaves plant) {
        Optional<Reading> lineNow = view.reading(FactorySource.LINE);
        lineNow.ifPresent(it -> words.add(CLOCK.format(it.measuredAt())));
        plant.number("true_speed").ifPresent(it -> words.add(times(it)));
        lineNow.ifPresent(it ->
                words.add(
                        "line %s, %s bottles/min"
                                .formatted(it.values().text("status"), text(it, "line_speed"))));
        view.reading(FactorySource.ENERGY)
                .ifPresent(it -> words.add(text(it, "power_consumption") + " kW"));
        view.reading(FactorySource.ENVIRONMENT)
                .ifPresent(it -> words.add("hall " + text(it, "temperature") + " °C"));
        waiting(plant);
    }

    private void waiting(Leaves plant) {
        String waitingFor = plant.text("waiting_for");
        if (!waitingFor.isEmpty()) {
            words.add("waiting for " + waitingFor);
        }
    }

    private void count(Leaves figures, String figure, String noun) {
        figures.number(figure).ifPresent(it -> words.add("%,d %s".formatted(Math.round(it), noun)));
    }

    private void faults(Leaves plant) {
        plant.number("faults")
                .ifPresent(it -> {
                    long number = Math.round(it);
                    words.add(
                            number == 0
                                    ? "no fault"
                                    : number + (number == 1 ? " fault" : " faults"));
                });
    }

    private static String times(double speed) {
        return speed < 10 ? "%.1f×".formatted(speed) : "%.0f×".formatted(speed);
    }

    private static String text(Reading reading, String key) {
        return reading.values().get(key).asText();
    }
}

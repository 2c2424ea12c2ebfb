package org.plantdeck.plcsim.physics;

import org.plantdeck.signal.Tag;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a fault is written and read: {@code KIND[@SENSOR][:size[:onset[:duration]]]}. */
final class FaultText {

    private static final Pattern SHORT_TIME =
            Pattern.compile("(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?");
    private static final int MOST_PARTS = 4;

    private FaultText() {}

    static Fault parse(String text) {
        String[] part = text.strip().split(":", -1);
        if (part.length > MOST_PARTS) {
            throw wrong(text, "has more than size, onset and duration after its kind");
        }
        String[] subject = part[0].split("@", 2);
        FaultKind kind = FaultKind.named(subject[0]).orElseThrow(() -> unknownKind(text));
        Optional<Sensor> sensor =
                subject.length == 1 ? standardSensor(kind) : Optional.of(sensor(text, subject[1]));
        return new Fault(
                kind,
                sensor,
                present(part, 1).map(it -> size(text, it)).orElse(kind.size().standard()),
                present(part, 2).map(it -> time(text, it)).orElse(Duration.ZERO),
                present(part, 3).map(it -> time(text, it)));
    }

    private static Optional<String> present(String[] part, int index) {
        return index < part.length && !part[index].isBlank()
                ? Optional.of(part[index].strip())
                : Optional.empty();
    }

    static String of(Fault fault) {
        String sensor =
                fault.sensor().flatMap(PublishedSensors::tag).map(it -> "@" + it.name()).orElse("");
        return fault.kind().word()
                + sensor
                + ":"
                + number(fault.size())
                + ":"
                + fault.onset()
                + fault.duration().map(it -> ":" + it).orElse("");
    }

    /** A number without needless decimals. */
    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** The sensor a sensor fault acts on where none is named; none for other kinds. */
    static Optional<Sensor> standardSensor(FaultKind kind) {
        return switch (kind) {
            case STUCK_SENSOR -> Optional.of(Sensor.BOWL_PRESSURE);
            case DRIFTING_SENSOR -> Optional.of(Sensor.BEARING_TEMPERATURE);
            case NOISY_SENSOR -> Optional.of(Sensor.VIBRATION);
            default -> Optional.empty();
        };
    }

    static void requirePublished(FaultKind kind, Sensor sensor) {
        if (PublishedSensors.tag(sensor).isEmpty()) {
            throw new IllegalArgumentException(
                    "fault %s cannot act on %s, which no tag shows as it is read"
                            .formatted(kind.word(), sensor.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static Sensor sensor(String text, String name) {
        return PublishedSensors.named(name)
                .orElseThrow(() ->
                        wrong(
                                text,
                                "names %s, which is no tag that one sensor feeds, as %s is"
                                        .formatted(name, exampleTag())));
    }

    private static String exampleTag() {
        return PublishedSensors.tag(Sensor.BOWL_PRESSURE).map(Tag::name).orElse("");
    }

    private static double size(String text, String number) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException notANumber) {
            throw wrong(text, "has size " + number + ", which is no number", notANumber);
        }
    }

    private static Duration time(String text, String time) {
        Matcher match = SHORT_TIME.matcher(time.toLowerCase(Locale.ROOT));
        if (match.matches() && !time.isEmpty()) {
            return Duration.ofDays(whole(match, 1))
                    .plusHours(whole(match, 2))
                    .plusMinutes(whole(match, 3))
                    .plusSeconds(whole(match, 4));
        }
        try {
            return Duration.parse(time);
        } catch (DateTimeException notATime) {
            throw wrong(text, "has time " + time + ", which is not like 30s, 10m, 2h", notATime);
        }
    }

    private static long whole(Matcher match, int group) {
        String digits = match.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static IllegalArgumentException unknownKind(String text) {
        return wrong(text, "has an unknown kind; the kinds are " + FaultKind.words());
    }

    private static IllegalArgumentException wrong(String text, String what) {
        return new IllegalArgumentException("fault \"" + text + "\" " + what);
    }

    private static IllegalArgumentException wrong(String text, String what, Exception cause) {
        return new IllegalArgumentException("fault \"" + text + "\" " + what, cause);
    }
}

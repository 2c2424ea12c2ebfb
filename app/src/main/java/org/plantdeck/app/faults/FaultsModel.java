package org.plantdeck.app.faults;

import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.plcsim.physics.ActiveFault;
import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.FaultKind;
import org.plantdeck.plcsim.physics.FaultSize;
import org.plantdeck.plcsim.physics.PublishedSensors;
import org.plantdeck.plcsim.physics.Sensor;
import org.plantdeck.signal.Tag;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What can break, what is broken, and what somebody wants to break. Threads: any. */
final class FaultsModel {

    private static final Words WORDS = Words.of(FaultsModel.class);

    private FaultsModel() {}

    /** The name of a kind as a title: "Compressor leak". */
    static String name(FaultKind kind) {
        String words = kind.word().replace('-', ' ');
        String title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return title.replace("Hvac", "HVAC");
    }

    /** What an operator will see of it, in a sentence or two. */
    static String visible(FaultKind kind) {
        return WORDS.say("see-" + kind.word());
    }

    /** What its size may be and means. */
    static String range(FaultKind kind) {
        FaultSize size = kind.size();
        return WORDS.say(
                "range",
                number(size.min()),
                number(size.max()),
                size.unit(),
                number(size.standard()),
                size.meaning());
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** The tags a sensor fault can act on, those of the line first. */
    static List<Tag> sensors() {
        return Arrays.stream(Sensor.values())
                .flatMap(it -> PublishedSensors.tag(it).stream())
                .toList();
    }

    /** The tag a sensor fault acts on where none is chosen. */
    static Optional<Tag> standardSensor(FaultKind kind) {
        return new Fault(kind).sensor().flatMap(PublishedSensors::tag);
    }

    /**
     * What somebody has typed.
     *
     * @param kind what is to break
     * @param sensor whose sensor; only for a sensor fault
     * @param size how badly; empty for the standard
     * @param onset plant time until it begins; empty for at once
     * @param duration plant time it lasts; empty for until it is ended
     */
    record Entry(FaultKind kind, Optional<Tag> sensor, String size, String onset, String duration) {

        private String subject() {
            return kind.word()
                    + sensor.filter(_ -> kind.onSensor()).map(it -> "@" + it.name()).orElse("");
        }
    }

    /**
     * What is wrong with it, field by field; empty where nothing is.
     *
     * @param size wrong with the size
     * @param onset wrong with the onset
     * @param duration wrong with the duration
     * @param fault the fault, where nothing is
     */
    record Checked(String size, String onset, String duration, Optional<Fault> fault) {}

    /** Checks an entry, in the words of the plant itself. */
    static Checked check(Entry entry) {
        String number = entry.size().strip().replace(',', '.');
        String subject = entry.subject();
        String size = wrong(subject + ":" + number);
        String onset = wrong(subject + "::" + entry.onset().strip());
        String duration = wrong(subject + ":::" + entry.duration().strip());
        boolean sound = size.isEmpty() && onset.isEmpty() && duration.isEmpty();
        return new Checked(
                size,
                onset,
                duration,
                sound
                        ? Optional.of(
                                Fault.parse(
                                        String.join(
                                                ":",
                                                subject,
                                                number,
                                                entry.onset().strip(),
                                                entry.duration().strip())))
                        : Optional.empty());
    }

    private static String wrong(String text) {
        try {
            Fault.parse(text);
            return "";
        } catch (IllegalArgumentException refused) {
            String sentence = String.valueOf(refused.getMessage());
            return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
        }
    }

    /** What will happen, in a sentence, before it is done. */
    static String consequence(Fault fault) {
        String what = WORDS.say("what", name(fault.kind()), size(fault), on(fault));
        String when =
                fault.onset().isZero()
                        ? WORDS.say("at-once")
                        : WORDS.say("after", Times.span(fault.onset()));
        String until =
                fault.duration()
                        .map(it -> WORDS.say("lasts", Times.span(it)))
                        .orElse(WORDS.say("until-ended"));
        return WORDS.say("consequence", what, when, until, visible(fault.kind()));
    }

    private static String size(Fault fault) {
        return number(fault.size()) + " " + fault.kind().size().unit();
    }

    private static String on(Fault fault) {
        return fault.sensor()
                .flatMap(PublishedSensors::tag)
                .map(it -> WORDS.say("on", it.name()))
                .orElse("");
    }

    /**
     * A fault the plant has.
     *
     * @param kind its kind
     * @param name in words, with the tag of its sensor
     * @param size how badly
     * @param acts whether it acts, or still waits
     * @param begins when
     * @param left plant time until it begins or ends; a word where it stays
     */
    record Line(
            FaultKind kind, String name, String size, boolean acts, String begins, String left) {}

    /**
     * The faults that act or wait, in the order they begin.
     *
     * @param now the plant's time
     */
    static List<Line> lines(List<ActiveFault> faults, Instant now) {
        return faults.stream()
                .sorted(Comparator.comparing(ActiveFault::begins))
                .map(it ->
                        new Line(
                                it.fault().kind(),
                                name(it.fault().kind()) + on(it.fault()),
                                size(it.fault()),
                                it.actsAt(now),
                                Times.dayAndSecond(it.begins()),
                                left(it, now)))
                .toList();
    }

    private static String left(ActiveFault fault, Instant now) {
        if (now.isBefore(fault.begins())) {
            return WORDS.say("begins-in", Times.span(Duration.between(now, fault.begins())));
        }
        return fault.ends()
                .map(it -> Times.span(Duration.between(now, it)))
                .orElse(WORDS.say("stays"));
    }

    /** How many faults the plant of another process says it has; empty where it says nothing. */
    static String elsewhere(Snapshot now) {
        OptionalDouble faults =
                now.local().isUp()
                        ? now.part("Plant")
                                .map(it -> it.status().health().figures().number("faults"))
                                .orElse(OptionalDouble.empty())
                        : OptionalDouble.empty();
        return faults.isPresent()
                ? WORDS.say("elsewhere-count", Numbers.text(faults.getAsDouble(), 0))
                : "";
    }

    /** How many faults there are, in words. */
    static String context(List<Line> lines) {
        long acting = lines.stream().filter(Line::acts).count();
        return lines.isEmpty()
                ? WORDS.say("sound")
                : WORDS.say("count", Numbers.text(acting), Numbers.text(lines.size() - acting));
    }
}

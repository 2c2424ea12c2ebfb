package org.plantdeck.app.cloud;

import org.plantdeck.app.live.PartNow;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.cloudanalytics.kpis.Kpis;
import org.plantdeck.cloudanalytics.store.AlertEpisode;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Health;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the key figures of the cloud say in words. Threads: any; it holds nothing. */
final class CloudModel {

    private static final Words WORDS = Words.of(CloudModel.class);
    private static final int STALE_PERIODS = 3;
    private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(1);

    private CloudModel() {}

    /**
     * A key figure.
     *
     * @param value with its unit
     * @param note what to make of it; empty where nothing is known
     * @param stale whether a newer one should have come
     */
    record Kpi(String value, String note, boolean stale) {}

    /** The row of key figures. */
    record Row(Kpi health, Kpi power, Kpi efficiency, Kpi comfort, Kpi energy, Kpi age) {

        /** All of them, from left to right. */
        List<Kpi> kpis() {
            return List.of(health, power, efficiency, comfort, energy, age);
        }
    }

    /**
     * The newest window.
     *
     * @param window what it says
     * @param age wall time since it arrived here; empty where it was read from the database
     * @param speed simulated over wall time
     */
    record Newest(AnalyticsWindow window, Optional<Duration> age, double speed) {

        /** Whether the next one should be here. */
        boolean isStale() {
            Duration period = Duration.between(window.start(), window.end());
            double limit = STALE_PERIODS * (double) period.toMillis() / Math.max(0.01, speed);
            double least = Math.max((double) SHORTEST_SILENCE.toMillis(), limit);
            return age.isEmpty() || (double) age.get().toMillis() > least;
        }
    }

    /**
     * The row.
     *
     * @param newest empty where no window has arrived here yet
     * @param figures empty where analytics.db has not been read
     * @param day likewise
     */
    static Row row(
            Optional<Newest> newest, Optional<CloudFigures> figures, Optional<DayFigures> day) {
        return new Row(
                live(newest, text(newest, "facility_status.overall_health"), health(figures)),
                live(
                        newest,
                        number(newest, CloudFigures.POWER, 1, "kW"),
                        newest.isEmpty()
                                ? ""
                                : text(newest, "energy_analytics.power_consumption.trend")),
                live(
                        newest,
                        number(newest, "facility_status.energy_efficiency", 1, "%"),
                        points(day, it -> it.energy().efficiencyPercent())),
                live(
                        newest,
                        number(newest, "facility_status.environmental_comfort", 1, "%"),
                        points(day, it -> it.hall().comfortPercent())),
                energy(day),
                age(newest, day));
    }

    /** What to know of the analytics, beside what it recommends. */
    static String analytics(Optional<PartNow> part) {
        boolean ended =
                part.map(it -> it.status().health().state() == Health.State.OFFLINE).orElse(false);
        return WORDS.say(ended ? "recommendations.ended" : "recommendations.context");
    }

    private static Kpi live(Optional<Newest> newest, String value, String note) {
        boolean stale = newest.map(Newest::isStale).orElse(false);
        return new Kpi(value, stale ? newest.map(CloudModel::asOf).orElse(note) : note, stale);
    }

    private static String asOf(Newest newest) {
        return newest.age()
                .map(Times::age)
                .orElseGet(() -> WORDS.say("as-of", Times.dayAndMinute(newest.window().end())));
    }

    private static String text(Optional<Newest> newest, String path) {
        return newest.map(it -> it.window().values().text(path))
                .filter(it -> !it.isEmpty())
                .orElse(Numbers.NONE);
    }

    private static String number(Optional<Newest> newest, String path, int decimals, String unit) {
        OptionalDouble number =
                newest.map(it -> it.window().values().number(path)).orElse(OptionalDouble.empty());
        return number.isPresent()
                ? Numbers.text(number.getAsDouble(), decimals) + " " + unit
                : Numbers.NONE;
    }

    private static String health(Optional<CloudFigures> figures) {
        return figures.map(it -> health(it.alerts(), it.latest().end())).orElse("");
    }

    private static String health(List<AlertEpisode> alerts, Instant now) {
        long active = alerts.stream().filter(AlertEpisode::active).count();
        if (active > 0) {
            return active == 1
                    ? WORDS.say("health.alert")
                    : WORDS.say("health.alerts", Numbers.text(active));
        }
        return alerts.stream()
                .map(AlertEpisode::lastSeen)
                .max(Comparator.naturalOrder())
                .map(it -> WORDS.say("health.last-alert", Times.span(Duration.between(it, now))))
                .orElseGet(() -> WORDS.say("health.no-alert"));
    }

    private static String points(
            Optional<DayFigures> day, java.util.function.Function<Kpis, OptionalDouble> figure) {
        return day.map(it ->
                        it.change(figure)
                                .map(change -> said(change, change.amount(), "points"))
                                .orElseGet(() -> WORDS.say("no-day-before")))
                .orElse("");
    }

    private static Kpi energy(Optional<DayFigures> day) {
        OptionalDouble energy =
                day.map(DayFigures::kwhPer1000Bottles).orElse(OptionalDouble.empty());
        String note =
                day.map(it ->
                                it.energyChange()
                                        .map(change -> said(change, 100 * change.amount(), "%"))
                                        .orElseGet(() -> WORDS.say("no-day-before")))
                        .orElse("");
        return energy.isPresent()
                ? new Kpi(Numbers.text(energy.getAsDouble(), 1) + " kWh", note, false)
                : new Kpi(Numbers.NONE, day.isPresent() ? WORDS.say("no-bottles") : "", false);
    }

    private static String said(DayFigures.Change change, double amount, String unit) {
        String size = Numbers.text(Math.abs(amount), 1);
        boolean none = size.equals(Numbers.text(0.0, 1));
        String said =
                none
                        ? WORDS.say("change.none")
                        : WORDS.say(amount > 0 ? "change.more" : "change.less", size, unit);
        return change.compared().compareTo(DayFigures.DAY) >= 0
                ? said
                : WORDS.say("change.over", said, Times.span(change.compared()));
    }

    private static Kpi age(Optional<Newest> newest, Optional<DayFigures> day) {
        Optional<Duration> age = newest.flatMap(Newest::age);
        return new Kpi(
                age.map(Times::span).orElse(Numbers.NONE),
                day.map(CloudModel::arrived).orElse(""),
                newest.map(Newest::isStale).orElse(false));
    }

    private static String arrived(DayFigures day) {
        String span = Times.span(day.lived());
        return day.windows() >= day.expectedWindows()
                ? WORDS.say("arrived.all", Numbers.text(day.windows()), span)
                : WORDS.say(
                        "arrived.some",
                        Numbers.text(day.windows()),
                        Numbers.text(day.expectedWindows()),
                        span);
    }
}

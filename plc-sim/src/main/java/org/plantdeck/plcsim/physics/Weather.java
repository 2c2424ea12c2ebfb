package org.plantdeck.plcsim.physics;

import java.time.Instant;

/**
 * Weather outdoors: year and day follow the sun, warm and cold air comes and goes. The day is that
 * of the shift calendar, so that afternoons are warm whenever a run was started. Steps of a second.
 */
final class Weather {

    private static final double TURN = 2 * Math.PI;
    private static final double HOUR = 3600;
    private static final double DAY_SECONDS = 86_400;
    private static final double YEAR_DAYS = 365.2425;
    private static final double WARMEST_DAY = 202;
    private static final double WARMEST_HOUR = 15;

    private final WeatherParameters parameters;
    private final ShiftCalendar calendar;
    private final RandomStream dice;
    private final Wander air;
    private final Wander moisture;
    private final Wander dust;
    private double temperature;
    private double dewPoint;
    private double humidity;
    private double humidityRatio;

    Weather(WeatherParameters parameters, long seed, ShiftCalendar calendar) {
        this.parameters = parameters;
        this.calendar = calendar;
        this.dice = new RandomStream(seed, "weather");
        this.air =
                new Wander(dice, "weather.air", parameters.spread(), parameters.memory() * HOUR, 1);
        this.moisture = new Wander(dice, "weather.moisture", 1.5, 20 * HOUR, 1);
        this.dust = new Wander(dice, "weather.dust", parameters.dustSpread(), 12 * HOUR, 1);
    }

    void step(Instant now) {
        air.step();
        moisture.step();
        dust.step();
        observe(now);
    }

    /** Takes the weather of an instant from the state of the air. */
    void observe(Instant now) {
        double day = now.getEpochSecond() / DAY_SECONDS;
        double season = StrictMath.cos(TURN * (day - WARMEST_DAY) / YEAR_DAYS);
        double sun = StrictMath.cos(TURN * (calendar.hourOfDay(now) - WARMEST_HOUR) / 24);
        double mean = parameters.yearMean() + parameters.yearSwing() * season + air.value();
        temperature = mean + parameters.daySwing() * sun;
        double wanted = mean - parameters.dewPointDepression() + moisture.value();
        dewPoint = Math.min(wanted, temperature - 0.2);
        humidity =
                100
                        * Psychrometrics.saturationPressureHpa(dewPoint)
                        / Psychrometrics.saturationPressureHpa(temperature);
        humidityRatio = Psychrometrics.humidityRatio(dewPoint, 100);
    }

    /** °C. */
    double temperature() {
        return temperature;
    }

    /** Relative humidity, %. */
    double humidity() {
        return humidity;
    }

    /** Water, g in a kg of dry air. */
    double humidityRatio() {
        return humidityRatio;
    }

    /** Carbon dioxide, ppm. */
    double carbonDioxide() {
        return parameters.carbonDioxide();
    }

    /** Fine dust, µg/m³. */
    double dust() {
        return Math.max(1, parameters.dust() + dust.value());
    }

    void archive(StateArchive archive) {
        dice.archive(archive);
        air.archive(archive);
        moisture.archive(archive);
        dust.archive(archive);
        temperature = archive.number("weather.temperature", temperature);
        dewPoint = archive.number("weather.dew-point", dewPoint);
        humidity = archive.number("weather.humidity", humidity);
        humidityRatio = archive.number("weather.humidity-ratio", humidityRatio);
    }
}

package org.plantdeck.plcsim.physics;

import java.time.Instant;

/** Lights, offices and everything else that takes power: pumps for water, chargers, computers. */
final class SiteLoads {

    private static final double OFFICE_OPENS = 6.5;
    private static final double OFFICE_CLOSES = 17.5;

    private final SiteParameters parameters;
    private final ShiftCalendar calendar;
    private final RandomStream dice;
    private final Wander spread;
    private final Lag offices;
    private final Lag other;
    private double lighting;

    SiteLoads(SiteParameters parameters, long seed, ShiftCalendar calendar, Instant now) {
        this.parameters = parameters;
        this.calendar = calendar;
        this.dice = new RandomStream(seed, "site");
        this.spread = new Wander(dice, "site.spread", parameters.otherSpread(), 120, 1);
        this.offices = new Lag("site.offices", 1500, 1, officesAt(now));
        this.other = new Lag("site.other", 90, 1, otherAt(now));
        this.lighting = parameters.lighting();
    }

    private double officesAt(Instant now) {
        double hour = calendar.hourOfDay(now);
        boolean open = hour >= OFFICE_OPENS && hour < OFFICE_CLOSES;
        return parameters.officesNight() + (open ? parameters.officesDay() : 0);
    }

    private double otherAt(Instant now) {
        double added =
                switch (calendar.phaseAt(now)) {
                    case PRODUCTION, CHANGEOVER, BREAK -> parameters.otherProduction();
                    case CLEANING -> parameters.otherCleaning();
                    case IDLE -> 0;
                };
        return parameters.otherBase() + added;
    }

    /** Follows the calendar for one second. */
    void step(Instant now) {
        spread.step();
        offices.follow(officesAt(now));
        other.follow(otherAt(now));
    }

    /** Sets the lights' level, %. */
    void light(double level) {
        lighting = parameters.lighting() * level / 100;
    }

    /** Power of the lights, kW. */
    double lighting() {
        return lighting;
    }

    /** Power of the offices, kW. */
    double offices() {
        return offices.value();
    }

    /** Power of everything else, kW. */
    double other() {
        return other.value() * (1 + spread.value());
    }

    void archive(StateArchive archive) {
        dice.archive(archive);
        spread.archive(archive);
        offices.archive(archive);
        other.archive(archive);
        lighting = archive.number("site.lighting", lighting);
    }
}

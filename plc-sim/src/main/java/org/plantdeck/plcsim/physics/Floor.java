package org.plantdeck.plcsim.physics;

import java.time.Instant;

/** Who and what comes and goes in the hall: people by the calendar, the door. Steps of a second. */
final class Floor {

    private static final double MINUTE = 60;
    private static final int FULL_HOUSE = 14;

    private final SiteParameters parameters;
    private final ShiftCalendar calendar;
    private final RandomStream dice;
    private final Wander attendance;
    private final Lag presence;
    private double people;
    private double doorOpenLeft;

    Floor(SiteParameters parameters, long seed, ShiftCalendar calendar, Instant now) {
        this.parameters = parameters;
        this.calendar = calendar;
        this.dice = new RandomStream(seed, "floor");
        this.attendance = new Wander(dice, "floor.attendance", parameters.peopleSpread(), 1200, 1);
        this.presence = new Lag("floor.presence", 60, 1, calendar.peopleAt(now));
        this.people = calendar.peopleAt(now);
    }

    void step(Instant now) {
        double planned = presence.follow(calendar.peopleAt(now));
        double share = Math.min(1, planned / FULL_HOUSE);
        people = Math.max(0, Math.rint(planned + attendance.step() * share));
        double whether = dice.uniform();
        double howLong = dice.uniform();
        doorOpenLeft = Math.max(0, doorOpenLeft - 1);
        double chance = share / (parameters.doorInterval() * MINUTE);
        if (doorOpenLeft == 0 && whether < chance) {
            doorOpenLeft = Math.ceil(parameters.doorLongest() * (0.2 + 0.8 * howLong));
        }
    }

    /** People in the hall, a count. */
    double people() {
        return people;
    }

    boolean doorOpen() {
        return doorOpenLeft > 0;
    }

    void archive(StateArchive archive) {
        dice.archive(archive);
        attendance.archive(archive);
        presence.archive(archive);
        people = archive.number("floor.people", people);
        doorOpenLeft = archive.number("floor.door-open-left", doorOpenLeft);
    }
}

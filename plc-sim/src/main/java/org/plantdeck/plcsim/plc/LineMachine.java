package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.physics.StateArchive;

import java.time.Instant;
import java.util.Optional;

/**
 * The PackML state machine of the line with the speed reference of its drive. In production it
 * suspends for breaks, changeovers and what is missing, and resumes by itself what it has suspended
 * by itself; it completes when the plan of the day ends and starts again when the next one begins.
 * A tripped drive aborts it in every mode. A run begins in Execute at its set point: the plant is
 * warm. Threads: one.
 */
final class LineMachine {

    private static final double PLANNED_SPEED = 105;
    private static final double STARTING_RAMP = 5;
    private static final double RUNNING_RAMP = 2;
    private static final double STOPPING_RAMP = 10;
    private static final double STANDS_BELOW = 1;
    private static final long WARNING_TICKS = 40;
    private static final long RESETTING_TICKS = 30;
    private static final long CLEARING_TICKS = 20;
    private static final long CLEARING_LIMIT_TICKS = 100;
    private static final long STANDSTILL_LIMIT_TICKS = 300;

    private PackState state = PackState.EXECUTE;
    private PackMode mode = PackMode.PRODUCTION;
    private Loss loss = Loss.OTHER;
    private Instant since;
    private long ticksInState;
    private boolean suspendedByOperator;
    private boolean startsByItself;
    private double setpoint = PLANNED_SPEED;
    private double reference = PLANNED_SPEED;

    LineMachine(Instant runStart) {
        since = runStart;
    }

    /** One scan: looks at what keeps the line from running, then does the work of the state. */
    void scan(Instant now, Interlock interlock, double lineSpeed) {
        ticksInState++;
        supervise(now, interlock);
        ramp();
        if (state.isActing() && isDone(interlock, lineSpeed)) {
            lead(now, interlock);
        }
    }

    private void supervise(Instant now, Interlock interlock) {
        if (interlock == Interlock.DRIVE_TRIPPED) {
            if (state != PackState.CLEARING && order(PackCommand.ABORT, now)) {
                loss = Loss.BREAKDOWN;
            }
        } else if (mode == PackMode.PRODUCTION) {
            followThePlan(now, interlock);
        }
    }

    private void followThePlan(Instant now, Interlock interlock) {
        boolean free = interlock == Interlock.NONE;
        switch (state) {
            case EXECUTE, SUSPENDED -> {
                if (interlock == Interlock.CLEANING) {
                    order(PackCommand.COMPLETE, now);
                    loss = Loss.OTHER;
                } else if (!free) {
                    order(PackCommand.SUSPEND, now);
                    loss = interlock.loss();
                } else if (state == PackState.SUSPENDED && !suspendedByOperator) {
                    order(PackCommand.UNSUSPEND, now);
                }
            }
            case COMPLETE -> {
                if (interlock != Interlock.CLEANING) {
                    order(PackCommand.RESET, now);
                    startsByItself = true;
                }
            }
            case IDLE -> {
                if (free && startsByItself) {
                    order(PackCommand.START, now);
                }
            }
            default -> {}
        }
    }

    private void ramp() {
        double target = target();
        if (state == PackState.ABORTING || state == PackState.ABORTED) {
            reference = 0;
        } else if (reference < target) {
            double perSecond = state == PackState.EXECUTE ? RUNNING_RAMP : STARTING_RAMP;
            reference = Math.min(target, reference + perSecond * PlantTime.TICK_SECONDS);
        } else {
            double perSecond = state == PackState.EXECUTE ? RUNNING_RAMP : STOPPING_RAMP;
            reference = Math.max(target, reference - perSecond * PlantTime.TICK_SECONDS);
        }
    }

    private double target() {
        return switch (state) {
            case STARTING -> ticksInState < WARNING_TICKS ? 0 : speedInMode();
            case EXECUTE, UNHOLDING, UNSUSPENDING -> speedInMode();
            default -> 0;
        };
    }

    private double speedInMode() {
        return Math.min(setpoint, mode.topSpeed());
    }

    private boolean isDone(Interlock interlock, double lineSpeed) {
        boolean stands =
                reference == 0
                        && (lineSpeed < STANDS_BELOW || ticksInState >= STANDSTILL_LIMIT_TICKS);
        return switch (state) {
            case RESETTING -> ticksInState >= RESETTING_TICKS;
            case STARTING -> ticksInState >= WARNING_TICKS && reference == speedInMode();
            case UNHOLDING, UNSUSPENDING -> reference == speedInMode();
            case CLEARING ->
                    ticksInState >= CLEARING_LIMIT_TICKS
                            || (ticksInState >= CLEARING_TICKS
                                    && interlock != Interlock.DRIVE_TRIPPED);
            default -> stands;
        };
    }

    private void lead(Instant now, Interlock interlock) {
        if (state == PackState.CLEARING && interlock == Interlock.DRIVE_TRIPPED) {
            enter(PackState.ABORTING, now);
            return;
        }
        state.next().ifPresent(next -> enter(next, now));
    }

    /**
     * Gives a command of the standard.
     *
     * @return whether the state allowed it
     */
    private boolean order(PackCommand command, Instant now) {
        Optional<PackState> next = PackMl.next(state, command);
        next.ifPresent(to -> enter(to, now));
        return next.isPresent();
    }

    private void enter(PackState to, Instant now) {
        state = to;
        since = now;
        ticksInState = 0;
    }

    /** Carries out an operator's command, which the state must allow. */
    void operate(PackCommand command, Instant now) {
        switch (command) {
            case STOP, HOLD, SUSPEND -> loss = Loss.OPERATOR;
            case ABORT -> loss = Loss.BREAKDOWN;
            default -> {}
        }
        suspendedByOperator = command == PackCommand.SUSPEND;
        startsByItself = false;
        order(command, now);
    }

    void mode(PackMode wanted) {
        mode = wanted;
        startsByItself = false;
    }

    /** Asks for a speed, bottles a minute. */
    void setpoint(double bottlesPerMinute) {
        setpoint = bottlesPerMinute;
    }

    PackState state() {
        return state;
    }

    PackMode mode() {
        return mode;
    }

    /** When the state was entered. */
    Instant since() {
        return since;
    }

    /** Where planned busy time goes for as long as the line is not in Execute. */
    Loss loss() {
        return loss;
    }

    double setpoint() {
        return setpoint;
    }

    /** Speed reference of the drive, bottles a minute. */
    double reference() {
        return reference;
    }

    /** Whether the drive has been asked for all the speed the set point wants. */
    boolean isAtSpeed() {
        return state != PackState.EXECUTE || reference == speedInMode();
    }

    /** Whether nothing but an operator's command brings the line back to producing. */
    boolean waitsForOperator() {
        return switch (state) {
            case STARTING, EXECUTE, UNHOLDING, UNSUSPENDING, COMPLETING, COMPLETE -> false;
            case SUSPENDING, SUSPENDED -> suspendedByOperator;
            case RESETTING, IDLE -> !startsByItself;
            default -> true;
        };
    }

    /** How long the state has lasted, ticks. */
    long ticksInState() {
        return ticksInState;
    }

    void archive(StateArchive archive) {
        state = PackState.valueOf(archive.text("machine.state", state.name()));
        mode = PackMode.valueOf(archive.text("machine.mode", mode.name()));
        loss = Loss.valueOf(archive.text("machine.loss", loss.name()));
        since = Instant.ofEpochMilli(archive.whole("machine.since", since.toEpochMilli()));
        ticksInState = archive.whole("machine.ticks", ticksInState);
        suspendedByOperator =
                archive.whole("machine.suspended_by_operator", suspendedByOperator ? 1 : 0) == 1;
        startsByItself = archive.whole("machine.starts_by_itself", startsByItself ? 1 : 0) == 1;
        setpoint = archive.number("machine.setpoint", setpoint);
        reference = archive.number("machine.reference", reference);
    }
}

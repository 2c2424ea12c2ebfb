package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.Actuator;
import org.plantdeck.plcsim.physics.FieldBus;
import org.plantdeck.plcsim.physics.ShiftCalendar;
import org.plantdeck.plcsim.physics.ShiftMoment;
import org.plantdeck.plcsim.physics.StateArchive;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.IsoTime;

import java.time.Instant;
import java.util.Optional;

/** PLC1: runs the line by PackML, keeps the product tank and the bowl, and books the shift. */
final class LineProgram implements PlcProgram {

    /** Pressure the bowl is regulated to, bar. */
    static final double BOWL_PRESSURE = 1.25;

    /** Speed the shift plan counts with, bottles a minute. */
    private static final double PLANNED_SPEED = 105;

    /** How long the shrink tunnel is kept warm while the line waits, ticks. */
    private static final long KEEP_WARM_TICKS = 3_000;

    private final ShiftCalendar calendar;
    private final PassedOn passedOn = new PassedOn(FactorySource.LINE);
    private final LineInterlocks interlocks = new LineInterlocks();
    private final LineMachine machine;
    private final LineCommands commands;
    private final TankControl tank = new TankControl();
    private final ShiftBook book = new ShiftBook();
    private final QualityWindow quality = new QualityWindow();
    private final LineAlarm alarm = new LineAlarm();
    private Instant now;

    LineProgram(Instant runStart) {
        calendar = new ShiftCalendar(runStart);
        machine = new LineMachine(runStart);
        commands = new LineCommands(machine, interlocks);
        now = runStart;
    }

    @Override
    public FactorySource source() {
        return FactorySource.LINE;
    }

    @Override
    public void scan(FieldBus field) {
        now = field.time().now();
        passedOn.read(field);
        LineInputs inputs = LineInputs.read(field);
        ShiftMoment moment = calendar.at(now);
        interlocks.see(inputs, moment.phase());
        machine.scan(now, interlocks.present(), inputs.speed());
        quality.see(machine.state() == PackState.EXECUTE, inputs.counts());
        book.see(field.time(), moment, inputs.counts(), machine);
        alarm.see(machine, interlocks.present(), inputs, quality.percent());
        write(field);
        tank.scan(field);
    }

    private void write(FieldBus field) {
        PackState state = machine.state();
        field.write(Actuator.DRIVE_SPEED, machine.reference());
        field.write(Actuator.DRIVE_RESET, state == PackState.CLEARING ? 1 : 0);
        field.write(Actuator.BOWL_PRESSURE_SETPOINT, BOWL_PRESSURE);
        field.write(Actuator.PURGE, machine.reference() > 0 ? 1 : 0);
        field.write(Actuator.SHRINK_TUNNEL, heats(state) ? 1 : 0);
    }

    private boolean heats(PackState state) {
        return switch (state) {
            case STARTING, EXECUTE, UNHOLDING, UNSUSPENDING, HOLDING, SUSPENDING -> true;
            case HELD, SUSPENDED -> machine.ticksInState() < KEEP_WARM_TICKS;
            default -> false;
        };
    }

    @Override
    public void describe(Body body) {
        ShiftMoment moment = calendar.at(now);
        passedOn.describe(body);
        book.describe(body);
        body.number("quality_rate", quality.percent())
                .flag("alarm", alarm.isRaised())
                .text("status", machine.state().status())
                .text("state", machine.state().word())
                .text("state_since", IsoTime.format(machine.since()))
                .text("mode", machine.mode().word())
                .text("interlock", interlock())
                .number("speed_setpoint", machine.setpoint())
                .number("pressure_setpoint", BOWL_PRESSURE)
                .number("tank.level_setpoint", TankControl.LEVEL)
                .text("shift.name", moment.shift())
                .text("shift.phase", moment.phase().word())
                .count("shift.planned_count", moment.plannedCount(PLANNED_SPEED))
                .count("shift.target_count", moment.targetCount(PLANNED_SPEED))
                .text(
                        "shift.next_changeover",
                        moment.nextChangeover().map(IsoTime::format).orElse(""));
    }

    private String interlock() {
        Interlock present = interlocks.present();
        return present == Interlock.NONE && machine.waitsForOperator()
                ? "operator"
                : present.word();
    }

    @Override
    public Optional<String> refusal(Command command) {
        return commands.refusal(command);
    }

    @Override
    public void execute(Command command) {
        commands.execute(command, now);
    }

    @Override
    public Outcome outcome(String command) {
        return commands.outcome(command);
    }

    @Override
    public void archive(StateArchive archive) {
        now = Instant.ofEpochMilli(archive.whole("now", now.toEpochMilli()));
        interlocks.archive(archive);
        machine.archive(archive);
        tank.archive(archive);
        book.archive(archive);
        quality.archive(archive);
        alarm.archive(archive);
    }
}

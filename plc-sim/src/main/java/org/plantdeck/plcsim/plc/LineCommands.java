package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.plc.PlcProgram.Outcome;
import org.plantdeck.signal.Command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What operators may ask of the line, and how far it has come. Threads: one. */
final class LineCommands {

    private static final double LEAST_SPEED = 30;
    private static final double MOST_SPEED = 120;
    private static final List<String> MODES =
            Arrays.stream(PackMode.values()).map(it -> it.word().toLowerCase(Locale.ROOT)).toList();

    private final LineMachine machine;
    private final LineInterlocks interlocks;

    LineCommands(LineMachine machine, LineInterlocks interlocks) {
        this.machine = machine;
        this.interlocks = interlocks;
    }

    Optional<String> refusal(Command command) {
        Optional<PackCommand> order = PackCommand.ofWord(command.command());
        if (order.isPresent()) {
            return refusal(order.get());
        }
        return switch (command.command()) {
            case "speed_setpoint" -> Asked.outside(command, LEAST_SPEED, MOST_SPEED, "bottles/min");
            case "mode" -> modeRefusal(command);
            default -> Asked.unknown(command, known());
        };
    }

    private Optional<String> refusal(PackCommand order) {
        Set<PackCommand> allowed = PackMl.allowed(machine.mode(), machine.state());
        if (!allowed.contains(order)) {
            return Optional.of(
                    "%s is not allowed in %s; allowed: %s"
                            .formatted(order.word(), machine.state().word(), words(allowed)));
        }
        Interlock present = interlocks.present();
        boolean runs = order == PackCommand.START || order == PackCommand.UNSUSPEND;
        if (runs && machine.mode() == PackMode.PRODUCTION && present != Interlock.NONE) {
            return Optional.of(
                    "%s is not possible now: %s".formatted(order.word(), present.word()));
        }
        return Optional.empty();
    }

    private static String words(Set<PackCommand> commands) {
        return commands.stream()
                .filter(it -> it != PackCommand.COMPLETE)
                .map(PackCommand::word)
                .collect(Collectors.joining(", "));
    }

    private Optional<String> modeRefusal(Command command) {
        if (!PackMl.allowsModeChange(machine.state())) {
            return Optional.of(
                    "mode is not allowed in %s; allowed in Stopped, Idle, Complete, Aborted"
                            .formatted(machine.state().word()));
        }
        return Asked.noneOf(command, MODES);
    }

    private static List<String> known() {
        List<String> known =
                Arrays.stream(PackCommand.values())
                        .filter(it -> it != PackCommand.COMPLETE)
                        .map(PackCommand::word)
                        .collect(Collectors.toCollection(ArrayList::new));
        known.add("speed_setpoint");
        known.add("mode");
        return known;
    }

    void execute(Command command, Instant now) {
        switch (command.command()) {
            case "speed_setpoint" -> machine.setpoint(command.value().asDouble());
            case "mode" -> PackMode.ofWord(Asked.word(command)).ifPresent(machine::mode);
            default ->
                    PackCommand.ofWord(command.command())
                            .ifPresent(order -> machine.operate(order, now));
        }
    }

    Outcome outcome(String command) {
        return switch (command) {
            case "speed_setpoint" ->
                    machine.isAtSpeed() ? new Outcome.Done() : new Outcome.UnderWay();
            case "mode" -> new Outcome.Done();
            default ->
                    PackCommand.ofWord(command)
                            .map(this::outcome)
                            .orElse(new Outcome.Failed("Unknown command " + command));
        };
    }

    private Outcome outcome(PackCommand order) {
        PackState way =
                switch (order) {
                    case RESET -> PackState.RESETTING;
                    case START -> PackState.STARTING;
                    case STOP -> PackState.STOPPING;
                    case HOLD -> PackState.HOLDING;
                    case UNHOLD -> PackState.UNHOLDING;
                    case SUSPEND -> PackState.SUSPENDING;
                    case UNSUSPEND -> PackState.UNSUSPENDING;
                    case COMPLETE -> PackState.COMPLETING;
                    case ABORT -> PackState.ABORTING;
                    case CLEAR -> PackState.CLEARING;
                };
        if (machine.state() == way) {
            return new Outcome.UnderWay();
        }
        boolean reached = way.next().filter(goal -> goal == machine.state()).isPresent();
        return reached
                ? new Outcome.Done()
                : new Outcome.Failed("The line went to " + machine.state().word());
    }
}

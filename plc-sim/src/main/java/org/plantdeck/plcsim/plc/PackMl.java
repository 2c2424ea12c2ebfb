package org.plantdeck.plcsim.plc;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is allowed in which state, by ISA-TR88.00.02: the table the line obeys and a screen asks
 * before it offers a button. Stop leaves every state but those of stopping and aborting, abort
 * every state but those of aborting. Threads: any.
 */
public final class PackMl {

    private static final Map<PackState, Map<PackCommand, PackState>> TABLE = table();

    private PackMl() {}

    private static Map<PackState, Map<PackCommand, PackState>> table() {
        Map<PackState, Map<PackCommand, PackState>> table = new EnumMap<>(PackState.class);
        for (PackState state : PackState.values()) {
            table.put(state, new EnumMap<>(PackCommand.class));
        }
        row(table, PackCommand.RESET, PackState.RESETTING, PackState.STOPPED, PackState.COMPLETE);
        row(table, PackCommand.START, PackState.STARTING, PackState.IDLE);
        row(table, PackCommand.HOLD, PackState.HOLDING, PackState.EXECUTE, PackState.SUSPENDED);
        row(table, PackCommand.UNHOLD, PackState.UNHOLDING, PackState.HELD);
        row(table, PackCommand.SUSPEND, PackState.SUSPENDING, PackState.EXECUTE);
        row(table, PackCommand.UNSUSPEND, PackState.UNSUSPENDING, PackState.SUSPENDED);
        row(
                table,
                PackCommand.COMPLETE,
                PackState.COMPLETING,
                PackState.EXECUTE,
                PackState.HELD,
                PackState.SUSPENDED);
        row(table, PackCommand.CLEAR, PackState.CLEARING, PackState.ABORTED);
        everywhereBut(
                table,
                PackCommand.STOP,
                PackState.STOPPING,
                EnumSet.of(
                        PackState.STOPPED,
                        PackState.STOPPING,
                        PackState.ABORTING,
                        PackState.ABORTED,
                        PackState.CLEARING));
        everywhereBut(
                table,
                PackCommand.ABORT,
                PackState.ABORTING,
                EnumSet.of(PackState.ABORTING, PackState.ABORTED));
        return table;
    }

    private static void row(
            Map<PackState, Map<PackCommand, PackState>> table,
            PackCommand command,
            PackState to,
            PackState... from) {
        List.of(from).forEach(state -> table.getOrDefault(state, Map.of()).put(command, to));
    }

    private static void everywhereBut(
            Map<PackState, Map<PackCommand, PackState>> table,
            PackCommand command,
            PackState to,
            Set<PackState> not) {
        EnumSet<PackState> from = EnumSet.complementOf(EnumSet.copyOf(not));
        row(table, command, to, from.toArray(PackState[]::new));
    }

    /** Where a command leads from a state; empty where it is not allowed there. */
    public static Optional<PackState> next(PackState from, PackCommand command) {
        return Optional.ofNullable(TABLE.getOrDefault(from, Map.of()).get(command));
    }

    /** The commands a state allows in production, in the order of the standard. */
    public static Set<PackCommand> allowed(PackState state) {
        return Collections.unmodifiableSet(TABLE.getOrDefault(state, Map.of()).keySet());
    }

    /**
     * The commands a state allows in a mode: suspending and completing belong to production,
     * holding to production and maintenance.
     */
    public static Set<PackCommand> allowed(PackMode mode, PackState state) {
        EnumSet<PackCommand> commands = EnumSet.noneOf(PackCommand.class);
        commands.addAll(allowed(state));
        if (mode != PackMode.PRODUCTION) {
            commands.removeAll(
                    EnumSet.of(PackCommand.SUSPEND, PackCommand.UNSUSPEND, PackCommand.COMPLETE));
        }
        if (mode == PackMode.MANUAL) {
            commands.removeAll(EnumSet.of(PackCommand.HOLD, PackCommand.UNHOLD));
        }
        return Collections.unmodifiableSet(commands);
    }

    /** Whether the mode may be changed in a state: only where the line stands and stays. */
    public static boolean allowsModeChange(PackState state) {
        return state == PackState.STOPPED
                || state == PackState.IDLE
                || state == PackState.COMPLETE
                || state == PackState.ABORTED;
    }
}

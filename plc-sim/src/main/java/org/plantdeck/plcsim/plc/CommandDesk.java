package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.StateArchive;
import org.plantdeck.plcsim.plc.PlcProgram.Outcome;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.CommandResult.Phase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers commands: accepted or refused first, done or failed later; a request that comes again is
 * answered again and not executed again, for as long as it is among the last {@value #REMEMBERED}.
 * Threads: the one that scans.
 */
final class CommandDesk {

    /** How many answered requests are remembered. */
    static final int REMEMBERED = 64;

    /** How many accepted commands may be under way. */
    static final int UNDER_WAY = 16;

    /** Simulated time after which a command that is still under way has failed. */
    static final Duration TIME_OUT = Duration.ofMinutes(2);

    /** An accepted command that is not done yet. */
    private record Pending(String requestId, String command, Instant deadline) {}

    private final PlcProgram program;
    private final PlcOutput output;
    private final Map<String, CommandResult> answered = new LinkedHashMap<>();
    private final Deque<Pending> pending = new ArrayDeque<>();

    CommandDesk(PlcProgram program, PlcOutput output) {
        this.program = program;
        this.output = output;
    }

    boolean admits(Command command, Instant now) {
        if (repeatsAnswer(command.requestId())) {
            return false;
        }
        Optional<String> refusal =
                pending.size() >= UNDER_WAY
                        ? Optional.of("Too many commands are under way")
                        : program.refusal(command);
        refusal.ifPresent(reason -> refuse(command.requestId(), reason, now));
        return refusal.isEmpty();
    }

    boolean repeatsAnswer(String requestId) {
        CommandResult earlier = answered.get(requestId);
        if (earlier != null) {
            output.answer(earlier);
        }
        return earlier != null;
    }

    void refuse(String requestId, String reason, Instant now) {
        answer(new CommandResult(requestId, Phase.REFUSED, reason, now));
    }

    void execute(Command command, Instant now) {
        answer(new CommandResult(command.requestId(), Phase.ACCEPTED, "", now));
        program.execute(command);
        pending.add(new Pending(command.requestId(), command.command(), now.plus(TIME_OUT)));
    }

    /** Answers what has come to its end with the last scan. */
    void settle(Instant now) {
        if (pending.isEmpty()) {
            return;
        }
        Iterator<Pending> each = pending.iterator();
        while (each.hasNext()) {
            Pending one = each.next();
            Outcome outcome = program.outcome(one.command());
            if (outcome instanceof Outcome.UnderWay && !now.isBefore(one.deadline())) {
                outcome =
                        new Outcome.Failed("Not done within " + TIME_OUT.toSeconds() + " seconds");
            }
            switch (outcome) {
                case Outcome.UnderWay _ -> {}
                case Outcome.Done _ -> {
                    each.remove();
                    answer(new CommandResult(one.requestId(), Phase.DONE, "", now));
                }
                case Outcome.Failed(String reason) -> {
                    each.remove();
                    answer(new CommandResult(one.requestId(), Phase.FAILED, reason, now));
                }
            }
        }
    }

    private void answer(CommandResult result) {
        answered.remove(result.requestId());
        answered.put(result.requestId(), result);
        if (answered.size() > REMEMBERED) {
            answered.remove(answered.keySet().iterator().next());
        }
        output.answer(result);
    }

    void archive(StateArchive archive) {
        List<CommandResult> results = new ArrayList<>(answered.values());
        int count = (int) archive.whole("answered", results.size());
        answered.clear();
        for (int i = 0; i < count; i++) {
            CommandResult result = archive(archive, i, results);
            answered.put(result.requestId(), result);
        }
        List<Pending> waiting = new ArrayList<>(pending);
        int open = (int) archive.whole("pending", waiting.size());
        pending.clear();
        for (int i = 0; i < open; i++) {
            String name = "pending." + i;
            Pending one = i < waiting.size() ? waiting.get(i) : new Pending("", "", Instant.EPOCH);
            pending.add(
                    new Pending(
                            archive.text(name + ".id", one.requestId()),
                            archive.text(name + ".command", one.command()),
                            Instant.ofEpochMilli(
                                    archive.whole(
                                            name + ".deadline", one.deadline().toEpochMilli()))));
        }
    }

    private static CommandResult archive(StateArchive archive, int i, List<CommandResult> results) {
        String name = "answered." + i;
        CommandResult one =
                i < results.size()
                        ? results.get(i)
                        : new CommandResult("", Phase.REFUSED, "", Instant.EPOCH);
        return new CommandResult(
                archive.text(name + ".id", one.requestId()),
                Phase.valueOf(archive.text(name + ".phase", one.phase().name())),
                archive.text(name + ".reason", one.reason()),
                Instant.ofEpochMilli(
                        archive.whole(name + ".time", one.timestamp().toEpochMilli())));
    }
}

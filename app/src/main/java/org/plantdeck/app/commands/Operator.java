package org.plantdeck.app.commands;

import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.LivePlant;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.CommandCodec;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Gives commands and keeps the log of what anybody asked of the PLCs: it is written from the
 * commands' own topics, so it holds those of other desks too. Threads: any; one lock guards all
 * state; those who listen are called on the thread that brings the news.
 */
public final class Operator implements AutoCloseable {

    /** A command without an answer for this long is unanswered. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    /** Lines kept; the oldest goes first. */
    static final int LOG_LENGTH = 500;

    private final LivePlant live;
    private final InstantSource wallClock;
    private final String name;
    private final LiveSubscription subscription;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();
    private final SequencedMap<String, CommandEntry> log = new LinkedHashMap<>();

    /**
     * @param live where commands go and answers come from
     * @param wallClock stamps commands
     * @param name who gives them
     */
    public Operator(LivePlant live, InstantSource wallClock, String name) {
        this.live = live;
        this.wallClock = wallClock;
        this.name = name;
        subscription = live.open(Set.of(Feed.COMMANDS), new Ear());
    }

    /** Who gives the commands of this desk. */
    public String name() {
        return name;
    }

    /**
     * Asks a PLC for something.
     *
     * @param word the command's word, such as {@code start}
     * @param value what it needs; {@link Value#absent()} where it needs nothing
     * @return the id of the request, under which the log shows what came of it
     */
    public String ask(FactorySource plc, String word, Value value) {
        Command command =
                new Command(UUID.randomUUID().toString(), word, value, wallClock.instant(), name);
        put(
                new CommandEntry(
                        plc,
                        command,
                        wallClock.instant(),
                        CommandEntry.Phase.ASKED,
                        "",
                        Duration.ZERO));
        if (!live.publish(plc.commandTopic(), CommandCodec.encode(command))) {
            settle(command.requestId(), CommandEntry.Phase.UNANSWERED);
        }
        listeners.forEach(Runnable::run);
        return command.requestId();
    }

    private void settle(String requestId, CommandEntry.Phase phase) {
        synchronized (lock) {
            log.computeIfPresent(
                    requestId, (_, entry) -> entry.with(phase, "", wallClock.instant()));
        }
    }

    private void put(CommandEntry entry) {
        synchronized (lock) {
            if (log.putIfAbsent(entry.command().requestId(), entry) == null
                    && log.size() > LOG_LENGTH) {
                log.pollFirstEntry();
            }
        }
    }

    private final class Ear implements LiveListener {

        @Override
        public void command(FactorySource plc, Command command) {
            put(
                    new CommandEntry(
                            plc,
                            command,
                            wallClock.instant(),
                            CommandEntry.Phase.ASKED,
                            "",
                            Duration.ZERO));
        }

        @Override
        public void result(FactorySource plc, CommandResult result) {
            CommandEntry.Phase phase =
                    switch (result.phase()) {
                        case ACCEPTED -> CommandEntry.Phase.ACCEPTED;
                        case REFUSED -> CommandEntry.Phase.REFUSED;
                        case DONE -> CommandEntry.Phase.DONE;
                        case FAILED -> CommandEntry.Phase.FAILED;
                    };
            synchronized (lock) {
                log.computeIfPresent(
                        result.requestId(),
                        (_, entry) -> entry.with(phase, result.reason(), wallClock.instant()));
            }
        }

        @Override
        public void changed() {
            listeners.forEach(Runnable::run);
        }
    }

    /** The log, newest first, with those that were never answered marked so. */
    public List<CommandEntry> log() {
        Instant now = wallClock.instant();
        synchronized (lock) {
            for (Map.Entry<String, CommandEntry> line : log.entrySet()) {
                CommandEntry entry = line.getValue();
                if (entry.phase() == CommandEntry.Phase.ASKED
                        && now.isAfter(entry.askedAt().plus(ANSWER_WITHIN))) {
                    line.setValue(entry.with(CommandEntry.Phase.UNANSWERED, "", now));
                }
            }
            return new ArrayList<>(log.sequencedValues().reversed());
        }
    }

    /** The commands asked of a PLC, newest first. */
    public List<CommandEntry> log(FactorySource plc) {
        return log().stream().filter(it -> it.plc() == plc).toList();
    }

    /** Has somebody called whenever the log has changed. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Calls somebody no more. */
    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    @Override
    public void close() {
        subscription.close();
    }
}

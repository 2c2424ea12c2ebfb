package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.StateArchive;
import org.plantdeck.signal.Decoded;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The outputs a PLC has answered the last ticks with; the newest few go into its snapshot. Threads:
 * one.
 */
final class Answers {

    private static final int KEPT = 1_200;
    private static final int SAVED = 40;

    private final String run;
    private final Deque<FieldCodec.Orders> newestLast = new ArrayDeque<>();

    Answers(String run) {
        this.run = run;
    }

    void add(FieldCodec.Orders orders) {
        newestLast.addLast(orders);
        if (newestLast.size() > KEPT) {
            newestLast.removeFirst();
        }
    }

    /** The newest tick that was scanned; -1 before the first. */
    long newestTick() {
        FieldCodec.Orders newest = newestLast.peekLast();
        return newest == null ? -1 : newest.tick();
    }

    /**
     * The answer to a tick: the one given then, or what the outputs are now in the name of a tick
     * nobody remembers.
     */
    Optional<FieldCodec.Orders> to(long tick) {
        FieldCodec.Orders newest = newestLast.peekLast();
        if (newest == null || newest.tick() == tick) {
            return Optional.ofNullable(newest);
        }
        for (FieldCodec.Orders one : newestLast) {
            if (one.tick() == tick) {
                return Optional.of(one);
            }
        }
        return Optional.of(
                new FieldCodec.Orders(run, tick, newest.usedSequence(), newest.actuators()));
    }

    void archive(StateArchive archive) {
        List<FieldCodec.Orders> all = new ArrayList<>(newestLast);
        List<FieldCodec.Orders> saved = all.subList(Math.max(0, all.size() - SAVED), all.size());
        int count = (int) archive.whole("count", saved.size());
        for (int i = 0; i < count; i++) {
            String before =
                    i < saved.size()
                            ? new String(FieldCodec.encode(saved.get(i)), StandardCharsets.UTF_8)
                            : "";
            String text = archive.text("answer." + i, before);
            boolean restored = i >= saved.size();
            if (restored
                    && FieldCodec.decodeOrders(text.getBytes(StandardCharsets.UTF_8))
                            instanceof Decoded.Sound<FieldCodec.Orders>(FieldCodec.Orders it)) {
                newestLast.addLast(it);
            }
        }
    }
}

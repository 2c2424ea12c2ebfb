package org.plantdeck.bench.broker;

import java.util.List;
import java.util.OptionalLong;

/**
 * Clients that connect and then are idle, on a broker that was just started: connects a second, and
 * by how much the broker's process grew, for each.
 *
 * @param count how many
 */
record Connections(int count) implements Work {

    private static final String RATE_UNIT = "connects/s";
    private static final String MEMORY = "kb-per-connection";
    private static final String MEMORY_UNIT = "kB";

    /** Connections before the measured ones, so that the broker has done each step before. */
    private static final int WARM_UP = 200;

    private String name() {
        return "connect-" + count;
    }

    @Override
    public List<Figure> blank() {
        return List.of(
                Figure.failed(name(), RATE_UNIT, ""), Figure.failed(MEMORY, MEMORY_UNIT, ""));
    }

    @Override
    public List<Figure> measure(Ground ground) {
        try (Subject fresh = ground.source().start()) {
            Crowd first = connect(ground, fresh, Math.min(count, WARM_UP));
            ground.deadline().await(first.leave(), "the first clients to leave");
            OptionalLong before = memory(fresh);
            long startNanos = System.nanoTime();
            Crowd crowd = connect(ground, fresh, count);
            double seconds = (crowd.lastNanos() - startNanos) / 1e9;
            OptionalLong after = memory(fresh);
            int there = crowd.size();
            String note = there == count ? "" : there + " of " + count + ": " + crowd.failure();
            var _ = crowd.leave();
            Figure rate = new Figure(name(), there / seconds, RATE_UNIT, note);
            if (before.isEmpty() || after.isEmpty() || there == 0) {
                return List.of(rate);
            }
            double each = (double) (after.getAsLong() - before.getAsLong()) / there;
            return List.of(rate, new Figure(MEMORY, each, MEMORY_UNIT, ""));
        }
    }

    private static Crowd connect(Ground ground, Subject subject, int count) {
        Crowd crowd = new Crowd(ground.loops(), subject.endpoint(), Lane.freshRoot(), count);
        crowd.connect(ground.deadline());
        return crowd;
    }

    private static OptionalLong memory(Subject subject) {
        OptionalLong pid = subject.pid();
        return pid.isPresent() ? Resident.kilobytes(pid.getAsLong()) : OptionalLong.empty();
    }
}

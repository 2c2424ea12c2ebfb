package org.plantdeck.historian.demo;

import org.plantdeck.historian.archive.Archive;
import org.plantdeck.historian.archive.Snapshot;
import org.plantdeck.historian.archive.TagFacts;
import org.plantdeck.historian.store.StoreFailure;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Machines whose tags are measured at the same instants: a group of an archive. Now and then its
 * connection is lost for some minutes, which leaves a gap. Threads: one.
 */
final class Area {

    /** How many machines one has at most. */
    static final int MACHINES = 10;

    private static final int DAY = 86_400;
    private static final long MILLISECONDS = 1_000;

    private final int lane;
    private final SplittableRandom random;
    private final List<Machine> machines = new ArrayList<>();
    private long connectedFrom;

    /**
     * @param number from 1; its name and its life depend on it
     * @param tags how many it has, 1 to 100
     */
    Area(Archive archive, int number, int tags) throws StoreFailure {
        String group = "demo/area" + number;
        lane = archive.lane(group, "");
        random = new SplittableRandom(number);
        for (int first = 0; first < tags; first += Machine.TAGS) {
            int machine = first / Machine.TAGS + 1;
            List<TagFacts> facts = Machine.facts("machine" + machine);
            int[] numbers = new int[Math.min(Machine.TAGS, tags - first)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = archive.tag(group, facts.get(i));
            }
            machines.add(new Machine((long) number * MACHINES + machine, numbers));
        }
    }

    /** What was measured in a stretch of seconds since 1970, the end excluded. */
    List<Snapshot> live(long fromSecond, long toSecond) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (long second = fromSecond; second < toSecond; second++) {
            for (Machine machine : machines) {
                machine.step(second);
            }
            if (random.nextInt(DAY) == 0) {
                connectedFrom = second + 60 + random.nextInt(600);
            }
            if (second >= connectedFrom) {
                Snapshot snapshot = Snapshot.atMs(lane, second * MILLISECONDS);
                for (Machine machine : machines) {
                    machine.measure(snapshot, second);
                }
                snapshots.add(snapshot);
            }
        }
        return snapshots;
    }
}

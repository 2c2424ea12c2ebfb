package org.plantdeck.bench.store;

import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.util.Random;

/**
 * Signals as a plant has them, a value a second for each tag: most wander and are published with
 * one or two decimals, some are set points that seldom change, some count up. Equal runs give equal
 * values. Threads: one.
 */
final class Feed {

    private final Layout layout;
    private final Random random = new Random(20_261_122);
    private final double[] levels;

    Feed(Layout layout) {
        this.layout = layout;
        levels = new double[layout.tag(layout.groups(), 0)];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = 20 + i % 80;
        }
    }

    /** What the tag in a column of a group is. */
    static TagType type(int column) {
        return column % 10 == 9 ? TagType.COUNT : TagType.NUMBER;
    }

    /** What a group is next. */
    Row next(int group, long timeMs) {
        Value[] values = new Value[layout.width(group)];
        for (int i = 0; i < values.length; i++) {
            values[i] = next(layout.tag(group, i), i);
        }
        return new Row(group, timeMs, values);
    }

    private Value next(int tag, int column) {
        return switch (column % 10) {
            case 8 -> {
                levels[tag] += random.nextInt(600) == 0 ? 1 : 0;
                yield Value.of(levels[tag]);
            }
            case 9 -> {
                levels[tag] += random.nextInt(3) == 0 ? 1 : 0;
                yield Value.of((long) levels[tag]);
            }
            default -> {
                levels[tag] += random.nextGaussian() * 0.05;
                yield Value.rounded(levels[tag] + random.nextGaussian() * 0.1, 1 + column % 2);
            }
        };
    }
}

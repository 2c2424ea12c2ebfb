package org.plantdeck.historian.archive;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.archive.codec.Damaged;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a reader knows of the rows that are not sealed yet: it reads those that are new at each
 * look, and forgets the hours whose rows are gone. Threads: one.
 */
final class HotView {

    private final PreparedStatement from;
    private final PreparedStatement lowest;
    private final Map<LaneHour, Hour> hours = new HashMap<>();
    private long seen;

    private static final class Hour {
        private final Block block = new Block();
        private long lastRow;
        private long earliestMs = Long.MAX_VALUE;
        private long latestMs = Long.MIN_VALUE;
    }

    HotView(Connection head) throws SQLException {
        from = HotRows.reading(head);
        lowest =
                head.prepareStatement(
                        "SELECT ifnull((SELECT min(id) FROM hot), released + 1), released"
                                + " FROM state");
    }

    /** Takes in what is new. */
    void look() throws SQLException, Damaged {
        long first = lowest();
        if (first > seen + 1) {
            hours.clear(); // some were removed that it never saw
        } else {
            Iterator<Hour> each = hours.values().iterator();
            while (each.hasNext()) {
                if (each.next().lastRow < first) {
                    each.remove();
                }
            }
        }
        seen = Math.max(seen, HotRows.read(from, Math.max(seen + 1, first), this::keep));
    }

    private long lowest() throws SQLException {
        try (ResultSet row = lowest.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private void keep(Snapshot snapshot, long row) {
        LaneHour key = LaneHour.of(snapshot.lane, snapshot.measuredAtMs);
        Hour hour = hours.get(key);
        if (hour == null) {
            hour = new Hour();
            hours.put(key, hour);
        }
        hour.block.add(snapshot);
        hour.lastRow = row;
        hour.earliestMs = Math.min(hour.earliestMs, snapshot.measuredAtMs);
        hour.latestMs = Math.max(hour.latestMs, snapshot.measuredAtMs);
    }

    /** From when to when what it has of a lane reaches. */
    Extent extent(int lane) {
        Extent extent = Extent.NOTHING;
        for (Map.Entry<LaneHour, Hour> each : hours.entrySet()) {
            if (each.getKey().lane() == lane) {
                extent = extent.and(each.getValue().earliestMs, each.getValue().latestMs);
            }
        }
        return extent;
    }

    /** What it has of an hour; null where that is nothing. */
    @Nullable Block block(LaneHour hour) {
        Hour found = hours.get(hour);
        return found == null ? null : found.block;
    }

    /** The hours of a lane in a range of hours, its end included. */
    SortedSet<Long> hours(int lane, long firstHour, long lastHour) {
        SortedSet<Long> found = new TreeSet<>();
        for (LaneHour each : hours.keySet()) {
            if (each.lane() == lane && each.hour() >= firstHour && each.hour() <= lastHour) {
                found.add(each.hour());
            }
        }
        return found;
    }
}

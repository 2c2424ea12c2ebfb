package org.plantdeck.historian.export;

import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rows that a test gives by hand. */
final class GivenRows implements RowSource {

    private record Given(long epochMillis, String run, List<Value> values) {}

    private final List<ExportColumn> columns;
    private final List<Given> given = new ArrayList<>();
    private final ExportRow row;
    private int next;

    GivenRows(String... names) {
        columns =
                List.of(names).stream()
                        .map(name -> new ExportColumn(name, "kW", TagType.NUMBER))
                        .toList();
        row = new ExportRow(names.length);
    }

    GivenRows add(long epochMillis, String run, Value... values) {
        given.add(new Given(epochMillis, run, List.of(values)));
        return this;
    }

    GivenRows add(String time, Value... values) {
        return add(Instant.parse(time).toEpochMilli(), "r1", values);
    }

    @Override
    public List<ExportColumn> columns() {
        return columns;
    }

    @Override
    public boolean next() {
        if (next == given.size()) {
            return false;
        }
        Given now = given.get(next++);
        row.begin(now.epochMillis(), now.run());
        for (int i = 0; i < now.values().size(); i++) {
            row.set(i, now.values().get(i));
        }
        return true;
    }

    @Override
    public ExportRow row() {
        return row;
    }

    /** Writes them all. */
    static void write(RowSource rows, RowWriter writer) throws Exception {
        writer.begin(rows.columns(), rows.tags());
        while (rows.next()) {
            writer.row(rows.row());
        }
        writer.end();
    }
}

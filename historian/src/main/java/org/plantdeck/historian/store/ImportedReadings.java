package org.plantdeck.historian.store;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.IsoTime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * Finds the place of readings from files among the rows of one source. Threads: one.
 *
 * <p>A reading that says its run and sequence is that one. One that says less is the one that is
 * there at its instant; where none is, it belongs to the run that lived through that time, or to
 * none.
 */
final class ImportedReadings implements AutoCloseable {

    private final PreparedStatement numbered;
    private final PreparedStatement ofRunAt;
    private final PreparedStatement newestAt;
    private final PreparedStatement before;
    private final PreparedStatement after;

    /**
     * Where a reading goes.
     *
     * @param run the run; empty for none
     * @param sequence its number in it
     * @param isThere whether a row has that place already
     */
    record Place(String run, long sequence, boolean isThere) {}

    ImportedReadings(Connection connection, FactorySource source) throws SQLException {
        String from = "SELECT run, sequence FROM " + SqliteSchema.table(source) + " WHERE ";
        numbered = connection.prepareStatement(from + "run = ? AND sequence = ?");
        ofRunAt = connection.prepareStatement(from + "timestamp = ? AND run = ? LIMIT 1");
        newestAt = connection.prepareStatement(from + "timestamp = ? ORDER BY rowid DESC LIMIT 1");
        before =
                connection.prepareStatement(from + "timestamp < ? ORDER BY timestamp DESC LIMIT 1");
        after = connection.prepareStatement(from + "timestamp > ? ORDER BY timestamp LIMIT 1");
    }

    /** The place of a reading. */
    Place place(ImportedReading reading) throws SQLException {
        String at = IsoTime.format(reading.measuredAt());
        OptionalLong sequence = reading.sequence();
        if (!reading.run().isEmpty() && sequence.isPresent()) {
            numbered.setString(1, reading.run());
            numbered.setLong(2, sequence.getAsLong());
            return found(numbered, new Place(reading.run(), sequence.getAsLong(), false));
        }
        Place own = new Place(reading.run(), reading.ownSequence(), false);
        if (!reading.run().isEmpty()) {
            ofRunAt.setString(1, at);
            ofRunAt.setString(2, reading.run());
            return found(ofRunAt, own);
        }
        newestAt.setString(1, at);
        Place there = found(newestAt, own);
        return there.isThere() ? there : new Place(runThrough(at), own.sequence(), false);
    }

    /** The run that has a reading before an instant and the next one after it. */
    private String runThrough(String at) throws SQLException {
        Place none = new Place("", 0, false);
        before.setString(1, at);
        Place earlier = found(before, none);
        after.setString(1, at);
        Place later = found(after, none);
        return earlier.run().equals(later.run()) ? earlier.run() : "";
    }

    private static Place found(PreparedStatement select, Place otherwise) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? new Place(row.getString(1), row.getLong(2), true) : otherwise;
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement each :
                new PreparedStatement[] {numbered, ofRunAt, newestAt, before, after}) {
            each.close();
        }
    }
}

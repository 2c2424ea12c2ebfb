package org.plantdeck.historian.store;

import org.plantdeck.signal.IsoTime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which runs a trend shows when. Times are as {@link TimeText} writes them. */
final class RunStretches {

    private RunStretches() {}

    /**
     * From when to when a run has readings of a topic.
     *
     * @param newestRow where its newest reading lies in the table; later ones lie behind it
     */
    private record Life(Stretch<String, String> stretch, long newestRow) {}

    /**
     * The stretches of a query in the order of time. Where several runs lived through the same
     * time, the one whose newest reading was stored last is shown.
     */
    static List<Stretch<String, String>> of(TrendQuery query, Connection connection)
            throws SQLException {
        String from = TimeText.atOrAfter(query.from());
        String to = TimeText.atOrAfter(query.to());
        List<String> runs =
                query.run().isPresent()
                        ? List.of(query.run().get())
                        : runs(query.topic(), connection);
        if (runs.size() == 1) {
            return List.of(new Stretch<>(runs.getFirst(), from, to));
        }
        List<Life> lives = new ArrayList<>();
        for (String run : runs) {
            life(run, query.topic(), connection).ifPresent(lives::add);
        }
        lives.sort(Comparator.comparingLong(Life::newestRow).reversed());
        return Stretch.shown(lives.stream().map(Life::stretch).toList(), from, to);
    }

    private static List<String> runs(String topic, Connection connection) throws SQLException {
        List<String> runs = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT run FROM runs WHERE topic = ?")) {
            select.setString(1, topic);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    runs.add(row.getString(1));
                }
            }
        }
        return runs;
    }

    /** The life of a run by its first and its newest reading; none where all are pruned. */
    private static Optional<Life> life(String run, String topic, Connection connection)
            throws SQLException {
        String table = SqliteSchema.table(topic);
        String end =
                "SELECT * FROM (SELECT timestamp, rowid FROM "
                        + table
                        + " WHERE run = ?1 ORDER BY sequence ";
        try (PreparedStatement select =
                connection.prepareStatement(end + "LIMIT 1) UNION ALL " + end + "DESC LIMIT 1)")) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                String first = row.getString(1);
                row.next();
                Stretch<String, String> its = new Stretch<>(run, first, after(row.getString(1)));
                return Optional.of(new Life(its, row.getLong(2)));
            }
        }
    }

    /** The first time stamp after another. */
    private static String after(String time) throws SQLException {
        return IsoTime.parse(time)
                .map(at -> TimeText.atOrAfter(at.plusMillis(1)))
                .orElseThrow(() -> new SQLException("timestamp " + time + " is no time"));
    }
}

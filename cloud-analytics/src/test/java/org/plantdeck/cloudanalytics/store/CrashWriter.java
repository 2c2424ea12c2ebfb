package org.plantdeck.cloudanalytics.store;

import org.plantdeck.cloudanalytics.Windows;
import org.plantdeck.cloudanalytics.gaps.GapPolicy;
import org.plantdeck.cloudanalytics.gaps.RunGaps;

import java.nio.file.Path;
import java.sql.SQLException;

/** A process that stores windows until it is killed, and prints what it has committed. */
final class CrashWriter {

    private CrashWriter() {}

    public static void main(String[] arguments) throws SQLException {
        AnalyticsDatabase database = AnalyticsDatabase.open(Path.of(arguments[0]));
        RunGaps gaps = new RunGaps("r", GapPolicy.USUAL);
        for (long first = 1; true; first += 8) {
            long from = first;
            database.transaction(() -> {
                for (long sequence = from; sequence < from + 8; sequence++) {
                    database.windows().add(Windows.window("r", sequence));
                    gaps.arrived(sequence, Windows.START);
                }
                database.runs().store(gaps);
                return gaps;
            });
            System.out.println(first + 7);
        }
    }
}

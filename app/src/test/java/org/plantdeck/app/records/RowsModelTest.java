package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.records.RowsModel.Column;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.FactorySource;

import java.nio.file.Path;
import java.util.List;

/** On a real database. */
class RowsModelTest {

    @TempDir private Path folder;

    private RowsModel.Rows rows() throws StoreFailure {
        try (HistorianQueries history = RecordedHistory.open(folder.resolve("historian.db"))) {
            return RowsModel.newest(history, FactorySource.ENERGY);
        }
    }

    @Test
    void theNewestHundredRowsAreShownWithAllColumnsAndFixedDecimals() throws StoreFailure {
        StoredReadings.store(folder.resolve("historian.db"), "r1", 1, 1_250);

        RowsModel.Rows rows = rows();

        assertThat(rows.columns().subList(0, 5))
                .containsExactly(
                        new Column("run", "run", false),
                        new Column("sequence", "sequence", true),
                        new Column("timestamp", "timestamp", false),
                        new Column("power_consumption", "power_consumption, kW", true),
                        new Column("voltages_L1", "voltages_L1, V", true));
        assertThat(rows.rows()).hasSize(RowsModel.COUNT);
        assertThat(rows.rows().getFirst().subList(0, 5))
                .isEqualTo(List.of("r1", "1,250", "2026-11-21T10:20:50.000Z", "1,250.0", "–"));
        assertThat(rows.rows().getFirst()).hasSameSizeAs(rows.columns());
        assertThat(RowsModel.context(FactorySource.ENERGY, rows))
                .isEqualTo("newest 100 of 1,250 rows of energy_data");
    }
}

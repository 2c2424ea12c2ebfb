package org.plantdeck.historian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.line;
import static org.plantdeck.historian.TestReadings.reading;
import static org.plantdeck.historian.TestReadings.with;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.util.List;

/** Keys that no catalogue has. */
class AddedColumnsTest extends SqliteHistory {

    @Test
    void anExtraLeafGetsItsColumnWhenItFirstComes() throws Exception {
        append(line(1), with(line(2), "gearbox.oil-temp", Value.of(61.5)));
        append(with(line(3), "gearbox.oil-temp", Value.of(62.0)), line(4));
        reopen();
        append(with(line(5), "gearbox.oil-temp", Value.of(63.0)));

        assertThat(sql("SELECT sequence, gearbox_oil_temp FROM manufacturing_data"))
                .containsExactly("1|null", "2|61.5", "3|62.0", "4|null", "5|63.0");
        assertThat(queries.tags(FactorySource.LINE.topic()))
                .last()
                .isEqualTo(
                        new StoredTag(
                                FactorySource.LINE.topic(),
                                "gearbox.oil-temp",
                                "gearbox_oil_temp",
                                org.plantdeck.signal.TagType.NUMBER));
    }

    @Test
    void extraLeavesCannotTakeTheNameOfAnotherColumn() throws Exception {
        Reading reading = line(1);
        for (String key : List.of("rowid", "Line_Speed", "oee_oee", "1\"; DROP TABLE tags", "")) {
            reading = with(reading, key, Value.of(key));
        }
        append(reading);

        assertThat(
                        sql(
                                "SELECT rowid_2, Line_Speed_2, oee_oee_2, _1___DROP_TABLE_tags, _"
                                        + " FROM manufacturing_data"))
                .containsExactly("rowid|Line_Speed|oee_oee|1\"; DROP TABLE tags|");
        assertThat(sql("SELECT rowid FROM manufacturing_data")).containsExactly("1");
    }

    @Test
    void extraLeavesBeyondTheBoundAreCountedAndTheReadingIsKept() throws Exception {
        Reading reading = line(1);
        for (int i = 0; i < TableColumns.ADDED_MAX + 3; i++) {
            reading = with(reading, "extra" + i, Value.of(1L));
        }
        append(reading);
        append(with(line(2), "one_more", Value.of(1L)), with(line(3), "nothing", Value.absent()));

        assertThat(store.counts()).isEqualTo(new DataQuality(3, 3, 0, 0, 0, 0, 0, 0, 4));
        reopen();
        append(with(line(4), "one_more", Value.of(1L)));
        assertThat(store.counts().leftOut()).isEqualTo(5);
    }
}

package org.plantdeck.app.records;

import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.util.ArrayList;
import java.util.List;

/** The newest rows of a table as texts. Threads: any. */
final class RowsModel {

    /** So many of the newest rows are shown. */
    static final int COUNT = 100;

    private static final Words WORDS = Words.of(RowsModel.class);

    private RowsModel() {}

    /**
     * A column.
     *
     * @param name of the table's column
     * @param title the name with its unit
     * @param number whether it holds numbers
     */
    record Column(String name, String title, boolean number) {}

    /**
     * Some rows of a table.
     *
     * @param columns the columns, run, sequence and time stamp first
     * @param rows the newest first, a text a column
     * @param total how many rows the table has
     */
    record Rows(List<Column> columns, List<List<String>> rows, long total) {}

    /** Reads the newest rows of a source. */
    static Rows newest(HistorianQueries history, FactorySource source) throws StoreFailure {
        List<StoredTag> tags = history.tags(source.topic());
        return new Rows(
                columns(tags),
                history.latest(source.topic(), COUNT).stream().map(it -> row(it, tags)).toList(),
                history.rows(source.topic()));
    }

    private static List<Column> columns(List<StoredTag> tags) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("run", "run", false));
        columns.add(new Column("sequence", "sequence", true));
        columns.add(new Column("timestamp", "timestamp", false));
        for (StoredTag tag : tags) {
            String unit = TagFacts.of(tag).unit();
            columns.add(
                    new Column(
                            tag.column(),
                            unit.isEmpty()
                                    ? tag.column()
                                    : WORDS.say("name-unit", tag.column(), unit),
                            tag.type() == TagType.NUMBER || tag.type() == TagType.COUNT));
        }
        return List.copyOf(columns);
    }

    private static List<String> row(StoredReading reading, List<StoredTag> tags) {
        List<String> cells = new ArrayList<>();
        cells.add(reading.run());
        cells.add(Numbers.text(reading.sequence()));
        cells.add(IsoTime.format(reading.measuredAt()));
        for (int i = 0; i < tags.size(); i++) {
            cells.add(cell(reading.values().get(i), TagFacts.of(tags.get(i))));
        }
        return List.copyOf(cells);
    }

    private static String cell(Value value, TagFacts facts) {
        return switch (value) {
            case Value.Real real -> Numbers.text(real.value(), facts.decimals());
            case Value.Whole whole ->
                    facts.stored().type() == TagType.NUMBER
                            ? Numbers.text((double) whole.value(), facts.decimals())
                            : Numbers.text(whole.value());
            case Value.Absent _ -> Numbers.NONE;
            case Value.Flag _, Value.Text _ -> value.asText();
        };
    }

    /** The table of a source in the historian's file. */
    static String table(FactorySource source) {
        return switch (source) {
            case LINE -> "manufacturing_data";
            case ENERGY -> "energy_data";
            case ENVIRONMENT -> "environmental_data";
        };
    }

    /** What stands beside the table. */
    static String context(FactorySource source, Rows rows) {
        return rows.rows().isEmpty()
                ? table(source)
                : WORDS.say(
                        "rows-of",
                        Numbers.text(rows.rows().size()),
                        Numbers.text(rows.total()),
                        table(source));
    }
}

package org.plantdeck.bench.store;

import io.questdb.DefaultTelemetryConfiguration;
import io.questdb.TelemetryConfiguration;
import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.CommitMode;
import io.questdb.cairo.DefaultCairoConfiguration;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.sql.Record;
import io.questdb.cairo.sql.RecordCursor;
import io.questdb.cairo.sql.RecordCursorFactory;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContext;
import io.questdb.griffin.SqlExecutionContextImpl;

import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tables of QuestDB by the day, each with its one writer and no log of its own, which is faster for
 * one writer in the order of time. A commit syncs the file of every column and then that of the
 * transaction, which is not the engine's default. Threads: one.
 */
final class QuestDbHistory implements History {

    private static final long MICROS_A_MS = 1_000;

    private final Path folder;
    private final CairoEngine engine;
    private final SqlExecutionContext context;
    private final List<TypedTable> tables;
    private final List<TableWriter> writers = new ArrayList<>();
    private boolean isClosed;

    /** Durable, and without a word about how it is used. */
    private static final class Configuration extends DefaultCairoConfiguration {

        private final TelemetryConfiguration none =
                new DefaultTelemetryConfiguration() {
                    @Override
                    public boolean getEnabled() {
                        return false;
                    }

                    @Override
                    public boolean getDisableCompletely() {
                        return true;
                    }
                };

        Configuration(Path folder) {
            super(folder.toString());
        }

        @Override
        public int getCommitMode() {
            return CommitMode.SYNC;
        }

        @Override
        public TelemetryConfiguration getTelemetryConfiguration() {
            return none;
        }
    }

    QuestDbHistory(Path folder, Layout layout) throws SqlException {
        this.folder = folder;
        engine = new CairoEngine(new Configuration(folder));
        context =
                new SqlExecutionContextImpl(engine, 1).with(AllowAllSecurityContext.INSTANCE, null);
        tables = TypedTable.of(layout);
        for (TypedTable table : TypedTable.distinct(tables)) {
            execute(
                    "CREATE TABLE %s %s TIMESTAMP(time) PARTITION BY DAY BYPASS WAL"
                            .formatted(
                                    table.name(),
                                    table.columns("TIMESTAMP", QuestDbHistory::type)));
        }
        takeWriters();
    }

    private static String type(TagType type) {
        return switch (type) {
            case NUMBER -> "DOUBLE";
            case COUNT -> "LONG";
            case FLAG -> "BOOLEAN";
            case TEXT -> "SYMBOL";
        };
    }

    private void execute(String sql) throws SqlException {
        engine.execute(sql, context);
    }

    private void takeWriters() {
        for (TypedTable table : TypedTable.distinct(tables)) {
            writers.add(engine.getWriter(engine.verifyTableName(table.name()), "bench"));
        }
    }

    private void giveWritersBack() {
        writers.forEach(TableWriter::close);
        writers.clear();
    }

    @Override
    public void append(List<Row> rows) {
        for (Row row : rows) {
            TypedTable table = tables.get(row.group());
            TableWriter.Row to = writers.get(table.number()).newRow(row.timeMs() * MICROS_A_MS);
            int first = 1;
            if (table.isShared()) {
                to.putInt(first++, row.group());
            }
            for (int i = 0; i < row.values().length; i++) {
                put(to, first + i, table.types().get(i), row.values()[i]);
            }
            to.append();
        }
        for (TableWriter writer : writers) {
            if (writer.inTransaction()) {
                writer.commit();
            }
        }
    }

    private static void put(TableWriter.Row to, int column, TagType type, Value value) {
        switch (value) {
            case Value.Real real -> to.putDouble(column, real.value());
            case Value.Whole whole when type == TagType.NUMBER ->
                    to.putDouble(column, (double) whole.value());
            case Value.Whole whole -> to.putLong(column, whole.value());
            case Value.Flag flag -> to.putBool(column, flag.value());
            case Value.Text text -> to.putSym(column, text.value());
            case Value.Absent _ -> {} // null where nothing is put
        }
    }

    /** What was appended is in its columns already. */
    @Override
    public void settle() {}

    @Override
    public long bytes() throws IOException {
        close();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(it -> folder.relativize(it).getNameCount() > 1) // of a table
                    .mapToLong(it -> it.toFile().length())
                    .sum();
        }
    }

    @Override
    public double[] raw(int column, long fromMs, long toMs) throws SqlException {
        return sums("SELECT c" + column + ", time" + range(fromMs, toMs));
    }

    /** The first sample lies where the range begins; else its columns would begin later. */
    @Override
    public double[] trend(int column, long fromMs, long toMs, int columns) throws SqlException {
        return sums(
                "SELECT max(c%1$d), min(c%1$d), avg(c%1$d), time%2$s SAMPLE BY %3$dT ALIGN TO FIRST OBSERVATION"
                        .formatted(column, range(fromMs, toMs), (toMs - fromMs) / columns));
    }

    private String range(long fromMs, long toMs) {
        return " FROM %s WHERE time >= %d AND time < %d%s"
                .formatted(
                        tables.getFirst().name(),
                        fromMs * MICROS_A_MS,
                        toMs * MICROS_A_MS,
                        tables.getFirst().andFirstGroup());
    }

    private double[] sums(String sql) throws SqlException {
        double[] result = new double[2];
        try (RecordCursorFactory query = engine.select(sql, context);
                RecordCursor rows = query.getCursor(context)) {
            Record row = rows.getRecord();
            while (rows.hasNext()) {
                result[0]++;
                result[1] += row.getDouble(0);
            }
        }
        return result;
    }

    @Override
    public void retain(long olderThanMs) throws SqlException {
        giveWritersBack();
        for (TypedTable table : TypedTable.distinct(tables)) {
            execute(
                    "ALTER TABLE %s DROP PARTITION WHERE time < %d"
                            .formatted(table.name(), olderThanMs * MICROS_A_MS));
        }
        takeWriters();
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            giveWritersBack();
            engine.close();
        }
    }
}

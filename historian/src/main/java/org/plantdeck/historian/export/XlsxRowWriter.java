package org.plantdeck.historian.export;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.PartFailure;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * An Excel workbook: sheets of rows, each with the heading, as many as it takes, and a last sheet
 * that says what the tags are. A time is a date of Excel's in the zone asked for, which its heading
 * names; a number is a number. Rows are handed on as they come. Threads: one.
 */
final class XlsxRowWriter implements RowWriter {

    /** Rows of a sheet, the heading among them. */
    static final int SHEET_ROWS = 1_048_576;

    private static final int COLUMNS_MAX = 16_384;
    private static final int TEXT_MAX = 32_767;
    private static final int ROWS_BETWEEN_FLUSHES = 500;
    private static final double DAY_MILLIS = 86_400_000;

    /** 1 January 1970 as Excel counts days, which is right from 1 March 1900 on. */
    private static final long EPOCH_DAY = 25_569;

    private static final long FIRST_DAY = 61;

    private final Workbook workbook;
    private final RowTimes times;
    private final int sheetRows;
    private List<ExportColumn> columns = List.of();
    private List<ExportColumn> tags = List.of();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int nextRow;

    XlsxRowWriter(OutputStream out, RowTimes times, int sheetRows) {
        workbook = new Workbook(new Unclosed(out), "PlantDeck", null);
        this.times = times;
        this.sheetRows = sheetRows;
    }

    /** The stream belongs to who opened it. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    @Override
    public void begin(List<ExportColumn> itsColumns, List<ExportColumn> itsTags)
            throws IOException {
        if (itsColumns.size() >= COLUMNS_MAX) {
            throw new PartFailure(
                    "An Excel sheet takes "
                            + (COLUMNS_MAX - 1)
                            + " tags at most beside the time; name fewer, or write the long form");
        }
        columns = itsColumns;
        tags = itsTags;
        newSheet();
    }

    private Worksheet newSheet() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheets++;
        Worksheet made = workbook.newWorksheet(sheets == 1 ? "Readings" : "Readings " + sheets);
        made.freezePane(1, 1);
        made.width(0, 24);
        made.inlineString(0, 0, "timestamp (" + times.zoneName() + ")");
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i).name();
            made.width(i + 1, Math.clamp(name.length() + 2L, 10, 60));
            made.inlineString(0, i + 1, name);
        }
        nextRow = 1;
        sheet = made;
        return made;
    }

    @Override
    public void row(ExportRow row) throws IOException {
        Worksheet into = Objects.requireNonNull(sheet);
        if (nextRow == sheetRows) {
            into = newSheet();
        }
        time(into, row.epochMillis());
        for (int i = 0; i < row.width(); i++) {
            switch (row.cell(i)) {
                case REAL -> real(into, i + 1, row.real(i));
                case WHOLE -> into.value(nextRow, i + 1, row.whole(i));
                case FLAG -> into.value(nextRow, i + 1, row.flag(i));
                case TEXT -> text(into, i + 1, row.text(i));
                case EMPTY -> {}
            }
        }
        nextRow++;
        if (nextRow % ROWS_BETWEEN_FLUSHES == 0) {
            into.flush();
        }
    }

    private void time(Worksheet into, long epochMillis) {
        double days = times.local(epochMillis) / DAY_MILLIS + EPOCH_DAY;
        if (days < FIRST_DAY) {
            into.inlineString(nextRow, 0, times.text(epochMillis));
            return;
        }
        into.value(nextRow, 0, days);
        into.style(nextRow, 0).format("yyyy-mm-dd hh:mm:ss.000").set();
    }

    private void real(Worksheet into, int column, double value) {
        if (Double.isFinite(value)) {
            into.value(nextRow, column, value);
        } else {
            into.inlineString(nextRow, column, Double.toString(value));
        }
    }

    private void text(Worksheet into, int column, String text) {
        if (text.length() > TEXT_MAX) {
            throw new PartFailure(
                    "A text of "
                            + text.length()
                            + " characters in "
                            + columns.get(column - 1).name()
                            + " is more than an Excel cell takes; choose another format");
        }
        into.inlineString(nextRow, column, text);
    }

    @Override
    public void end() throws IOException {
        Objects.requireNonNull(sheet).finish();
        Worksheet about = workbook.newWorksheet("Tags");
        List<String> headings = List.of("tag", "unit", "type");
        for (int i = 0; i < headings.size(); i++) {
            about.inlineString(0, i, headings.get(i));
        }
        about.width(0, 48);
        for (int i = 0; i < tags.size(); i++) {
            ExportColumn tag = tags.get(i);
            about.inlineString(i + 1, 0, tag.name());
            about.inlineString(i + 1, 1, tag.unit());
            about.inlineString(i + 1, 2, tag.type().name().toLowerCase(Locale.ROOT));
        }
        workbook.finish();
    }
}

package org.plantdeck.historian.export;

import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.TagType;

import java.util.List;

/** The same rows in long form: a row for each value there is, with the name of its tag. */
final class LongRows implements RowSource {

    private static final List<ExportColumn> COLUMNS =
            List.of(
                    new ExportColumn("tag", "", TagType.TEXT),
                    new ExportColumn("value", "", TagType.NUMBER));

    private final RowSource wide;
    private final ExportRow row = new ExportRow(COLUMNS.size());
    private int column;

    LongRows(RowSource wide) {
        this.wide = wide;
        column = wide.columns().size();
    }

    @Override
    public List<ExportColumn> columns() {
        return COLUMNS;
    }

    @Override
    public List<ExportColumn> tags() {
        return wide.tags();
    }

    @Override
    public boolean next() throws StoreFailure {
        while (true) {
            if (column >= wide.columns().size()) {
                if (!wide.next()) {
                    return false;
                }
                column = 0;
            }
            int from = column++;
            if (wide.row().cell(from) != ExportRow.Cell.EMPTY) {
                row.begin(wide.row().epochMillis(), wide.row().run());
                row.setText(0, wide.columns().get(from).name());
                row.copy(1, wide.row(), from);
                return true;
            }
        }
    }

    @Override
    public ExportRow row() {
        return row;
    }
}

package org.plantdeck.historian.export;

import org.plantdeck.signal.Value;

import java.util.Arrays;

/**
 * One row on its way from where rows come from to where they are written: a time and a cell a
 * column. It is used again for each row, so that millions of rows make no garbage. Threads: one.
 */
public final class ExportRow {

    /** What a cell holds. */
    public enum Cell {
        /** Nothing. */
        EMPTY,
        /** A floating-point number, not-a-number and the infinities among them. */
        REAL,
        /** A whole number. */
        WHOLE,
        /** True or false. */
        FLAG,
        /** A text. */
        TEXT
    }

    private final Cell[] cells;
    private final double[] reals;
    private final long[] wholes;
    private final String[] texts;
    private long epochMillis;
    private String run = "";

    /** A row of so many columns. */
    public ExportRow(int width) {
        cells = new Cell[width];
        reals = new double[width];
        wholes = new long[width];
        texts = new String[width];
        Arrays.fill(cells, Cell.EMPTY);
        Arrays.fill(texts, "");
    }

    /** How many columns it has. */
    public int width() {
        return cells.length;
    }

    /**
     * Begins the next row, with every cell empty.
     *
     * @param time milliseconds since the epoch
     * @param ofRun the plant's run it belongs to; empty for none
     */
    public void begin(long time, String ofRun) {
        epochMillis = time;
        run = ofRun;
        Arrays.fill(cells, Cell.EMPTY);
    }

    /** Its time, in milliseconds since the epoch. */
    public long epochMillis() {
        return epochMillis;
    }

    /** The run of the plant it belongs to; empty for none. */
    public String run() {
        return run;
    }

    /** What a cell holds. */
    public Cell cell(int column) {
        return cells[column];
    }

    /** The number of a cell that holds a {@link Cell#REAL}. */
    public double real(int column) {
        return reals[column];
    }

    /** The number of a cell that holds a {@link Cell#WHOLE}. */
    public long whole(int column) {
        return wholes[column];
    }

    /** The truth of a cell that holds a {@link Cell#FLAG}. */
    public boolean flag(int column) {
        return wholes[column] != 0;
    }

    /** The text of a cell that holds a {@link Cell#TEXT}. */
    public String text(int column) {
        return texts[column];
    }

    /** A cell as a number, a flag as 0 or 1; not-a-number where it holds none. */
    public double number(int column) {
        return switch (cells[column]) {
            case REAL -> reals[column];
            case WHOLE, FLAG -> wholes[column];
            case TEXT, EMPTY -> Double.NaN;
        };
    }

    /** Puts a number into a cell. */
    public void setReal(int column, double value) {
        cells[column] = Cell.REAL;
        reals[column] = value;
    }

    /** Puts a whole number into a cell. */
    public void setWhole(int column, long value) {
        cells[column] = Cell.WHOLE;
        wholes[column] = value;
    }

    /** Puts a truth value into a cell. */
    public void setFlag(int column, boolean value) {
        cells[column] = Cell.FLAG;
        wholes[column] = value ? 1 : 0;
    }

    /** Puts a text into a cell. */
    public void setText(int column, String value) {
        cells[column] = Cell.TEXT;
        texts[column] = value;
    }

    /** Puts a value into a cell; an absent one empties it. */
    public void set(int column, Value value) {
        switch (value) {
            case Value.Real real -> setReal(column, real.value());
            case Value.Whole whole -> setWhole(column, whole.value());
            case Value.Flag flag -> setFlag(column, flag.value());
            case Value.Text text -> setText(column, text.value());
            case Value.Absent _ -> cells[column] = Cell.EMPTY;
        }
    }

    /** Puts what a cell of another row holds into a cell. */
    public void copy(int column, ExportRow other, int otherColumn) {
        cells[column] = other.cells[otherColumn];
        reals[column] = other.reals[otherColumn];
        wholes[column] = other.wholes[otherColumn];
        texts[column] = other.texts[otherColumn];
    }
}

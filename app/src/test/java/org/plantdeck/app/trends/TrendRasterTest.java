package org.plantdeck.app.trends;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What lies where in a picture of 40 × 20 pixels whose rows stand for 20 at the top to 0. */
class TrendRasterTest {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 20;
    private static final int GROUND = 0xFFFFFFFF;
    private static final int INK = 0xFF000000;
    private static final int BAND = 0xFFE0E0E0;

    private final TrendRaster raster = new TrendRaster(WIDTH, HEIGHT);
    private final TrendColumns columns = new TrendColumns(WIDTH);

    TrendRasterTest() {
        raster.scale(0, 20);
        raster.fill(GROUND);
    }

    @Test
    void hatchingSlantsOverItsColumnsAlone() {
        raster.hatch(10, 30, INK, 1);
        assertThat(rowsOf(9, INK)).isEmpty();
        assertThat(rowsOf(10, INK)).containsExactly(0, 10);
        assertThat(rowsOf(11, INK)).containsExactly(9, 19);
        assertThat(rowsOf(30, INK)).isEmpty();
    }

    private int pixel(int x, int y) {
        return raster.pixels()[y * WIDTH + x];
    }

    /** How dark a pixel is, 0 ground to 255 ink. */
    private int dark(int x, int y) {
        return 255 - (pixel(x, y) & 0xFF);
    }

    private List<Integer> rowsOf(int x, int argb) {
        List<Integer> rows = new ArrayList<>();
        for (int y = 0; y < HEIGHT; y++) {
            if (pixel(x, y) == argb) {
                rows.add(y);
            }
        }
        return rows;
    }

    private List<Integer> drawnRows(int x) {
        List<Integer> rows = new ArrayList<>();
        for (int y = 0; y < HEIGHT; y++) {
            if (dark(x, y) > 0) {
                rows.add(y);
            }
        }
        return rows;
    }

    private void value(int x, double value) {
        columns.add(x, value, value, value);
    }

    @Test
    void rowsCountFromTheTop() {
        assertThat(raster.row(20)).isZero();
        assertThat(raster.row(0)).isEqualTo(20);
        assertThat(raster.row(15.5)).isEqualTo(4.5);
        assertThat(raster.row(25)).isEqualTo(-5);
    }

    @Test
    void aScaleWithoutHeightIsOneUnitHigh() {
        raster.scale(5, 5);
        assertThat(raster.row(6)).isZero();
        assertThat(raster.row(5)).isEqualTo(20);
    }

    @Test
    void theBandFillsTheRowsBetweenItsEnds() {
        raster.band(5, 8, BAND);
        for (int x : new int[] {0, 17, WIDTH - 1}) {
            assertThat(rowsOf(x, BAND)).containsExactly(12, 13, 14);
        }
    }

    @Test
    void aBandBeyondTheScaleEndsAtTheEdge() {
        raster.band(-10, 2, BAND);
        raster.band(18, 99, BAND);
        assertThat(rowsOf(3, BAND)).containsExactly(0, 1, 18, 19);
    }

    @Test
    void aLimitIsDashedAndALineIsNot() {
        raster.horizontal(10, INK, 1, true);
        List<Integer> inked = new ArrayList<>();
        for (int x = 0; x < 24; x++) {
            if (pixel(x, 10) == INK || pixel(x, 9) == INK) {
                inked.add(x);
            }
        }
        assertThat(inked).containsExactly(0, 1, 2, 3, 4, 5, 12, 13, 14, 15, 16, 17);
        raster.horizontal(5, INK, 2, false);
        assertThat(rowsOf(31, INK)).containsExactly(14, 15);
        raster.horizontal(99, INK, 1, false);
        assertThat(rowsOf(31, INK)).containsExactly(14, 15);
    }

    @Test
    void aVerticalLineRunsFromTopToBottomInside() {
        raster.vertical(7, INK, 1);
        raster.vertical(-3, INK, 1);
        raster.vertical(WIDTH, INK, 1);
        assertThat(rowsOf(7, INK)).hasSize(HEIGHT);
        assertThat(rowsOf(6, INK)).isEmpty();
        assertThat(rowsOf(0, INK)).isEmpty();
        assertThat(rowsOf(WIDTH - 1, INK)).isEmpty();
    }

    @Test
    void thePenCoversTheMeanOfEachColumn() {
        for (int x = 0; x < WIDTH; x++) {
            value(x, 9.5);
        }
        raster.pen(columns, INK, 2, 0, false);
        for (int x = 0; x < WIDTH; x++) {
            assertThat(dark(x, 10)).as("column %s", x).isGreaterThan(250);
            assertThat(drawnRows(x)).containsExactly(9, 10, 11);
            assertThat(dark(x, 9)).isBetween(100, 200);
        }
    }

    @Test
    void aSteepCourseHasNoHoles() {
        value(4, 1.5);
        value(5, 18.5);
        raster.pen(columns, INK, 1, 0, false);
        List<Integer> both = new ArrayList<>(drawnRows(4));
        both.addAll(drawnRows(5));
        for (int y = 2; y <= 18; y++) {
            assertThat(both).contains(y);
        }
    }

    @Test
    void theEnvelopeIsFainterThanThePenAndReachesLeastAndLargest() {
        columns.add(6, 4, 16, 10);
        raster.pen(columns, INK, 2, 0, false);
        assertThat(dark(6, 10)).isGreaterThan(250);
        for (int y : new int[] {4, 5, 7, 13, 15}) {
            assertThat(dark(6, y)).as("row %s", y).isBetween(50, 100);
        }
        assertThat(drawnRows(6)).startsWith(3).endsWith(16);
    }

    @Test
    void aShortGapIsLedAcrossInAStraightLine() {
        value(10, 5);
        value(14, 9);
        raster.pen(columns, INK, 2, 3, false);
        assertThat(dark(12, 13)).isGreaterThan(200);
        assertThat(dark(12, 5)).isZero();
    }

    @Test
    void aLongGapIsNotJoined() {
        value(10, 10);
        value(15, 10);
        raster.pen(columns, INK, 2, 3, false);
        for (int x = 11; x < 15; x++) {
            assertThat(drawnRows(x)).as("column %s", x).isEmpty();
        }
        assertThat(drawnRows(10)).isNotEmpty();
        assertThat(drawnRows(15)).isNotEmpty();
    }

    @Test
    void nothingIsDrawnBeforeTheFirstAndAfterTheLastValue() {
        value(20, 10);
        raster.pen(columns, INK, 2, 30, false);
        assertThat(drawnRows(19)).isEmpty();
        assertThat(drawnRows(20)).isNotEmpty();
        assertThat(drawnRows(21)).isEmpty();
    }

    @Test
    void aDashedPenIsInterrupted() {
        for (int x = 0; x < WIDTH; x++) {
            value(x, 10);
        }
        raster.pen(columns, INK, 2, 0, true);
        assertThat(drawnRows(5)).isNotEmpty();
        assertThat(drawnRows(6)).isEmpty();
        assertThat(drawnRows(11)).isEmpty();
        assertThat(drawnRows(12)).isNotEmpty();
    }

    @Test
    void valuesBeyondTheScaleAreCutAtTheEdge() {
        value(3, 400);
        columns.add(4, -50, 60, 10);
        raster.pen(columns, INK, 2, 0, false);
        assertThat(drawnRows(4)).startsWith(0).endsWith(HEIGHT - 1);
    }

    @Test
    void theAreaBetweenTwoCoursesIsFilled() {
        columns.add(8, 5, 12, 9);
        raster.between(columns, BAND);
        assertThat(rowsOf(8, BAND)).containsExactly(8, 9, 10, 11, 12, 13, 14);
        assertThat(rowsOf(9, BAND)).isEmpty();
    }
}

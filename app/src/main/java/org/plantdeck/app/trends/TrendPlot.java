package org.plantdeck.app.trends;

import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.NormalBand;

import java.nio.IntBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The picture of courses over time, without axes: band, grid, limits and pens, drawn into pixels of
 * the screen. Colours come from the style sheet. Threads: the screen's.
 */
public final class TrendPlot extends Region {

    private static final StyleablePropertyFactory<TrendPlot> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final String INK = "-deck-trend-ink-";
    private static final CssMetaData<TrendPlot, Color> GROUND = colour("-deck-trend-ground");
    private static final CssMetaData<TrendPlot, Color> BAND = colour("-deck-trend-band");
    private static final CssMetaData<TrendPlot, Color> GRID = colour("-deck-trend-grid");
    private static final CssMetaData<TrendPlot, Color> LIMIT = colour("-deck-trend-limit");
    private static final CssMetaData<TrendPlot, Color> PEN = colour("-deck-trend-pen");
    private static final CssMetaData<TrendPlot, Color> SECOND = colour("-deck-trend-second");
    private static final CssMetaData<TrendPlot, Color> GAP = colour("-deck-trend-gap");

    private static final List<CssMetaData<TrendPlot, Color>> INKS =
            IntStream.range(0, Pen.INKS).mapToObj(it -> colour(INK + (char) ('a' + it))).toList();

    private final StyleableObjectProperty<Color> ground = property(GROUND, "ground");
    private final StyleableObjectProperty<Color> bandColour = property(BAND, "bandColour");
    private final StyleableObjectProperty<Color> grid = property(GRID, "grid");
    private final StyleableObjectProperty<Color> limit = property(LIMIT, "limit");
    private final StyleableObjectProperty<Color> pen = property(PEN, "pen");
    private final StyleableObjectProperty<Color> second = property(SECOND, "second");
    private final StyleableObjectProperty<Color> gap = property(GAP, "gap");
    private final List<StyleableObjectProperty<Color>> inks =
            INKS.stream().map(it -> property(it, it.getProperty())).toList();

    /** Pixels a course must have moved to be drawn anew. */
    private static final double VISIBLE_MOVE = 0.25;

    private final ImageView view = new ImageView();
    private Content content = Content.nothing();
    private boolean complete;
    private boolean drawn;
    private int drawnFilled;
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable TrendRaster raster;

    /**
     * What is drawn.
     *
     * @param scale the vertical scale
     * @param band the normal band, shaded
     * @param limits dashed lines
     * @param pens the courses
     * @param from the left edge
     * @param to the right edge
     * @param columns how many lines divide it from top to bottom
     */
    public record Content(
            TrendScale scale,
            Optional<NormalBand> band,
            List<LimitLine> limits,
            List<Pen> pens,
            Instant from,
            Instant to,
            List<Instant> columns) {

        private static final Content NOTHING =
                new Content(
                        new TrendScale(0, 1, 0),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Instant.EPOCH,
                        Instant.EPOCH.plusSeconds(1),
                        List.of());

        /** Nothing to draw. */
        public static Content nothing() {
            return NOTHING;
        }

        /** Whether another content looks the same in a plot of some width, pixels. */
        boolean looksLike(Content other, double width) {
            double span = Math.max(1, Duration.between(from, to).toMillis());
            double moved = Duration.between(to, other.to).abs().toMillis() / span * width;
            return moved < VISIBLE_MOVE
                    && Duration.between(from, to).equals(Duration.between(other.from, other.to))
                    && scale.equals(other.scale)
                    && band.equals(other.band)
                    && limits.equals(other.limits)
                    && pens.equals(other.pens)
                    && columns.equals(other.columns);
        }

        /** The same with other grid lines. */
        public Content with(List<Instant> lines) {
            return new Content(scale, band, limits, pens, from, to, lines);
        }
    }

    /** A plot with nothing in it. */
    public TrendPlot() {
        getStyleClass().add("trend-plot");
        view.setManaged(false);
        view.setSmooth(false);
        getChildren().add(view);
        complete = true;
    }

    private static CssMetaData<TrendPlot, Color> colour(String name) {
        return STYLES.createColorCssMetaData(name, it -> it.property(name), Color.GRAY, false);
    }

    private StyleableObjectProperty<Color> property(
            CssMetaData<TrendPlot, Color> style, String name) {
        return new SimpleStyleableObjectProperty<>(style, this, name, Color.GRAY) {
            @Override
            protected void invalidated() {
                draw();
            }
        };
    }

    private StyleableObjectProperty<Color> property(String style) {
        return switch (style) {
            case "-deck-trend-ground" -> ground;
            case "-deck-trend-band" -> bandColour;
            case "-deck-trend-grid" -> grid;
            case "-deck-trend-limit" -> limit;
            case "-deck-trend-pen" -> pen;
            case "-deck-trend-second" -> second;
            case "-deck-trend-gap" -> gap;
            default -> inks.get(style.charAt(INK.length()) - 'a');
        };
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    /**
     * Shows something else. What has moved by less than can be seen is not drawn anew, so it may be
     * called with every value that arrives.
     */
    public void show(Content next) {
        boolean same =
                drawn
                        && content.looksLike(next, getWidth())
                        && Math.abs(filled(next) - drawnFilled) <= 1;
        if (!same) {
            content = next;
            draw();
        }
    }

    @Override
    protected void layoutChildren() {
        draw();
    }

    private double pixelScale() {
        if (getScene() == null) {
            return 1;
        }
        double zoom = getLocalToSceneTransform().getMxx();
        Window window = getScene().getWindow();
        return Math.max(1, window == null ? zoom : window.getRenderScaleX() * zoom);
    }

    /** How many pixels of the screen it is wide: as many columns can be told apart. */
    public int pixels() {
        return (int) Math.round(getWidth() * pixelScale());
    }

    private void draw() {
        if (!complete || getWidth() < 2 || getHeight() < 2) {
            return;
        }
        double scale = pixelScale();
        int width = pixels();
        int height = (int) Math.round(getHeight() * scale);
        TrendRaster picture = raster;
        PixelBuffer<IntBuffer> pixels = buffer;
        if (picture == null || pixels == null || !isSized(pixels, width, height)) {
            picture = new TrendRaster(width, height);
            pixels =
                    new PixelBuffer<>(
                            width,
                            height,
                            IntBuffer.wrap(picture.pixels()),
                            PixelFormat.getIntArgbPreInstance());
            raster = picture;
            buffer = pixels;
            view.setImage(new WritableImage(pixels));
        }
        paint(picture, width, scale);
        pixels.updateBuffer(_ -> null);
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
        drawn = true;
        drawnFilled = filled(content);
    }

    /** Tells that a history was read into a course. */
    private static int filled(Content content) {
        return content.pens().stream().mapToInt(it -> it.course().filled()).sum();
    }

    private static boolean isSized(PixelBuffer<IntBuffer> pixels, int width, int height) {
        return pixels.getWidth() == width && pixels.getHeight() == height;
    }

    private void paint(TrendRaster raster, int width, double scale) {
        int hairline = Math.max(1, (int) Math.round(scale));
        raster.scale(content.scale().low(), content.scale().high());
        raster.fill(argb(ground.get()));
        content.band().ifPresent(it -> raster.band(it.low(), it.high(), argb(bandColour.get())));
        for (Instant column : content.columns()) {
            raster.vertical(place(column, width), argb(grid.get()), hairline);
        }
        for (LimitLine line : content.limits()) {
            raster.horizontal(line.value(), argb(limit.get()), hairline, true);
        }
        for (Pen each : content.pens()) {
            for (Course.Gap hole : each.gaps(content.from(), content.to())) {
                int left = place(hole.from(), width);
                int right = place(hole.to(), width);
                raster.stripe(left, right, argb(gap.get()));
                if (hole.bad()) {
                    raster.hatch(left, right, argb(grid.get()), hairline);
                }
            }
            TrendColumns columns = each.course().columns(content.from(), content.to(), width);
            int join = each.course().join(content.from(), content.to(), width);
            TrendScale scaleOfPen = each.scale().orElse(content.scale());
            raster.scale(scaleOfPen.low(), scaleOfPen.high());
            Color colour = colour(each);
            raster.pen(
                    columns,
                    argb(colour),
                    (each.second() ? 1.2 : 1.6) * scale,
                    join,
                    each.second());
        }
    }

    private Color colour(Pen drawnPen) {
        if (drawnPen.ink() > 0) {
            return inks.get(drawnPen.ink() - 1).get();
        }
        return drawnPen.second() ? second.get() : pen.get();
    }

    private int place(Instant at, int width) {
        double span = content.to().toEpochMilli() - content.from().toEpochMilli();
        return (int) Math.round((at.toEpochMilli() - content.from().toEpochMilli()) / span * width);
    }

    private static int argb(Color colour) {
        return 0xFF000000
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}

package org.plantdeck.app.rules;

import javafx.geometry.Bounds;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

import org.plantdeck.app.look.Theme;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The colours of a picture. Immutable. Threads: any. */
public final class Picture {

    private static final double SATURATED = 0.15;
    private static final double LIKE_AN_ALARM = 20;

    /** Whole numbers of red, green and blue do not keep a hue to the degree. */
    private static final double LIKE_LIVE_DEGREES = 12;

    private final int[] rgb;
    private final int width;
    private final Map<Colour, Integer> saturated = new HashMap<>();

    private Picture(int[] rgb, int width) {
        this.rgb = rgb;
        this.width = width;
        counts(0, 0, width, rgb.length / width)
                .forEach((colour, count) -> {
                    if (colour.saturation() > SATURATED) {
                        saturated.put(colour, count);
                    }
                });
    }

    /** The colours of an image. Threads: the screen's. */
    public static Picture of(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Picture(argb, width);
    }

    /** One row of pixels. */
    static Picture of(int... rgb) {
        return new Picture(rgb, rgb.length);
    }

    /** How many pixels of an area have which colour; equal ones beside each other are one step. */
    private Map<Colour, Integer> counts(int left, int top, int right, int bottom) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = top; y < bottom; y++) {
            int begun = left;
            for (int x = left; x < right; x++) {
                int here = rgb[y * width + x];
                if (x + 1 == right || rgb[y * width + x + 1] != here) {
                    counts.merge(here & 0xFFFFFF, x + 1 - begun, Integer::sum);
                    begun = x + 1;
                }
            }
        }
        Map<Colour, Integer> byColour = new HashMap<>();
        counts.forEach((colour, count) -> byColour.put(new Colour(colour), count));
        return byColour;
    }

    /** The share of pixels with a saturated colour. */
    public double saturatedShare() {
        return (double) saturated.values().stream().mapToInt(it -> it).sum() / rgb.length;
    }

    /** The saturated colours that look like an alarm of a theme. */
    public List<String> alarming(Theme theme) {
        List<Lab> alarms = Tokens.of(theme).alarms().stream().map(Colour::lab).toList();
        return saturated(it -> {
            Lab lab = it.lab();
            return alarms.stream().anyMatch(alarm -> lab.difference(alarm) < LIKE_AN_ALARM);
        });
    }

    /** The saturated colours of another hue than that of live values. */
    public List<String> strange(Theme theme) {
        double live = Tokens.of(theme).get("live").hue();
        return saturated(it -> {
            double turn = Math.abs(it.hue() - live);
            return Math.min(turn, 360 - turn) > LIKE_LIVE_DEGREES;
        });
    }

    private List<String> saturated(Predicate<Colour> which) {
        return saturated.entrySet().stream()
                .filter(it -> which.test(it.getKey()))
                .map(it -> it.getKey() + " × " + it.getValue())
                .toList();
    }

    /** The most frequent colour of an area; none where it lies outside. */
    Optional<Colour> ground(Bounds area) {
        int left = (int) Math.max(0, Math.floor(area.getMinX()));
        int top = (int) Math.max(0, Math.floor(area.getMinY()));
        int right = (int) Math.min(width, Math.ceil(area.getMaxX()));
        int bottom = (int) Math.min(rgb.length / (double) width, Math.ceil(area.getMaxY()));
        return counts(left, top, right, bottom).entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }
}

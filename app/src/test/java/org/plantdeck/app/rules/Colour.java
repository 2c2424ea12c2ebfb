package org.plantdeck.app.rules;

import javafx.scene.paint.Color;

import java.util.Locale;

/**
 * A colour of the screen, sRGB.
 *
 * @param rgb 0xRRGGBB; what is above is not looked at
 */
record Colour(int rgb) {

    /** A colour as a style sheet writes it, such as {@code #CC000E}. */
    static Colour of(String css) {
        if (!css.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException(css + " is not #RRGGBB");
        }
        return new Colour(Integer.parseInt(css.substring(1), 16));
    }

    /** A colour of the toolkit, without its opacity. */
    static Colour of(Color colour) {
        int red = (int) Math.round(255 * colour.getRed());
        int green = (int) Math.round(255 * colour.getGreen());
        int blue = (int) Math.round(255 * colour.getBlue());
        return new Colour(red << 16 | green << 8 | blue);
    }

    private double channel(int shift) {
        return (rgb >> shift & 0xFF) / 255.0;
    }

    /** Saturation as in HSV, 0 to 1. */
    double saturation() {
        double most = Math.max(channel(16), Math.max(channel(8), channel(0)));
        double least = Math.min(channel(16), Math.min(channel(8), channel(0)));
        return most == 0 ? 0 : (most - least) / most;
    }

    /** Hue as in HSV, degrees; zero for greys. */
    double hue() {
        double red = channel(16);
        double green = channel(8);
        double blue = channel(0);
        double most = Math.max(red, Math.max(green, blue));
        double span = most - Math.min(red, Math.min(green, blue));
        if (span == 0) {
            return 0;
        }
        double sixths;
        if (most == red) {
            sixths = (green - blue) / span;
        } else if (most == green) {
            sixths = 2 + (blue - red) / span;
        } else {
            sixths = 4 + (red - green) / span;
        }
        return (60 * sixths + 360) % 360;
    }

    /** What is seen of it over another. */
    Colour over(Colour ground, double opacity) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double seen = opacity * channel(shift) + (1 - opacity) * ground.channel(shift);
            mixed = mixed << 8 | (int) Math.round(255 * seen);
        }
        return new Colour(mixed);
    }

    private double[] linear() {
        return new double[] {
            linear(channel(16)), linear(channel(8)), linear(channel(0)),
        };
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private double luminance() {
        double[] linear = linear();
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    /** Contrast to another as in WCAG 2, 1 to 21. */
    double contrast(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** As most people see it. */
    Lab lab() {
        return lab(Sight.NORMAL);
    }

    /** As somebody sees it. */
    Lab lab(Sight sight) {
        double[] rgb = sight.see(linear());
        double x = root((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047);
        double y = root(0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]);
        double z = root((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883);
        return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double root(double share) {
        return share > 216.0 / 24389 ? Math.cbrt(share) : (24389.0 / 27 * share + 16) / 116;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%06X", rgb & 0xFFFFFF);
    }
}

package org.plantdeck.installer;

import java.nio.file.Path;
import java.util.Locale;

/** The systems images are made on; each makes its own. */
enum Platform {
    LINUX,
    MAC,
    WINDOWS;

    /** The one this runs on. */
    static Platform current() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return WINDOWS;
        }
        return name.contains("mac") ? MAC : LINUX;
    }

    /** The name of the program there. */
    String program() {
        return this == LINUX ? "plantdeck" : "PlantDeck";
    }

    /** A version as its packages take it: a Mac's bundle cannot have one below 1. */
    String version(String version) {
        return this == MAC && version.startsWith("0.") ? "1.0.0" : version;
    }

    /** Where in the output of jpackage the program's image is. */
    Path image(Path destination) {
        return destination.resolve(this == MAC ? "PlantDeck.app" : program());
    }

    /** Where in an image its jars are. */
    Path jars(Path image) {
        return switch (this) {
            case LINUX -> image.resolve("lib/app");
            case MAC -> image.resolve("Contents/app");
            case WINDOWS -> image.resolve("app");
        };
    }

    /** The java of an image. */
    Path java(Path image) {
        return switch (this) {
            case LINUX -> image.resolve("lib/runtime/bin/java");
            case MAC -> image.resolve("Contents/runtime/Contents/Home/bin/java");
            case WINDOWS -> image.resolve("runtime/bin/java.exe");
        };
    }

    /** The icon file jpackage takes. */
    String icon() {
        return switch (this) {
            case LINUX -> "plantdeck-256.png";
            case MAC -> "plantdeck.icns";
            case WINDOWS -> "plantdeck.ico";
        };
    }
}

package org.plantdeck.plantruntime.desktop;

import java.nio.file.Path;
import java.util.List;

/**
 * Which pictures to draw.
 *
 * @param folder where they go, as {screen}-{theme}.png
 * @param width in pixels
 * @param height in pixels
 * @param themes words of themes; empty for all
 * @param screens words of screens; empty for all
 */
public record PictureRequest(
        Path folder, int width, int height, List<String> themes, List<String> screens) {

    public PictureRequest {
        themes = List.copyOf(themes);
        screens = List.copyOf(screens);
    }
}

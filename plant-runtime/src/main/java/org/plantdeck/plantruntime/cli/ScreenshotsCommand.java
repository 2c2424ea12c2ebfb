package org.plantdeck.plantruntime.cli;

import org.jspecify.annotations.Nullable;
import org.plantdeck.plantruntime.desktop.PictureRequest;
import org.plantdeck.plantruntime.desktop.SessionFailure;
import org.plantdeck.plantruntime.parts.PlantStart;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code plantdeck screenshots DIR}: every screen as a picture. */
@Command(
        name = "screenshots",
        description = {
            "Every screen in every theme as {screen}-{theme}.png, without a display.",
            "Starts a plant, or looks at one that runs, and waits until every tag has a value."
        },
        mixinStandardHelpOptions = true)
final class ScreenshotsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Where the pictures go; made if missing.")
    private Path folder = Path.of("");

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = PixelSize.class,
            description = "Pixels, 1920x1080 where nothing is said.")
    private Size size = new Size(1920, 1080);

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            split = ",",
            description = "grey, light or dark; repeatable; all where none is said.")
    private List<String> themes = new ArrayList<>();

    @Option(
            names = "--screen",
            paramLabel = "NAME",
            split = ",",
            description = "Such as overview; repeatable; all where none is said.")
    private List<String> screens = new ArrayList<>();

    @Option(
            names = "--attach",
            description = "Looks at the plant of the settings' brokers instead of starting one.")
    private boolean attach;

    @Mixin private final CommonOptions common = new CommonOptions();
    @Mixin private final PlantOptions plant = new PlantOptions();

    /** Width and height, pixels. */
    record Size(int width, int height) {}

    /** Reads a size such as 1920x1080. */
    static final class PixelSize implements ITypeConverter<Size> {

        private static final Pattern FORM = Pattern.compile("(\\d{3,4})[x×](\\d{3,4})");

        @Override
        public Size convert(@Nullable String text) {
            Matcher match = FORM.matcher(String.valueOf(text));
            if (!match.matches()) {
                throw new TypeConversionException(text + " is no size such as 1920x1080");
            }
            return new Size(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
        }
    }

    @Override
    public Integer call() throws SessionFailure {
        var launch =
                attach
                        ? new RunningProcess.Launch(
                                "screenshots-" + ProcessHandle.current().pid(),
                                _ -> Set.of(),
                                new PlantStart(List.of(), false))
                        : HeadlessCommand.wholePlant(plant);
        return Screens.required()
                .draw(
                        new PictureRequest(
                                folder.toAbsolutePath(),
                                size.width(),
                                size.height(),
                                themes,
                                screens),
                        Screens.start(launch, common));
    }
}

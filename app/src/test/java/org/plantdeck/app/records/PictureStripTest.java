package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.fixture.Await;
import org.plantdeck.app.fixture.FakeDesk;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.fixture.Nodes;
import org.plantdeck.app.fixture.Texts;
import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;
import org.plantdeck.app.rules.SceneRules;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** Pictures of the trend, as they are taken by menu and keys. */
@ExtendWith(Headless.class)
class PictureStripTest {

    private static final int WIDTH = 1192;

    private final FakeDesk fake;
    private final List<Image> paper = new ArrayList<>();
    private Optional<Path> chosen = Optional.empty();

    @TempDir private Path folder;

    PictureStripTest(FakeDesk fake) {
        this.fake = fake;
    }

    private record Opened(HistorianScreen screen, TrendPane trend, PictureStrip strip) {}

    private Opened open() {
        fake.speaks();
        Opened opened =
                Headless.onScreen(() -> {
                    FileChoice choice = (_, _) -> chosen;
                    Printing printing =
                            (_, picture) -> {
                                paper.add(picture);
                                return "It is printed.";
                            };
                    HistorianScreen screen =
                            new HistorianScreen(
                                    fake.desk(),
                                    List.of("factory/energy/power_consumption"),
                                    choice,
                                    printing);
                    screen.furnishing().forEach(Runnable::run);
                    Look.dress(new Scene(screen.node(), WIDTH, 644), Theme.GREY);
                    return new Opened(
                            screen,
                            Nodes.everywhere(screen.node(), TrendPane.class).getFirst(),
                            Nodes.everywhere(screen.node(), PictureStrip.class).getFirst());
                });
        Await.until(
                "the trend",
                () ->
                        Headless.onScreen(() -> {
                            settle(opened.screen());
                            return opened.screen().isComplete();
                        }));
        return opened;
    }

    private void settle(HistorianScreen screen) {
        for (int pass = 0; pass < 3; pass++) {
            screen.show(fake.desk().live().now());
            screen.node().applyCss();
            screen.node().layout();
        }
    }

    private static void fire(Opened opened, String words) {
        MenuItem item =
                opened.strip().items().stream()
                        .filter(it -> words.equals(it.getText()))
                        .findFirst()
                        .orElseThrow();
        item.fire();
    }

    private boolean says(Opened opened, String words) {
        return Headless.onScreen(() -> {
            settle(opened.screen());
            return Texts.words(opened.strip()).contains(words);
        });
    }

    private static void press(Opened opened, KeyCode key) {
        opened.screen()
                .node()
                .fireEvent(
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false));
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    @Test
    void aPictureIsSavedTwiceAsFineAndNothingIsLeftBeside() throws IOException {
        Opened opened = open();
        try {
            Path file = folder.resolve("night.png");
            chosen = Optional.of(folder.resolve("night"));
            double plots =
                    Headless.onScreen(() -> {
                        fire(opened, "Save picture …");
                        return opened.trend().stack().getWidth();
                    });
            Await.until("the picture", () -> says(opened, "The picture is in " + file));

            BufferedImage picture = ImageIO.read(file.toFile());
            assertThat(picture.getWidth()).isEqualTo((int) (2 * (plots + 32)));
            assertThat(colours(picture)).hasSizeGreaterThan(20);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).containsExactly(file);
            }
            Headless.onScreen(() -> {
                SceneRules rules = new SceneRules(opened.screen().node().getScene());
                assertThat(rules.cutOff()).isEmpty();
                assertThat(rules.overlapping()).isEmpty();
                assertThat(rules.nameless()).isEmpty();
            });
        } finally {
            Headless.onScreen(opened.screen()::close);
        }
    }

    @Test
    void aPictureThatCannotBeWrittenIsSaidAndNothingIsLeft() {
        Opened opened = open();
        try {
            Path file = folder.resolve("missing").resolve("night.png");
            chosen = Optional.of(file);
            Headless.onScreen(() -> fire(opened, "Save picture …"));

            Await.until(
                    "the mistake",
                    () -> says(opened, file + " could not be written: its folder is not there"));
            assertThat(folder).isEmptyDirectory();
        } finally {
            Headless.onScreen(opened.screen()::close);
        }
    }

    @Test
    void keysCopyAndPrint() {
        Opened opened = open();
        try {
            Headless.onScreen(() -> {
                press(opened, KeyCode.C);
                settle(opened.screen());
                assertThat(Texts.words(opened.strip()))
                        .contains("The picture is on the clipboard.");
                assertThat(Clipboard.getSystemClipboard().hasImage()).isTrue();
                press(opened, KeyCode.P);
                settle(opened.screen());
                assertThat(Texts.words(opened.strip())).contains("It is printed.");
                assertThat(paper).hasSize(1);
            });
        } finally {
            Headless.onScreen(opened.screen()::close);
        }
    }
}
